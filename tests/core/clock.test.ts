import { expect, test, vi } from 'vitest';
import { createClock, instantOf, localDay, localTime } from '../../main/core/clock.ts';

test('a clock wakes when the instant has come by it, and not once it was called off', async () => {
  const clock = createClock({ offset: -86_400_000 });
  const never = vi.fn();
  const callOff = clock.wake(clock.now() + 5, never);
  callOff();
  const at = clock.now() + 30;
  const woken = await new Promise<number>((go) => clock.wake(at, () => go(clock.now())));
  expect(woken).toBeGreaterThanOrEqual(at);
  expect(never).not.toHaveBeenCalled();
});

test('a local time that the clocks leave out is after it, and one that comes twice the second', () => {
  const back = (day: string, time: string) => {
    const instant = instantOf(day, time, 'Europe/Rome');
    return [localDay(instant, 'Europe/Rome'), localTime(instant, 'Europe/Rome'), instant];
  };
  expect(back('2026-03-29', '02:30').slice(0, 2)).toEqual(['2026-03-29', '03:30']);
  expect(back('2026-10-25', '02:30')).toEqual([
    '2026-10-25',
    '02:30',
    Date.UTC(2026, 9, 25, 1, 30),
  ]);
});
