import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  drafts,
  field,
  hannah,
  line,
  marco,
  other,
  press,
  rosa,
  save,
  showComposer,
  type,
  understoodOf,
} from './composing.tsx';

describe('what was understood', () => {
  test('is shown while it is typed, and written down with Ctrl+Enter', async () => {
    const { logs, logged } = showComposer();
    await type();
    expect(screen.getByLabelText<HTMLSelectElement>('How you spoke').value).toBe('phone');
    expect(screen.getByText('Hannah Price')).toBeTruthy();
    expect(screen.getByText('Send the quote')).toBeTruthy();
    expect(document.querySelectorAll('mark')).toHaveLength(4);
    await save();
    await waitFor(() => expect(logged).toEqual([{ step: 's', what: 'talk', promises: 1 }]));
    expect(logs()).toEqual([
      {
        said: line,
        customerIds: [rosa.id],
        newPeople: [],
        spokenOf: [hannah.id],
        medium: 'phone',
        reached: true,
        happenedDay: '2026-03-02',
        promises: [{ text: 'Send the quote', dueDay: '2026-03-06', dueTime: null }],
        keeps: [],
      },
    ]);
    expect((await field()).value).toBe('');
  });

  test('what is only a plan is kept as one, and no talk is logged', async () => {
    const { calls, logs, logged } = showComposer({ isPlan: true, spokenOf: [] });
    await type();
    expect(screen.getByText('only a plan, nothing said yet')).toBeTruthy();
    expect(screen.queryByLabelText('How you spoke')).toBeNull();
    press(/^Save the plan/);
    await waitFor(() => expect(logged).toEqual([{ step: 'p', what: 'plan', promises: 1 }]));
    expect(logs()).toEqual([]);
    const plans = calls.filter(({ path }) => path === 'conversations.plan');
    expect(plans.map(({ input }) => input)).toEqual([
      {
        customerIds: [rosa.id],
        newPeople: [],
        promises: [{ text: 'Send the quote', dueDay: '2026-03-06', dueTime: null }],
      },
    ]);
  });

  test('a plan that came up in a talk is logged with it', async () => {
    const { logs } = showComposer({ isPlan: true });
    await type();
    press('we spoke too');
    expect(await screen.findByLabelText('How you spoke')).toBeTruthy();
    await save();
    await waitFor(() => expect(logs()).toMatchObject([{ said: line, customerIds: [rosa.id] }]));
  });

  test('can be put right, each part by a click or a key', async () => {
    const { logs } = showComposer();
    await type();
    fireEvent.change(screen.getByLabelText('How you spoke'), { target: { value: 'visit' } });
    fireEvent.change(screen.getByLabelText('Whether anybody was reached'), {
      target: { value: 'nobody' },
    });
    fireEvent.change(screen.getByLabelText('Which day it was'), {
      target: { value: '2026-02-28' },
    });
    press('Hannah Price was there');
    press('Not with Rosa Bianchi');
    expect(document.activeElement).toBe(await field());
    press('Change the follow-up: Send the quote');
    fireEvent.change(screen.getByLabelText('What you promised'), { target: { value: 'Bring it' } });
    fireEvent.change(screen.getByLabelText('Until when'), { target: { value: '2026-03-09' } });
    fireEvent.keyDown(screen.getByLabelText('What you promised'), { key: 'Enter' });
    expect(await screen.findByText('Bring it')).toBeTruthy();
    await save();
    await waitFor(() => expect(logs()).toHaveLength(1));
    expect(logs()[0]).toMatchObject({
      customerIds: [hannah.id],
      spokenOf: [],
      medium: 'visit',
      reached: false,
      happenedDay: '2026-02-28',
      promises: [{ text: 'Bring it', dueDay: '2026-03-09' }],
    });
  });

  test('stays put right while more is typed: a struck out promise does not come back', async () => {
    let more = false;
    const { logs } = showComposer(
      {},
      {
        'conversations.understand': () => {
          const understood = understoodOf();
          const [promise] = understood.promises;
          if (!more || !promise) return understood;
          return { ...understood, promises: [{ ...promise, text: 'Send the quote to Leo' }] };
        },
      },
    );
    await type();
    press('Not a promise: Send the quote');
    expect(screen.queryByText('Send the quote')).toBeNull();
    more = true;
    fireEvent.change(await field(), { target: { value: `${line} to Leo` } });
    await save();
    await waitFor(() => expect(logs()).toHaveLength(1));
    expect(logs()[0]).toMatchObject({ promises: [] });
  });
});

describe('what has to be asked', () => {
  test('which of several it was is asked before anything is saved', async () => {
    const unsure = [{ said: 'Marco', start: 16, end: 21, choices: [marco, other] }];
    const { logs } = showComposer({ unsure });
    await type();
    await save();
    expect((await screen.findByRole('alert')).textContent).toBe('Which Marco was it?');
    const which = screen.getByLabelText<HTMLSelectElement>('Which Marco?');
    expect(document.activeElement).toBe(which);
    expect([...which.options].map((option) => option.text)).toEqual([
      'Which Marco?',
      'Marco Bianchi · Harbour · spoke 3 days ago',
      "Marco D'Angelo",
      'none of them',
    ]);
    fireEvent.change(which, { target: { value: other.id } });
    await save();
    await waitFor(() => expect(logs()).toHaveLength(1));
    expect(logs()[0]).toMatchObject({ customerIds: [rosa.id, other.id] });
  });

  test('an unknown name is offered as a new customer, and nothing more', async () => {
    const strangers = [{ name: 'Fiona', start: 0, end: 5 }];
    const { logs } = showComposer({ people: [], spokenOf: [], strangers });
    fireEvent.change(await field(), { target: { value: 'Fiona called' } });
    const offer = await screen.findByRole('button', { name: 'Fiona: a new customer?' });
    await save();
    expect((await screen.findByRole('alert')).textContent).toContain('Is Fiona a new customer?');
    expect(document.activeElement).toBe(offer);
    expect(logs()).toEqual([]);
    fireEvent.click(offer);
    await save();
    await waitFor(() => expect(logs()).toHaveLength(1));
    expect(logs()[0]).toMatchObject({ customerIds: [], newPeople: ['Fiona'] });
  });

  test('who it was can be typed where the line does not say it', async () => {
    const { logs } = showComposer({ people: [], spokenOf: [] });
    fireEvent.change(await field(), { target: { value: 'called, all well' } });
    const who = await screen.findByRole('combobox', { name: 'Who was it?' });
    await save();
    expect((await screen.findByRole('alert')).textContent).toContain('Whom did you speak with?');
    expect(document.activeElement).toBe(who);
    fireEvent.change(who, { target: { value: 'fiona bell' } });
    fireEvent.click(await screen.findByText('fiona bell: a new customer'));
    await save();
    await waitFor(() => expect(logs()).toHaveLength(1));
    expect(logs()[0]).toMatchObject({ newPeople: ['fiona bell'] });
  });
});

test('a draft comes back with what was put right in it', async () => {
  drafts.set('talk:anybody', line);
  drafts.set(
    'talk:anybody:put-right',
    JSON.stringify({
      medium: 'visit',
      people: { [rosa.id]: 'not-meant', [hannah.id]: 'took-part' },
    }),
  );
  showComposer();
  expect((await field()).value).toBe(line);
  await screen.findByRole('button', { name: 'Not with Hannah Price' });
  expect(screen.getByLabelText<HTMLSelectElement>('How you spoke').value).toBe('visit');
  expect(screen.queryByText('Rosa Bianchi')).toBeNull();
});
