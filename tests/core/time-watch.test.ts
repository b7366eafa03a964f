import { expect, onTestFinished, test } from 'vitest';
import { createBell } from '../../main/core/bell.ts';
import { createTimeWatch } from '../../main/core/time-watch.ts';
import { stillClock } from '../support/open-house.ts';

/** A watch over a clock that stands still, on a machine that has been awake for so long. */
function watch(local: string) {
  const clock = stillClock(local);
  const bell = createBell();
  let awake = 0;
  const { stop } = createTimeWatch(clock, bell, { every: 2, elapsed: () => awake });
  const ending = new AbortController();
  onTestFinished(() => {
    stop();
    ending.abort();
  });
  const events = bell.listen(ending.signal);
  return {
    clock,
    /** The next that is rung. */
    heard: async () => (await events.next()).value,
    pass: (minutes: number) => {
      awake += minutes * 60_000;
    },
  };
}

test('rings when the day has turned', async () => {
  const { clock, heard, pass } = watch('2026-03-02T23:59');
  const next = heard();
  pass(2);
  clock.set('2026-03-03T00:01');
  expect(await next).toEqual({ type: 'day-turned', day: '2026-03-03' });
});

test('rings when the machine has slept, when its clock was set, and when it has travelled', async () => {
  const { clock, heard } = watch('2026-03-02T08:00');
  const changed = { type: 'changed', topics: ['clock'] };
  const slept = heard();
  clock.set('2026-03-02T12:00');
  expect(await slept).toEqual(changed);
  const set = heard();
  clock.set('2026-03-02T09:00');
  expect(await set).toEqual(changed);
  const travelled = heard();
  clock.goTo('Europe/London');
  expect(await travelled).toEqual(changed);
});
