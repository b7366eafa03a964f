import { ORPCError } from '@orpc/client';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Router } from 'wouter';
import { defaultSettings } from '../../../main/core/settings/defaults.ts';
import { client } from '../../../renderer/app/client.ts';
import { connection } from '../../../renderer/app/connection.ts';
import { listen } from '../../../renderer/app/events.ts';
import { Frame } from '../../../renderer/app/frame.tsx';
import { Surroundings } from '../../../renderer/app/porchlight.tsx';
import { createQueries } from '../../../renderer/app/queries.ts';
import type { HouseEvent, Settings } from '../../../shared/contract/contract.ts';

/** What the fake core answers, by procedure: `{ 'people.get': (input) => … }`. */
export type Answers = Record<string, (input: never) => unknown>;

export interface Called {
  path: string;
  input: unknown;
}

/** The settings that a fake core gives. */
export const usualSettings: Settings = {
  ...defaultSettings,
  welcomed: true,
  businessName: 'The Corner Bakery',
  country: 'GB',
  yourName: 'Ada',
  appearance: 'day',
};

/** What a fake core says of itself. */
export const usualAbout = {
  ...{ version: '1.0.0', dataFolder: '/home/ada/porchlight', databaseBytes: 1_000_000, schema: 1 },
  ...{ shell: 'desktop', sample: false, installed: true },
};

/** The lock of a window that has none. */
export const usualLock = {
  ...{ isSet: false, isLocked: false, isWaiting: false, idleMinutes: 0 },
  file: '/home/ada/porchlight/window-lock.json',
};

/** Monday 2 March 2026, eight in the morning. */
const usual: Answers = {
  'house.now': () => ({ now: Date.UTC(2026, 2, 2, 8), day: '2026-03-02', zone: 'Europe/London' }),
  'house.counts': () => ({ people: 148, newMentions: 6, followUpsDue: 3 }),
  'house.about': () => usualAbout,
  'lock.state': () => usualLock,
  'settings.get': () => usualSettings,
  'savedSearches.list': () => [],
  'reminders.take': () => [],
  'reminders.missed': () => [],
  'rescue.remarks': () => [],
  'versions.state': () => ({ stage: 'none', version: '', news: '', percent: 0 }),
  'sources.lookAtFile': () => ({ holds: 'people', sure: true }),
};

/** A failure as the core's boundary gives it. */
export function refusal(code: string, sentence: string, field?: string): Error {
  return new ORPCError('REFUSED', {
    defined: true,
    status: 422,
    message: sentence,
    data: { code, field },
  });
}

/** Puts a fake core behind the window's client. Procedures without an answer fail by name. */
export function fakeCore(answers: Answers = {}) {
  const all = { ...usual, ...answers };
  const calls: Called[] = [];
  // A window of an earlier test may listen still.
  const listeners = new Set<(event: HouseEvent) => void>();

  async function* events(signal: AbortSignal | undefined) {
    const waiting: HouseEvent[] = [];
    let wake: () => void = () => {};
    let cut = false;
    listeners.add((event) => {
      waiting.push(event);
      wake();
    });
    const end = () => {
      cut = true;
      wake();
    };
    signal?.addEventListener('abort', end);
    // As a real carrier does, a lost connection ends its streams.
    const stop = connection.watch(end);
    while (!cut) {
      const event = waiting.shift();
      if (event) yield event;
      else
        await new Promise<void>((go) => {
          wake = go;
        });
    }
    stop();
    if (!signal?.aborted) throw new Error('The stream was cut');
  }

  connection.opened({
    call: async (path, input, options) => {
      const name = path.join('.');
      if (name === 'events.listen') return events(options.signal);
      calls.push({ path: name, input });
      const answer = all[name];
      if (!answer) throw new Error(`The fake core has no answer for ${name}`);
      return answer(input as never);
    },
  });
  return {
    calls,
    emit(event: HouseEvent) {
      for (const tell of listeners) tell(event);
    },
  };
}

interface Shown {
  /** The address, with its search: `/people/7?entry=3`. */
  path?: string;
  answers?: Answers;
  /** Whether the window's frame stands around it. */
  framed?: boolean;
}

/** Renders something in the frame of the window, with a fake core behind it. */
export function show(shown: ReactElement, { path = '/', answers = {}, framed = true }: Shown = {}) {
  const core = fakeCore(answers);
  const queries = createQueries();
  const end = new AbortController();
  void listen(client, connection, queries, end.signal);
  window.history.replaceState(null, '', path);
  const rendered = render(
    <Router>
      <Surroundings queries={queries}>{framed ? <Frame>{shown}</Frame> : shown}</Surroundings>
    </Router>,
  );
  return { ...rendered, ...core, queries, end: () => end.abort() };
}
