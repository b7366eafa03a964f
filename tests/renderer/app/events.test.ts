import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../../renderer/app/client.ts';
import { connection } from '../../../renderer/app/connection.ts';
import { createRefresher, listen } from '../../../renderer/app/events.ts';
import { useGathering } from '../../../renderer/app/gathering.ts';
import { fakeCore } from './show.tsx';

let queries: QueryClient;
let asked: number;
let answer: () => Promise<number>;
let unsubscribe: () => void;
let end: AbortController;

beforeEach(() => {
  queries = new QueryClient();
  asked = 0;
  answer = async () => asked;
  end = new AbortController();
  const observer = new QueryObserver(queries, {
    queryKey: ['people'],
    queryFn: () => {
      asked += 1;
      return answer();
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  unsubscribe = observer.subscribe(() => {});
});

afterEach(() => {
  end.abort();
  unsubscribe();
  queries.clear();
});

const askedTimes = (times: number) => vi.waitFor(() => expect(asked).toBe(times), 3000);

test('a change asks again for what is on the screen', async () => {
  const core = fakeCore();
  void listen(client, connection, queries, end.signal);
  await askedTimes(1);
  await vi.waitFor(() => {
    core.emit({ type: 'changed', topics: ['people'] });
    expect(asked).toBe(2);
  });
});

test('a new day asks again for everything', async () => {
  const core = fakeCore();
  void listen(client, connection, queries, end.signal);
  await askedTimes(1);
  await vi.waitFor(() => {
    core.emit({ type: 'day-turned', day: '2026-03-03' });
    expect(asked).toBe(2);
  });
});

test('a flood of changes is a few questions, and the last change is among them', async () => {
  vi.useFakeTimers();
  const refresh = createRefresher(queries);
  await vi.advanceTimersByTimeAsync(0);
  for (let change = 0; change < 100; change += 1) {
    refresh();
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect(asked).toBeGreaterThan(5);
  expect(asked).toBeLessThan(15);
});

test('a slow answer is not cancelled by the changes that follow it', async () => {
  vi.useFakeTimers();
  const answers: number[] = [];
  answer = async () => {
    await new Promise((go) => setTimeout(go, 400));
    answers.push(asked);
    return asked;
  };
  const refresh = createRefresher(queries);
  for (let change = 0; change < 20; change += 1) {
    refresh();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect(answers.length).toBeGreaterThanOrEqual(4);
  expect(queries.getQueryData(['people'])).toBe(asked);
});

test('a found connection is listened to again, and everything is asked anew', async () => {
  const first = fakeCore();
  void listen(client, connection, queries, end.signal);
  await vi.waitFor(() => {
    first.emit({ type: 'changed', topics: [] });
    expect(asked).toBe(2);
  });
  connection.lost();
  const second = fakeCore();
  await askedTimes(3);
  await vi.waitFor(() => {
    second.emit({ type: 'changed', topics: [] });
    expect(asked).toBe(4);
  });
});

test('how a gathering goes is there to be shown', async () => {
  const core = fakeCore();
  void listen(client, connection, queries, end.signal);
  const { result } = renderHook(() => useGathering());
  const told = (state: 'started' | 'progress' | 'finished', done: number, name?: string) =>
    core.emit({
      type: 'gathering',
      state,
      done,
      of: 2,
      newMentions: done * 3,
      failed: 0,
      source: name ? { id: name, name, ok: true, words: '3 new' } : null,
    });
  await vi.waitFor(() => {
    act(() => told('started', 0));
    expect(result.current.running).toBe(true);
  });
  act(() => told('progress', 1, 'Town paper'));
  act(() => told('finished', 2, 'Reviews'));
  await vi.waitFor(() => expect(result.current.running).toBe(false));
  expect(result.current.newMentions).toBe(6);
  expect(result.current.sources.map(({ name }) => name)).toEqual(['Reviews', 'Town paper']);
});
