import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import PeopleScreen from '../../../../renderer/screens/people/people-screen.tsx';
import { type Answers, show } from '../../app/show.tsx';
import { aRow, idOf, listing } from './people.ts';

const rosa = aRow({ name: 'Rosa Marchetti', tags: ['trade'], nextFollowUpDay: '2026-03-02' });
const nkem = aRow({
  id: idOf(2),
  name: 'Nkem Adeyemi',
  circle: 'inner',
  rhythmDays: 14,
  silentDays: 35,
  stretch: 2.5,
  lastSpokeDay: '2026-01-26',
});
const li = aRow({
  id: idOf(3),
  name: '李小龍',
  lastSpokeDay: null,
  circle: 'none',
  rhythmDays: null,
});

const answers = (more: Answers = {}): Answers => ({
  'people.list': listing([li, nkem, rosa]),
  'people.tags': () => [{ tag: 'trade', people: 1 }],
  'people.duplicates': () => ({ people: 0, total: 0, pairs: [] }),
  ...more,
});
const shown = (path = '/people', more: Answers = {}) =>
  show(<PeopleScreen />, { path, answers: answers(more) });
const inputs = (calls: { path: string; input: unknown }[], path: string) =>
  calls.filter((call) => call.path === path).map((call) => call.input);
const row = (name: string) => screen.findByRole('link', { name: new RegExp(name) });

test('each person is there at a glance: how near, how long since, what is next', async () => {
  shown();
  const first = await row('Nkem Adeyemi');
  expect(first.textContent).toContain('Inner circle');
  expect(first.textContent).toContain('last spoke 5 weeks ago');
  expect(first.textContent).toContain('3 weeks overdue');
  expect(first.getAttribute('href')).toBe(`/people/${idOf(2)}`);
  expect((await row('Rosa Marchetti')).textContent).toContain('next follow-up today');
  expect((await row('李小龍')).textContent).toContain('last spoke not yet');
  expect(screen.getByText('3 people')).toBeDefined();
});

test('typing searches, and the address keeps what was typed', async () => {
  const { calls } = shown();
  await row('Rosa Marchetti');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nkem' } });
  await waitFor(() => expect(screen.queryByRole('link', { name: /Rosa/ })).toBeNull());
  expect(window.location.search).toBe('?words=nkem');
  expect(inputs(calls, 'people.list').at(-1)).toMatchObject({ words: 'nkem', offset: 0 });
});

test('a filter in the address is in force at once, and one button shows everybody again', async () => {
  const { calls } = shown('/people?overdue=1&sort=stretch');
  await row('Nkem');
  expect(inputs(calls, 'people.list')[0]).toMatchObject({ overdue: true, sort: 'stretch' });
  expect(screen.queryByRole('link', { name: /Rosa/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Clear, and show everybody' }));
  await row('Rosa');
  expect(window.location.search).toBe('?sort=stretch');
});

test('the slash goes to the search, and the arrow from there to the list', async () => {
  shown();
  const first = await row('李小龍');
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(first);
});

test('several are ticked with x and go to the bin in one step that can be undone', async () => {
  const { calls } = shown('/people', {
    'people.bin': () => ({ step: 'the-step' }),
    'journal.undo': () => ({ step: 'another', label: 'Put 2 people in the bin' }),
  });
  const first = await row('李小龍');
  act(() => first.focus());
  fireEvent.keyDown(first, { key: 'x' });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choose Rosa Marchetti' }));
  const bar = screen.getByRole('region', { name: 'Chosen people' });
  expect(bar.textContent).toContain('2 people chosen');
  fireEvent.click(screen.getByRole('button', { name: 'Put in the bin' }));
  await screen.findByText('2 people put in the bin');
  expect(inputs(calls, 'people.bin')).toEqual([{ ids: [idOf(3), idOf(1)] }]);
  expect(screen.queryByRole('region', { name: 'Chosen people' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(inputs(calls, 'journal.undo')).toEqual([{ step: 'the-step' }]));
});

test('everybody ticked gets the same tag, or moves to the same circle', async () => {
  const { calls } = shown('/people', {
    'people.changeAll': ({ circle }: { circle?: string }) => ({ step: circle ?? 'tagged' }),
  });
  await row('Rosa');
  for (const name of ['Rosa Marchetti', 'Nkem Adeyemi']) {
    fireEvent.click(screen.getByRole('checkbox', { name: `Choose ${name}` }));
  }
  fireEvent.click(screen.getByRole('button', { name: 'Tag' }));
  const field = await screen.findByLabelText('A tag for them', { selector: 'input' });
  fireEvent.click(screen.getByRole('button', { name: 'Tag them' }));
  await screen.findByText('Write the tag first.');
  fireEvent.change(field, { target: { value: 'Christmas' } });
  fireEvent.click(screen.getByRole('button', { name: 'Tag them' }));
  await screen.findByText('2 people tagged “Christmas”');
  fireEvent.click(screen.getByRole('button', { name: 'Circle' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Inner circle' }));
  await screen.findByText('2 people moved: Inner circle');
  const ids = [idOf(1), idOf(2)];
  expect(inputs(calls, 'people.changeAll')).toEqual([
    { ids, addTag: 'Christmas' },
    { ids, circle: 'inner' },
  ]);
});

test('an empty house offers three ways to begin', async () => {
  const { calls } = shown('/people', {
    'people.list': () => ({ total: 0, rows: [] }),
    'house.counts': () => ({ people: 0, newMentions: 0, followUpsDue: 0 }),
    'sample.load': () => ({ step: 'town' }),
  });
  await screen.findByRole('heading', { name: 'Who comes through your door?' });
  expect(screen.getByRole('button', { name: 'Bring people in from a file' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Look round the sample town' }));
  await screen.findByText('The sample town is here');
  expect(inputs(calls, 'sample.load')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Add the first person' }));
  await screen.findByRole('dialog', { name: 'New customer' });
});

test('a search that finds nobody says so, and shows the way back', async () => {
  shown('/people?words=zzz');
  await screen.findByRole('heading', { name: 'Nobody by those words' });
  fireEvent.click(screen.getByRole('button', { name: 'Show everybody' }));
  await row('Rosa');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
});
