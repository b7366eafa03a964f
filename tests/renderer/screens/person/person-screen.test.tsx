import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refusal } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';
import { aFollowUp, showPerson } from './person.tsx';

const region = (name: string) => screen.findByRole('region', { name });
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('the heading says who it is, how the name is said, and what they do', async () => {
  showPerson({
    person: { role: 'Baker', company: 'Forno', pronouns: 'she/her', saidAs: 'roh-za' },
  });
  await screen.findByRole('heading', { level: 1, name: 'Rosa Marchetti' });
  expect(document.title).toBe('Rosa Marchetti · Porchlight');
  const lead = screen.getByText('Baker, Forno').parentElement;
  expect(lead?.textContent).toBe('Baker, Forno' + 'she/her' + 'say “roh-za”');
});

test('how long since you spoke is said in words, with how much that is overdue', async () => {
  showPerson({ person: { silentDays: 51, lastSpokeDay: '2026-01-10', attempts: 2 } });
  const words = await screen.findByText(/You last spoke/);
  expect(words.textContent).toBe(
    'You last spoke 7 weeks ago, 3 weeks overdue. You tried 2 times since, and reached nobody.',
  );
  expect(screen.getByText('Regular, every month')).toBeDefined();
});

test('the rhythm that is seen can be set with one button', async () => {
  const { inputs } = showPerson({ person: { seenRhythmDays: 22 } });
  fireEvent.click(await screen.findByRole('button', { name: 'Set every 3 weeks' }));
  await screen.findByText('Set to every 3 weeks');
  expect(inputs('people.change')).toEqual([{ id: idOf(1), changes: { rhythmDays: 21 } }]);
});

test('the rhythm that is seen can be left as it is, and that is remembered', async () => {
  const { inputs } = showPerson({ person: { seenRhythmDays: 22 } });
  fireEvent.click(await screen.findByRole('button', { name: 'No, leave it' }));
  await screen.findByText('Left as it is');
  expect(inputs('people.leaveRhythm')).toEqual([{ id: idOf(1), days: 22 }]);
});

