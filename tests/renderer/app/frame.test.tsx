import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { lazy } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { connection } from '../../../renderer/app/connection.ts';
import { Frame } from '../../../renderer/app/frame.tsx';
import { showDone } from '../../../renderer/app/notices.tsx';
import { Surroundings } from '../../../renderer/app/porchlight.tsx';
import { createQueries } from '../../../renderer/app/queries.ts';
import { Rooms } from '../../../renderer/app/rooms.tsx';
import { Screen } from '../../../renderer/parts/screen.tsx';
import { type Answers, fakeCore, refusal, show } from './show.tsx';

vi.mock('../../../renderer/app/screens.ts', () => {
  const Today = () => <Screen title="Today">The day</Screen>;
  const People = () => <Screen title="People">Everybody</Screen>;
  const Welcome = () => <Screen title="Welcome">Hello</Screen>;
  const Reflection = () => <Screen title="Reflection">The week</Screen>;
  const Broken = () => {
    throw new TypeError('it broke');
  };
  const screens: Record<string, unknown> = {
    today: Today,
    people: People,
    welcome: Welcome,
    lessons: Broken,
    reflection: lazy(() => Promise.reject(new TypeError('Failed to fetch'))),
  };
  const names = ['today', 'people', 'lessons', 'reflection', 'welcome'];
  return {
    routes: names.map((name) => ({ name, path: `/${name}` })),
    screenOf: (name: string) => screens[name],
    forgetScreen: (name: string) => {
      if (name === 'reflection') screens[name] = Reflection;
    },
    fetchAllScreens: async () => {},
  };
});

afterEach(() => vi.restoreAllMocks());

function openWindow(path: string, answers: Answers = {}) {
  const core = fakeCore(answers);
  window.history.replaceState(null, '', path);
  render(
    <Router>
      <Surroundings queries={createQueries()}>
        <Frame>
          <Rooms />
        </Frame>
      </Surroundings>
    </Router>,
  );
  return core;
}

const newHouse: Answers = {
  'house.counts': () => ({ people: 0, newMentions: 0, followUpsDue: 0 }),
  'settings.get': () => ({ welcomed: false, appearance: 'system' }),
};

test('the window opens on Today, with its title and the ways round the house', async () => {
  openWindow('/');
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  expect(document.title).toBe('Today · Porchlight');
  const here = screen.getByRole('link', { current: 'page' });
  expect(here.textContent).toBe('Today');
  expect((await screen.findByRole('link', { name: 'People 148 people' })).textContent).toContain(
    '148',
  );
  expect(screen.getByRole('main')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Skip to the content' })).toBeTruthy();
});

test('a new and empty house begins with Welcome, without the ways round it', async () => {
  openWindow('/', newHouse);
  await screen.findByRole('heading', { level: 1, name: 'Welcome' });
  expect(window.location.pathname).toBe('/welcome');
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('a house with people in it is never sent to Welcome', async () => {
  openWindow('/', { 'settings.get': newHouse['settings.get'] ?? (() => {}) });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
});

test('going to another screen moves the focus to its heading', async () => {
  openWindow('/today');
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  expect(document.activeElement).toBe(document.body);
  fireEvent.click(screen.getByRole('link', { name: /^People/ }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'People' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(document.title).toBe('People · Porchlight');
});

test('a screen that breaks says so, and the rest of the window goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  openWindow('/lessons');
  expect((await screen.findByRole('alert')).textContent).toMatch(/not your doing/);
  fireEvent.click(screen.getByRole('link', { name: /^People/ }));
  await screen.findByRole('heading', { level: 1, name: 'People' });
});

test('a screen that could not be fetched is fetched anew by trying again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  openWindow('/reflection');
  const again = await screen.findByRole('button', { name: 'Try again' });
  fireEvent.click(again);
  await screen.findByRole('heading', { level: 1, name: 'Reflection' });
});

test('an address without a screen leads back to Today', async () => {
  openWindow('/nowhere');
  const back = await screen.findByRole('link', { name: 'Back to Today' });
  fireEvent.click(back);
  await screen.findByRole('heading', { level: 1, name: 'Today' });
});

test('a lost core is said at once, and unsaid when it is found', async () => {
  openWindow('/today');
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  act(() => connection.lost());
  await screen.findByText(/Start it again and this page will wake up/);
  act(() => {
    fakeCore();
  });
  await waitFor(() => expect(screen.queryByText(/Start it again/)).toBeNull());
});

test('no network is said, for all else goes on', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  openWindow('/today');
  await screen.findByText(/There is no network just now/);
  await screen.findByRole('heading', { level: 1, name: 'Today' });
});

test('Ctrl Z takes back the last step and says what it was; not while writing', async () => {
  const { calls } = show(<input aria-label="Words" />, {
    answers: { 'journal.undo': () => ({ step: 'x', label: 'Marked the quote as done' }) },
  });
  const undone = () => calls.filter(({ path }) => path === 'journal.undo');
  fireEvent.keyDown(await screen.findByLabelText('Words'), { key: 'z', ctrlKey: true });
  expect(undone()).toHaveLength(0);
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await screen.findByText('Taken back: Marked the quote as done');
  expect(undone()).toHaveLength(1);
});

test('what was done can be undone from its notice, by its own step', async () => {
  const { calls } = show(<p>Here</p>, {
    answers: { 'journal.undo': () => ({ step: 'y', label: 'Marked done' }) },
  });
  await screen.findByText('Here');
  act(() => showDone('Marked done', 'step-7'));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('Taken back: Marked done');
  expect(calls.find(({ path }) => path === 'journal.undo')?.input).toEqual({ step: 'step-7' });
});

test('nothing to take back is said in a sentence', async () => {
  show(<p>Here</p>, {
    answers: {
      'journal.undo': () => {
        throw refusal('not-found', 'There is nothing to take back.');
      },
    },
  });
  await screen.findByText('Here');
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await screen.findByText('There is nothing to take back.');
});

test('the question mark shows every shortcut, and lets single keys be turned off', async () => {
  show(<p>Here</p>);
  await screen.findByText('Here');
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
  await screen.findByText('Find or do anything');
  const single = screen.getByRole('switch', { name: /Single keys/ });
  fireEvent.click(single);
  expect(window.localStorage.getItem('porchlight:single-keys')).toBe('off');
});
