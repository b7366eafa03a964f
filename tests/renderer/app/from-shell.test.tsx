import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { listenToShell } from '../../../renderer/app/from-shell.ts';
import { type FromShell, menuActions } from '../../../shared/from-shell.ts';
import { show } from './show.tsx';

listenToShell();

/** What the preload tells the page. */
function send(told: FromShell | Record<string, unknown>, source: unknown = window): void {
  const event = new MessageEvent('message', { data: { kind: 'porchlight:shell', told } });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}

const go = (place: unknown, source?: unknown) => send({ kind: 'go', place }, source);
const here = () => `${window.location.pathname}${window.location.search}`;

test('the shell leads the window to places of the house, and nowhere else', async () => {
  go('/follow-ups');
  show(<p>.</p>, { path: '/today' });
  await waitFor(() => expect(here()).toBe('/follow-ups'));
  for (const place of ['https://evil.example/', '//evil.example', '/\\evil.example', 7, null]) {
    go(place);
  }
  go('/people', null);
  expect(here()).toBe('/follow-ups');
  go('/people/7?entry=3');
  await waitFor(() => expect(here()).toBe('/people/7?entry=3'));
});

test('the keys of the composer open the line wherever one is', async () => {
  show(<p>.</p>, { path: '/listening?show=new', answers: { 'drafts.get': () => ({ text: '' }) } });
  await screen.findByText('.');
  go('?log=1');
  await screen.findByRole('dialog', { name: 'Log a conversation' });
  expect(window.location.pathname).toBe('/listening');
  expect(window.location.search).toContain('show=new');
});

test('every action of the menu is one of the window, done as from its palette', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  // Chosen before the page is there, as from the menu of a Mac without a window.
  send({ kind: 'do', action: 'keys' });
  const { calls, unmount } = show(<p>.</p>, {
    path: '/today',
    answers: {
      'drafts.get': () => ({ text: '' }),
      'journal.undo': () => ({ step: '1', label: 'Logged a conversation' }),
      'sources.gather': () => ({ started: true, sources: 1 }),
    },
  });
  await screen.findByRole('dialog', { name: 'By keyboard' });
  const seen: Record<string, () => unknown> = {
    new: () => expect(here()).toBe('/people?new=1'),
    log: () => screen.getByRole('dialog', { name: 'Log a conversation' }),
    undo: () => expect(calls.map(({ path }) => path)).toContain('journal.undo'),
    find: () => screen.getByRole('dialog', { name: 'Find or do something' }),
    gather: () => expect(calls.map(({ path }) => path)).toContain('sources.gather'),
    print: () => expect(print).toHaveBeenCalledOnce(),
    keys: () => screen.getByRole('dialog', { name: 'By keyboard' }),
  };
  for (const action of menuActions) {
    send({ kind: 'do', action });
    await waitFor(seen[action] ?? (() => expect(here()).toBe(action)));
  }
  unmount();
});

test('a file that was opened with Porchlight is looked at before any of it is kept', async () => {
  show(<p>.</p>, {
    path: '/people',
    answers: {
      'sources.lookAtFile': () => ({ holds: 'sources', total: 1, names: ['The Gazette'] }),
    },
  });
  await screen.findByText('.');
  const content = new TextEncoder().encode('<opml/>');
  send({ kind: 'file', name: 'feeds.opml', content: 'a text' });
  send({ kind: 'file', name: 'feeds.opml', content });
  await screen.findByText('The Gazette');
  expect(screen.getAllByText('feeds.opml')).toHaveLength(1);
});
