import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Screen } from '../../../renderer/parts/screen.tsx';
import type { WaitingNotice } from '../../../shared/contract/contract.ts';
import { refusal, show } from './show.tsx';

const id = '019cad58-bd80-7000-8000-000000000001';
const step = '019cad58-bd80-7000-8000-000000000002';

function notice(more: Partial<WaitingNotice> = {}): WaitingNotice {
  return {
    id,
    title: 'Send the quote',
    body: 'Rosa Rossi · due today at 15:00',
    place: '/people',
    missed: false,
    actions: [
      { id: 'done', label: 'Done' },
      { id: 'tomorrow', label: 'Tomorrow' },
    ],
    ...more,
  };
}

/** A window to which the core hands a notice as soon as it asks after having been told. */
function open(
  given: WaitingNotice,
  answer: () => unknown = () => ({ step, said: 'Done' }),
  path = '/follow-ups',
) {
  let waiting: WaitingNotice[] = [];
  const shown = show(<Screen title="Follow-ups">.</Screen>, {
    path,
    answers: {
      'reminders.take': () => waiting.splice(0),
      'reminders.answer': answer,
    },
  });
  return {
    ...shown,
    arrive: async () => {
      await screen.findByRole('heading', { level: 1 });
      waiting = [given];
      shown.emit({ type: 'notice' });
    },
    answers: () =>
      shown.calls.filter(({ path }) => path === 'reminders.answer').map(({ input }) => input),
  };
}

/** A browser that has, or has not, allowed notices; gives those that it showed. */
function browser(permission: NotificationPermission) {
  const shown: (EventTarget & { title: string; options: NotificationOptions })[] = [];
  class FakeNotification extends EventTarget {
    static permission = permission;
    readonly title: string;
    readonly options: NotificationOptions;
    constructor(title: string, options: NotificationOptions) {
      super();
      this.title = title;
      this.options = options;
      shown.push(this);
    }
    close() {}
  }
  vi.stubGlobal('Notification', FakeNotification);
  return shown;
}

const see = (visibility: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a notice comes up in the page, and is dealt with there', async () => {
  const { arrive, answers } = open(notice());
  await arrive();
  await screen.findByText('Rosa Rossi · due today at 15:00');
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  await screen.findByText('Send the quote: done');
  expect(answers()).toEqual([{ id, action: 'done' }]);
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
});

test('what was too late for it is said in a sentence', async () => {
  const { arrive } = open(notice(), () => {
    throw refusal('conflict', 'This one is done already.');
  });
  await arrive();
  fireEvent.click(await screen.findByRole('button', { name: 'Tomorrow' }));
  await screen.findByText('This one is done already.');
});

test('a page that nobody sees counts it in its title until it is looked at', async () => {
  const { arrive } = open(notice());
  await screen.findByRole('heading', { level: 1 });
  see('hidden');
  await arrive();
  await waitFor(() => expect(document.title).toBe('(1) Follow-ups · Porchlight'));
  see('visible');
  await waitFor(() => expect(document.title).toBe('Follow-ups · Porchlight'));
});

test('a browser that was allowed to shows it; a click brings what can be done', async () => {
  const shown = browser('granted');
  const focus = vi.spyOn(window, 'focus').mockImplementation(() => {});
  const { arrive, answers } = open(notice());
  await arrive();
  await waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]).toMatchObject({ title: 'Send the quote', options: { tag: id } });
  expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
  shown[0]?.dispatchEvent(new Event('click'));
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
  await waitFor(() => expect(answers()).toHaveLength(1));
  expect(focus).toHaveBeenCalled();
});

test('a click on one that asks for nothing leads to its place', async () => {
  const shown = browser('granted');
  vi.spyOn(window, 'focus').mockImplementation(() => {});
  const { arrive } = open(notice({ actions: [] }));
  await arrive();
  await waitFor(() => expect(shown).toHaveLength(1));
  shown[0]?.dispatchEvent(new Event('click'));
  await waitFor(() => expect(window.location.pathname).toBe('/people'));
});

test('a browser that was told not to shows nothing, and the page does', async () => {
  const shown = browser('denied');
  const { arrive } = open(notice());
  await arrive();
  await screen.findByRole('button', { name: 'Done' });
  expect(shown).toEqual([]);
});

test('what was missed is not said twice on Today, which has a card about it', async () => {
  const { arrive, calls } = open(notice({ missed: true }), undefined, '/today');
  await arrive();
  await waitFor(() =>
    expect(calls.filter(({ path }) => path === 'reminders.take').length).toBeGreaterThan(1),
  );
  await new Promise((go) => setTimeout(go, 0));
  expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
});
