import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { idOf } from '../people/people.ts';
import { anEntry, showPerson } from './person.tsx';

const entries = [
  anEntry({ withOthers: [{ id: idOf(2), name: 'Nkem' }] }),
  anEntry({
    id: idOf(21),
    medium: 'phone',
    reached: false,
    text: 'Rang, no answer',
    day: '2025-11-02',
  }),
  anEntry({
    kind: 'note',
    id: idOf(22),
    medium: null,
    text: 'Spare key in the drawer',
    pinned: true,
  }),
  anEntry({
    kind: 'follow-up',
    id: idOf(23),
    text: 'Send the quote',
    state: 'open',
    dueDay: '2026-03-01',
  }),
  anEntry({
    kind: 'mention',
    id: idOf(24),
    text: 'Lovely rye.',
    sourceName: 'Town reviews',
    state: 'new',
    rating: { value: 4, best: 5, worst: 1 },
    address: 'https://reviews.example/24',
  }),
  anEntry({ kind: 'added', id: idOf(1), text: '', day: '2025-03-02' }),
];
const timeline = () => screen.findByRole('region', { name: 'Between you' });
const items = async () => within(await timeline()).findAllByRole('listitem');

test('all that was between you is one list, each in its own words', async () => {
  showPerson({ entries });
  const shown = (await items()).map((item) => item.textContent ?? '');
  expect(shown[0]).toContain('At the counter, with Nkem');
  expect(shown[1]).toContain('Phone call, nobody reached');
  expect(shown[1]).toContain('2 Nov 2025');
  expect(shown[2]).toContain('Note, pinned');
  expect(shown[3]).toContain('Promised, due yesterday');
  expect(shown[4]).toContain('Said on Town reviews');
  expect(shown[4]).toContain('4 of 5 stars');
  expect(shown[4]).toContain('waits for an answer');
  expect(shown[5]).toContain('They came into your house');
});

test('a pinned note is read first', async () => {
  showPerson({ entries });
  const pinned = await screen.findByRole('region', { name: 'Pinned notes' });
  expect(pinned.textContent).toBe('Spare key in the drawer');
});

test('one kind can be looked at alone, and the address keeps it', async () => {
  const { inputs } = showPerson({ entries });
  await items();
  fireEvent.click(screen.getByRole('radio', { name: 'Notes' }));
  await waitFor(async () => expect(await items()).toHaveLength(1));
  expect(window.location.search).toBe('?kind=note');
  expect(inputs('people.timeline').at(-1)).toMatchObject({ kinds: ['note'] });
});

test('a conversation is put right in its place', async () => {
  const { inputs } = showPerson({
    entries,
    answers: { 'conversations.change': () => ({ step: 's' }) },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Change The knee is better.' }));
  const said = screen.getByLabelText<HTMLTextAreaElement>('What was said');
  expect(said.value).toBe('The knee is better.');
  fireEvent.change(said, { target: { value: 'The knee is worse.' } });
  fireEvent.change(screen.getByLabelText('How you spoke'), { target: { value: 'phone' } });
  fireEvent.keyDown(said, { key: 'Enter', ctrlKey: true });
  await screen.findByText('Changed the conversation');
  expect(inputs('conversations.change')).toEqual([
    {
      id: idOf(20),
      said: 'The knee is worse.',
      medium: 'phone',
      reached: true,
      happenedDay: undefined,
    },
  ]);
  await waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Change The knee is better.'),
  );
});

test('each thing can go to the bin, and the focus stays with the list', async () => {
  const { inputs } = showPerson({
    entries,
    answers: {
      'conversations.bin': () => ({ step: 's1' }),
      'notes.bin': () => ({ step: 's2' }),
      'followUps.bin': () => ({ step: 's3' }),
    },
  });
  const bin = async (name: string) =>
    fireEvent.click(await screen.findByRole('button', { name: `Put ${name} in the bin` }));
  await bin('The knee is better.');
  await screen.findByText('The conversation is in the bin');
  expect(document.activeElement?.textContent).toBe('Between you');
  await bin('Spare key in the drawer');
  await bin('Send the quote');
  await screen.findByText('The follow-up is in the bin');
  expect(inputs('conversations.bin')).toEqual([{ id: idOf(20) }]);
  expect(inputs('notes.bin')).toEqual([{ id: idOf(22) }]);
  expect(inputs('followUps.bin')).toEqual([{ id: idOf(23) }]);
});

test('a note is taken down with one button', async () => {
  const { inputs } = showPerson({ entries, answers: { 'notes.change': () => ({ step: 's' }) } });
  fireEvent.click(await screen.findByRole('button', { name: 'Take down Spare key in the drawer' }));
  await screen.findByText('Taken down');
  expect(inputs('notes.change')).toEqual([{ id: idOf(22), pinned: false }]);
});

test('a long past comes a part at a time, and all of it can be reached', async () => {
  const long = Array.from({ length: 120 }, (_, index) =>
    anEntry({ id: idOf(1000 + index), text: `Talk ${index}` }),
  );
  const { inputs } = showPerson({ entries: long });
  expect(await items()).toHaveLength(50);
  fireEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
  await waitFor(async () => expect(await items()).toHaveLength(100));
  fireEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
  await waitFor(async () => expect(await items()).toHaveLength(120));
  expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
  expect(inputs('people.timeline').filter((input) => !hasKinds(input))).toMatchObject([
    { offset: 0 },
    { offset: 50 },
    { offset: 100 },
  ]);
});
const hasKinds = (input: unknown) => Boolean((input as { kinds?: unknown }).kinds);

test('whoever comes for one thing from a search is brought to it, however long ago', async () => {
  const long = Array.from({ length: 120 }, (_, index) =>
    anEntry({ id: idOf(1000 + index), text: `Talk ${index}` }),
  );
  showPerson({ entries: long, path: `/people/${idOf(1)}?entry=${idOf(1110)}` });
  const words = await screen.findByText('Talk 110');
  expect(words.closest('li')?.hasAttribute('data-wanted')).toBe(true);
});
