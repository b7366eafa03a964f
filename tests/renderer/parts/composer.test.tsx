import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Composer } from '../../../renderer/parts/composer/composer.tsx';
import type { Understood } from '../../../shared/contract/contract.ts';
import { type Answers, show } from '../app/show.tsx';
import { idOf } from '../screens/people/people.ts';

const line = 'called Rosa and Marco, Hannah is better, send the quote friday';
const rosa = { id: idOf(1), name: 'Rosa Bianchi' };
const hannah = { id: idOf(2), name: 'Hannah Price' };
const marco = {
  id: idOf(3),
  name: 'Marco Bianchi',
  company: 'Harbour',
  lastSpokeDay: '2026-02-27',
};
const other = { id: idOf(4), name: "Marco D'Angelo", company: '', lastSpokeDay: null };

function understoodOf(changes: Partial<Understood> = {}): Understood {
  return {
    medium: 'phone',
    reached: true,
    happenedDay: '2026-03-02',
    said: line,
    marks: [{ what: 'medium', start: 0, end: 6 }],
    promises: [
      {
        text: 'Send the quote',
        dueDay: '2026-03-06',
        dueTime: null,
        customer: null,
        start: 41,
        end: 62,
      },
    ],
    people: [{ ...rosa, start: 7, end: 11 }],
    spokenOf: [{ ...hannah, start: 23, end: 29 }],
    unsure: [],
    strangers: [],
    isPlan: false,
    ...changes,
  };
}

const drafts = new Map<string, string>();
beforeEach(() => {
  drafts.clear();
  sessionStorage.clear();
});

function showComposer(changes: Partial<Understood> = {}, answers: Answers = {}) {
  const logged: unknown[] = [];
  const shown = show(<Composer draftKey="talk:anybody" onLogged={(one) => logged.push(one)} />, {
    path: '/today',
    answers: {
      'drafts.get': ({ key }: { key: string }) => ({ text: drafts.get(key) ?? '' }),
      'drafts.save': ({ key, text }: { key: string; text: string }) => void drafts.set(key, text),
      'conversations.understand': () => understoodOf(changes),
      'conversations.log': () => ({ id: idOf(9), step: 's' }),
      'conversations.plan': () => ({ step: 'p' }),
      'people.list': () => ({ total: 0, rows: [] }),
      ...answers,
    },
  });
  const logs = () =>
    shown.calls.filter(({ path }) => path === 'conversations.log').map(({ input }) => input);
  return { ...shown, logged, logs };
}

const field = () =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What was said, and with whom' });
async function type(words = line) {
  fireEvent.change(await field(), { target: { value: words } });
  await screen.findByRole('button', { name: 'Not with Rosa Bianchi' });
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const save = async () => fireEvent.keyDown(await field(), { key: 'Enter', ctrlKey: true });

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

describe('while it is typed', () => {
  const fox = { id: idOf(7), name: '🦊 Fox (R.)', company: 'Harbour' };
  const write = async (words: string) =>
    fireEvent.change(await field(), { target: { value: words } });
  const key = async (name: string) => fireEvent.keyDown(await field(), { key: name });

  test('@ offers people, and who is chosen is meant, whatever they are called', async () => {
    const asked: unknown[] = [];
    const { logs } = showComposer(
      {
        said: 'Rang 🦊 Fox (R.) ',
        ...{ people: [], spokenOf: [], promises: [], marks: [] },
        strangers: [{ name: 'Fox', start: 8, end: 11 }],
      },
      {
        'people.list': ({ words }: { words: string }) => {
          asked.push(words);
          return { total: 2, rows: [marco, fox] };
        },
      },
    );
    await write('Rang @fo');
    const list = await screen.findByRole('listbox', { name: 'Customers' });
    expect(asked.at(-1)).toBe('fo');
    const [first, second] = screen.getAllByRole('option');
    expect(first?.getAttribute('aria-selected')).toBe('true');
    await key('ArrowDown');
    expect(second?.getAttribute('aria-selected')).toBe('true');
    expect((await field()).getAttribute('aria-activedescendant')).toBe(second?.id);
    expect((await field()).getAttribute('aria-controls')).toBe(list.id);
    await key('Enter');
    expect((await field()).value).toBe('Rang 🦊 Fox (R.) ');
    expect(screen.queryByRole('listbox')).toBeNull();
    await screen.findByRole('button', { name: 'Not with 🦊 Fox (R.)' });
    expect(screen.queryByRole('button', { name: /a new customer/ })).toBeNull();
    await save();
    await waitFor(() => expect(logs()).toMatchObject([{ customerIds: [fox.id] }]));
  });

  test('# offers tags; Escape puts the offer away and leaves the words', async () => {
    showComposer(
      {},
      {
        'timeline.tags': () => [{ tag: 'velvet', times: 2 }],
        'people.tags': () => [{ tag: 'Very good payer', people: 1 }],
      },
    );
    await write('Wants #ve');
    await screen.findByRole('listbox', { name: 'Tags' });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '#velvet',
      '#Very-good-payer',
    ]);
    await key('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect((await field()).value).toBe('Wants #ve');
    await write('Wants #vel');
    await screen.findByRole('listbox', { name: 'Tags' });
    await key('Tab');
    expect((await field()).value).toBe('Wants #velvet ');
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