test('the circle is changed in place, with a rhythm of their own if wanted', async () => {
  const { inputs } = showPerson();
  fireEvent.click(await screen.findByRole('button', { name: 'Change the circle' }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Inner circle' }));
  type(/A rhythm of their own/, 'ten');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('A number of days from 1 to 730, or nothing.');
  expect(inputs('people.change')).toEqual([]);
  type(/A rhythm of their own/, '10');
  const form = screen.getByRole('form', { name: 'How near you keep them' });
  fireEvent.keyDown(within(form).getByLabelText(/A rhythm/), { key: 'Enter', ctrlKey: true });
  await waitFor(() =>
    expect(inputs('people.change')).toEqual([
      { id: idOf(1), changes: { circle: 'inner', rhythmDays: 10 } },
    ]),
  );
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the circle' })),
  );
});

test('a phone is added beside what is there, and the focus comes back to its button', async () => {
  const contacts = [
    { id: idOf(5), kind: 'email' as const, label: '', value: 'r@x.org', network: '' },
  ];
  const { inputs } = showPerson({ person: { contacts } });
  fireEvent.click(await screen.findByRole('button', { name: 'Add a way to reach them' }));
  type('Number, mail or name', '0201 555 019');
  fireEvent.submit(screen.getByRole('form', { name: 'A way to reach them' }));
  await screen.findByText('Added phone');
  expect(inputs('people.change')).toEqual([
    {
      id: idOf(1),
      changes: {
        contacts: [...contacts, { kind: 'phone', label: '', value: '0201 555 019', network: '' }],
      },
    },
  ]);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Add a way to reach them');
});

test('a refused field keeps what was typed, with the sentence beside it', async () => {
  showPerson({
    answers: {
      'people.change': () => {
        throw refusal('invalid', 'A mail address has a name, an @ and a place.', 'value');
      },
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Add a way to reach them' }));
  type('Number, mail or name', 'rosa@');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('A mail address has a name, an @ and a place.');
  const field = screen.getByLabelText<HTMLInputElement>('Number, mail or name');
  expect(field.value).toBe('rosa@');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('Escape leaves a form without changing anything', async () => {
  const { inputs } = showPerson();
  fireEvent.click(await screen.findByRole('button', { name: 'Add a date' }));
  fireEvent.keyDown(screen.getByLabelText('Day'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('form', { name: 'A date' })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a date' }));
  expect(inputs('people.change')).toEqual([]);
});

test('a phone opens in the person’s own program', async () => {
  const { inputs } = showPerson({
    person: {
      contacts: [
        { id: idOf(5), kind: 'phone', label: 'shop', value: '+39 (0)6 555-019', network: '' },
        {
          id: idOf(6),
          kind: 'handle',
          label: '',
          value: '@rosa@example.social',
          network: 'Mastodon',
        },
      ],
    },
    answers: { 'house.open': () => undefined },
  });
  fireEvent.click(await screen.findByRole('button', { name: '+39 (0)6 555-019' }));
  fireEvent.click(screen.getByRole('button', { name: '@rosa@example.social' }));
  await waitFor(() =>
    expect(inputs('house.open')).toEqual([
      { address: 'tel:+3906555019' },
      { address: 'https://example.social/@rosa' },
    ]),
  );
});

test('a birthday needs neither year nor day, but a month', async () => {
  const { inputs } = showPerson();
  fireEvent.click(await screen.findByRole('button', { name: 'Add a date' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Choose the month.');
  type('Month', '3');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Added Birthday');
  expect(inputs('people.change')).toMatchObject([
    { changes: { dates: [{ kind: 'birthday', day: null, month: 3, year: null, noticeDays: 3 }] } },
  ]);
});

test('family who are customers lead to their pages; what others wrote stays theirs', async () => {
  const { inputs } = showPerson({
    person: {
      relations: [
        { id: idOf(7), name: 'Luca', relation: 'son', otherId: null, note: '', fromOther: false },
        {
          id: idOf(8),
          name: 'Nkem',
          relation: 'friend',
          otherId: idOf(2),
          note: '',
          fromOther: true,
        },
      ],
    },
  });
  const family = await region('Family and friends');
  expect(within(family).getByRole('link', { name: 'Nkem' }).getAttribute('href')).toBe(
    `/people/${idOf(2)}`,
  );
  expect(within(family).queryByRole('button', { name: 'Change Nkem' })).toBeNull();
  fireEvent.click(within(family).getByRole('button', { name: 'Change Luca' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await screen.findByText('Removed Luca');
  expect(inputs('people.change')).toEqual([{ id: idOf(1), changes: { relations: [] } }]);
});

test('a fact is changed in its place; Enter saves', async () => {
  const facts = [{ id: idOf(9), text: 'Likes rye' }];
  const { inputs } = showPerson({ person: { facts } });
  fireEvent.click(await screen.findByRole('button', { name: 'Change Likes rye' }));
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Worth knowing' });
  expect(field.value).toBe('Likes rye');
  fireEvent.change(field, { target: { value: 'Allergic to nuts' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() =>
    expect(inputs('people.change')).toEqual([
      { id: idOf(1), changes: { facts: [{ id: idOf(9), text: 'Allergic to nuts' }] } },
    ]),
  );
  await waitFor(() =>
    expect(inputs('drafts.save')).toContainEqual({ key: `fact:${idOf(9)}`, text: '' }),
  );
});

test('a note that was being written is there again', async () => {
  const { inputs } = showPerson({
    answers: {
      'drafts.get': ({ key }: { key: string }) => ({
        text: key === `person:${idOf(1)}:note` ? 'Spare key is in the' : '',
      }),
      'notes.add': () => ({ step: 'noted', id: idOf(40) }),
    },
  });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'n' });
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The note' });
  await waitFor(() => expect(field.value).toBe('Spare key is in the'));
  fireEvent.change(field, { target: { value: 'Spare key is in the drawer' } });
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await screen.findByText('Noted');
  expect(inputs('notes.add')).toMatchObject([
    { customerId: idOf(1), body: 'Spare key is in the drawer', pinned: false },
  ]);
});

test('a follow-up is added for a day', async () => {
  const { inputs } = showPerson({
    answers: { 'followUps.add': () => ({ step: 's', id: idOf(31) }) },
  });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'f' });
  type('What is to be done', 'Bring the samples');
  fireEvent.click(screen.getByRole('button', { name: 'In a week' }));
  fireEvent.submit(screen.getByRole('form', { name: 'A follow-up' }));
  await screen.findByText('Added to what is promised');
  expect(inputs('followUps.add')).toEqual([
    {
      customerId: idOf(1),
      text: 'Bring the samples',
      dueDay: '2026-03-09',
      dueTime: null,
      recurrence: null,
    },
  ]);
});

test('what is owed is at hand, and done with one button', async () => {
  const { inputs } = showPerson({
    promises: [aFollowUp()],
    answers: {
      'followUps.done': () => ({ step: 's', next: { id: idOf(32), dueDay: '2026-03-13' } }),
    },
  });
  const promised = await region('Promised');
  fireEvent.click(await within(promised).findByRole('button', { name: 'Done: Send the quote' }));
  expect(promised.textContent).toContain('Send the quoteWaiting Friday');
  await screen.findByText('Done. Again Friday 13 March');
  expect(inputs('followUps.done')).toEqual([{ id: idOf(30) }]);
});

test('to the bin and back: the notice brings them back', async () => {
  const { inputs } = showPerson({
    answers: {
      'people.bin': () => ({ step: 'binned' }),
      'journal.undo': () => ({ step: 'u', label: 'Put Rosa Marchetti in the bin' }),
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Put in the bin' }));
  await screen.findByText('Rosa Marchetti is in the bin');
  expect(window.location.pathname).toBe('/people');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(inputs('journal.undo')).toEqual([{ step: 'binned' }]));
});

test('somebody in the bin says so, and nothing is logged there', async () => {
  const { inputs } = showPerson({
    person: { binnedAt: Date.UTC(2026, 1, 27) },
    answers: { 'people.restore': () => ({ step: 's' }) },
  });
  await screen.findByText(/In the bin since/);
  expect(screen.queryByRole('textbox', { name: /What was said with/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Put back' }));
  await waitFor(() => expect(inputs('people.restore')).toEqual([{ ids: [idOf(1)] }]));
});

test('every change of a person can be read, with what it was before, and taken back', async () => {
  const step = { apart: false, people: 1, undone: false, more: 0 };
  const { inputs } = showPerson({
    answers: {
      'people.history': () => ({
        total: 3,
        steps: [
          {
            ...step,
            step: 'c',
            at: Date.UTC(2026, 2, 1),
            label: 'Changed Rosa',
            changes: [{ what: 'Phone, shop', before: '0201 555', after: '0201 556' }],
          },
          {
            ...step,
            step: 'b',
            at: Date.UTC(2026, 1, 20),
            label: 'Merged Rosie into Rosa',
            people: 3,
            changes: [{ what: 'Tag', before: 'market', after: null }],
            more: 3,
          },
          {
            ...step,
            step: 'a',
            at: Date.UTC(2026, 1, 1),
            label: 'Added Rosa',
            undone: true,
            changes: [],
          },
        ],
      }),
      'people.stepBack': () => ({ step: 'u', label: 'Changed Rosa' }),
    },
  });
  const summary = await screen.findByText('What was changed');
  const details = summary.closest('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByRole('button', { name: 'Undo: Changed Rosa' });
  const steps = screen.getAllByRole('listitem');
  const wordsOf = (label: string) =>
    steps.find((item) => item.textContent?.startsWith(label))?.textContent;
  expect(wordsOf('Changed Rosa')).toContain('Phone, shop: 0201 556, was 0201 555');
  expect(wordsOf('Merged')).toContain('Tag, taken away: marketand 3 more');
  expect(screen.queryByRole('button', { name: 'Undo: Added Rosa' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Undo: Changed Rosa' }));
  await screen.findByText('Taken back: Changed Rosa');
  expect(inputs('people.stepBack')).toEqual([{ id: idOf(1), step: 'c' }]);
  fireEvent.click(screen.getByRole('button', { name: 'Undo: Merged Rosie into Rosa' }));
  expect(await screen.findByText(/concerned 3 people/)).toBeDefined();
  expect(inputs('people.stepBack')).toHaveLength(1);
});

test('a door without anybody says so kindly', async () => {
  showPerson({
    answers: {
      'people.get': () => {
        throw refusal('not-found', 'This person is not here any more.');
      },
    },
  });
  await screen.findByRole('heading', { name: 'Nobody lives at this door' });
});
