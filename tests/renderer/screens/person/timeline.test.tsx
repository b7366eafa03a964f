import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { idOf } from '../people/people.ts';
import { aFollowUp, anEntry, showPerson } from './person.tsx';

const entries = [
  anEntry({
    people: [
      { id: idOf(1), name: 'Rosa Marchetti' },
      { id: idOf(2), name: 'Nkem' },
    ],
    spokenOf: [{ id: idOf(3), name: 'Leo' }],
  }),
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
    followUp: aFollowUp({ id: idOf(23), dueDay: '2026-03-01' }),
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
const items = async () => within(await timeline()).findAllByRole('article');

test('all that was between you is one list, each in its own words', async () => {
  showPerson({ entries });
  const shown = (await items()).map((item) => item.textContent ?? '');
  expect(shown[0]).toContain('At the counter, with Nkem');
  expect(shown[0]).toContain('Spoken of: Leo');
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
  expect(pinned.textContent?.trim()).toBe('Spare key in the drawer');
});

test('one kind can be looked at alone, and the address keeps it', async () => {
  const { inputs } = showPerson({ entries });
  await items();
  fireEvent.click(screen.getByRole('radio', { name: 'Notes' }));
  await waitFor(async () => expect(await items()).toHaveLength(1));
  expect(window.location.search).toBe('?kind=note');
  expect(inputs('timeline.list').at(-1)).toMatchObject({ kinds: ['note'] });
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
  fireEvent.change(screen.getByLabelText('Who began it'), { target: { value: 'them' } });
  fireEvent.keyDown(said, { key: 'Enter', ctrlKey: true });
  await screen.findByText('Changed the conversation');
  expect(inputs('conversations.change')).toEqual([
    {
      id: idOf(20),
      said: 'The knee is worse.',
      medium: 'phone',
      reached: true,
      begunBy: 'them',
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

test('a follow-up shows how it stands, and is put off from there', async () => {
  const { inputs } = showPerson({
    entries,
    answers: { 'followUps.snooze': () => ({ step: 's' }) },
  });
  const entry = (await items())[3];
  expect(entry?.textContent).toContain('Late');
  fireEvent.click(screen.getByRole('button', { name: 'Later: Send the quote' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /^Tomorrow/ }));
  await screen.findByText(/^Put off to/);
  expect(inputs('followUps.snooze')).toMatchObject([{ id: idOf(23), until: '2026-03-03' }]);
});

test('a note is taken down with one button', async () => {
  const { inputs } = showPerson({ entries, answers: { 'notes.change': () => ({ step: 's' }) } });
  fireEvent.click(await screen.findByRole('button', { name: 'Take down Spare key in the drawer' }));
  await screen.findByText('Taken down');
  expect(inputs('notes.change')).toEqual([{ id: idOf(22), pinned: false }]);
});

test('a long past is read on by itself, and only what is in sight is drawn', async () => {
  const long = Array.from({ length: 420 }, (_, index) =>
    anEntry({ id: idOf(1000 + index), text: `Talk ${index}` }),
  );
  const { inputs } = showPerson({ entries: long });
  expect((await items()).length).toBeLessThan(60);
  const feed = screen.getByRole('feed', { name: 'Between you' });
  const [first] = await items();
  fireEvent.focus(first as HTMLElement);
  fireEvent.keyDown(feed, { key: 'End' });
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Talk 99'));
  fireEvent.keyDown(feed, { key: 'End' });
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Talk 199'));
  fireEvent.keyDown(feed, { key: 'k' });
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Talk 198'));
  fireEvent.keyDown(feed, { key: 'Home' });
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Talk 0'));
  const pages = inputs('timeline.list').filter((input) => !('pinned' in (input as object)));
  expect(pages).toMatchObject([{ after: null }, {}, { after: '99' }, { after: '199' }]);
});

test('the day is said once, with the first that was said on it', async () => {
  showPerson({
    entries: [anEntry(), anEntry({ id: idOf(21) }), anEntry({ id: idOf(22), day: '2026-02-19' })],
  });
  await items();
  const days = within(await timeline()).getAllByRole('heading', { level: 3 });
  expect(days.map((day) => day.textContent)).toEqual(['10 days ago', '11 days ago']);
});

test('it can be narrowed by words, medium, tag and time, and the address keeps it', async () => {
  const { inputs } = showPerson({ entries });
  fireEvent.click(await screen.findByRole('button', { name: 'Narrow it down' }));
  fireEvent.change(screen.getByLabelText('With the words'), { target: { value: 'knee' } });
  fireEvent.change(screen.getByLabelText('How'), { target: { value: 'phone' } });
  fireEvent.change(await screen.findByLabelText('Tag'), { target: { value: 'rye' } });
  await screen.findByRole('option', { name: '2024' });
  fireEvent.change(screen.getByLabelText('When'), { target: { value: '2025' } });
  expect(Object.fromEntries(new URLSearchParams(window.location.search))).toEqual({
    words: 'knee',
    by: 'phone',
    tag: 'rye',
    from: '2025-01-01',
    to: '2025-12-31',
  });
  await waitFor(() =>
    expect(inputs('timeline.list').at(-1)).toMatchObject({
      customerId: idOf(1),
      words: 'knee',
      media: ['phone'],
      tag: 'rye',
      from: '2025-01-01',
      to: '2025-12-31',
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Show all again' }));
  expect(window.location.search).toBe('');
});

test('whoever comes for one thing from a search is brought to it, however long ago', async () => {
  const long = Array.from({ length: 120 }, (_, index) =>
    anEntry({ id: idOf(1000 + index), text: `Talk ${index}` }),
  );
  // Nothing is laid out here: the page is said to be long enough.
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(100_000);
  const scrolled: number[] = [];
  window.scrollTo = ((to: ScrollToOptions) => scrolled.push(to.top ?? 0)) as typeof scrollTo;
  const { inputs } = showPerson({
    entries: long,
    path: `/people/${idOf(1)}?entry=${idOf(1110)}`,
  });
  await waitFor(() => expect(inputs('timeline.list').at(-1)).toMatchObject({ after: '99' }));
  await waitFor(() => expect(Math.max(...scrolled)).toBeGreaterThan(5000));
});
