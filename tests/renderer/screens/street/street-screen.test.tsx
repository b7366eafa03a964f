import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import StreetScreen from '../../../../renderer/screens/street/street-screen.tsx';
import type { TownHouse } from '../../../../shared/contract/contract.ts';
import { type Answers, show } from '../../app/show.tsx';
import { aHouse, houses as manyHouses } from './houses.ts';

const houses = [
  aHouse('ada', { name: 'Ada', circle: 'inner', rhythmDays: 14, tags: ['music'], warmth: 0.9 }),
  aHouse('bo', { name: 'Bo', tags: ['harbour'], warmth: 0, lastSpokeDay: '2026-01-01' }),
  aHouse('li', { name: '李小龍', isToday: true, warmth: 0, lastSpokeDay: null }),
];

const pick = {
  id: 'p',
  day: '2026-03-02',
  state: 'waiting',
  reasons: [{ kind: 'new', addedDay: '2026-03-01', days: 1 }],
  customer: { id: 'li', name: '李小龍', pronouns: 'he/him' },
  brief: {},
  asksAboutRhythm: false,
};

const shown = (given: readonly TownHouse[] = houses, path = '/street', more: Answers = {}) =>
  show(<StreetScreen />, {
    path,
    answers: {
      'today.town': () => ({ houses: given }),
      'today.get': () => ({ day: '2026-03-02', pick, doneToday: [], moreWaiting: false, load: {} }),
      'settings.save': () => ({ step: 's' }),
      ...more,
    },
  });

const door = (name: RegExp) => screen.findByRole('link', { name });
const hears = (element: Element) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;

test('the street is heard as a list: lanes as headings, each house a link to its person', async () => {
  shown();
  const inner = await screen.findByRole('list', { name: 'Inner circle' });
  expect(
    within(inner)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/people/ada']);
  const regular = screen.getByRole('list', { name: 'Regular' });
  const names = within(regular)
    .getAllByRole('link')
    .map((link) => link.getAttribute('aria-label')?.replace(/[\u2068\u2069]/g, ''));
  expect(names).toEqual([
    'Bo, dark: it has been a while',
    '李小龍, the lamp is lit at this door today',
  ]);
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    'Inner circle',
    'Regular',
  ]);
});

test('one Tab comes to today’s door, arrows walk along, and the sign tells who lives there', async () => {
  const { container } = shown();
  const today = await door(/李小龍/);
  const doors = [...container.querySelectorAll<HTMLElement>('[data-picture] a')];
  expect(doors.filter(({ tabIndex }) => tabIndex === 0)).toEqual([today]);
  today.focus();
  await waitFor(() => expect(hears(today)).toContain('He is new here; say hello.'));
  expect(hears(today)).toContain('You have not spoken yet.');
  fireEvent.keyDown(today, { key: 'ArrowLeft' });
  const bo = await door(/Bo/);
  await waitFor(() => expect(document.activeElement).toBe(bo));
  expect(hears(bo)).toContain('You last spoke 2 months ago, 4 weeks overdue.');
  expect(hears(bo)).toContain('Regular, every month · harbour');
  fireEvent.keyDown(bo, { key: 'ArrowUp' });
  const ada = await door(/Ada/);
  await waitFor(() => expect(document.activeElement).toBe(ada));
  fireEvent.click(ada);
  await waitFor(() => expect(window.location.pathname).toBe('/people/ada'));
});

test('words narrow the list to whoever is found, and Enter goes there', async () => {
  shown();
  await door(/Ada/);
  const field = screen.getByLabelText('Find on the street');
  fireEvent.change(field, { target: { value: 'harb' } });
  await waitFor(() => expect(screen.queryByRole('link', { name: /Ada/ })).toBeNull());
  expect(screen.getByText('1 of 3')).toBeTruthy();
  fireEvent.keyDown(field, { key: 'Enter' });
  const bo = await door(/Bo/);
  await waitFor(() => expect(document.activeElement).toBe(bo));
  fireEvent.keyDown(field, { key: 'Escape' });
  await door(/Ada/);
});

test('a light can be looked for: those who went dark', async () => {
  shown();
  await door(/Ada/);
  fireEvent.click(screen.getByRole('button', { name: '2 dark' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: /Ada/ })).toBeNull());
  expect(screen.getByRole('button', { name: '2 dark', pressed: true })).toBeTruthy();
});

test('the choice between circles and tags is kept', async () => {
  const { calls } = shown();
  await door(/Ada/);
  fireEvent.click(screen.getByRole('radio', { name: 'Tags' }));
  await waitFor(() =>
    expect(calls.find(({ path }) => path === 'settings.save')?.input).toEqual({ streetBy: 'tag' }),
  );
});

test('a lane can be walked down alone, and the whole town is one step away', async () => {
  shown(houses, '/street?lane=inner');
  await door(/Ada/);
  expect(screen.queryByRole('list', { name: 'Regular' })).toBeNull();
  fireEvent.click(screen.getByRole('link', { name: 'Back to the whole town' }));
  await screen.findByRole('list', { name: 'Regular' });
  fireEvent.click(screen.getByRole('link', { name: 'Regular' }));
  await waitFor(() => expect(window.location.search).toBe('?lane=regular'));
});

test('a town without anybody asks for the first', async () => {
  shown([]);
  expect(await screen.findByText('Nobody lives on this street yet')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Add the first person' })).toBeTruthy();
});

test('a town of 5,000 is put on paper in a few paths, and is a list of 5,000', async () => {
  const { container } = shown(manyHouses(5_000));
  await screen.findByRole('list', { name: 'Regular' });
  expect(container.querySelectorAll('[data-picture] li')).toHaveLength(5_000);
  fireEvent(window, new Event('beforeprint'));
  const paths = container.querySelectorAll('[data-picture] path');
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.length).toBeLessThan(700);
});

test('on paper a small town has its names under the houses', async () => {
  const { container } = shown();
  await door(/Ada/);
  expect(container.querySelector('[data-picture] bdi')).toBeNull();
  fireEvent(window, new Event('beforeprint'));
  const names = [...container.querySelectorAll('[data-picture] bdi')].map((one) => one.textContent);
  expect(names).toEqual(['Ada', 'Bo', '李小龍']);
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(container.querySelector('[data-picture] bdi')).toBeNull());
});
