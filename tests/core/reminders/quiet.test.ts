import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localDay, localTime } from '../../../main/core/clock.ts';
import { quietUntil } from '../../../main/core/reminders/hours.ts';
import { openRemindingHouse, settled, told } from './told.ts';

const usual = {
  quietHours: true,
  quietFrom: '20:00',
  quietUntil: '08:00',
  remindersPausedUntil: '',
};
const rome = 'Europe/Rome';
const at = (local: string) => instantOf(local.slice(0, 10), local.slice(11), rome);
const ends = (local: string, hours = {}) => {
  const end = quietUntil(at(local), rome, { ...usual, ...hours });
  return end === null ? null : `${localDay(end, rome)}T${localTime(end, rome)}`;
};

describe('quiet hours', () => {
  test('go over midnight, and their end belongs to the day', () => {
    expect(ends('2026-03-02T19:59')).toBeNull();
    expect(ends('2026-03-02T20:00')).toBe('2026-03-03T08:00');
    expect(ends('2026-03-03T03:00')).toBe('2026-03-03T08:00');
    expect(ends('2026-03-03T08:00')).toBeNull();
    const noon = { quietFrom: '12:00', quietUntil: '14:00' };
    expect(ends('2026-03-02T13:00', noon)).toBe('2026-03-02T14:00');
    expect(ends('2026-03-02T14:00', noon)).toBeNull();
    expect(ends('2026-03-02T23:00', { quietHours: false })).toBeNull();
    expect(ends('2026-03-02T23:00', { quietFrom: '20:00', quietUntil: '20:00' })).toBeNull();
  });

  test('a pause ends in the morning after the quiet hours', () => {
    const paused = { remindersPausedUntil: '2026-03-03' };
    expect(ends('2026-03-02T10:00', paused)).toBe('2026-03-03T08:00');
    expect(ends('2026-03-02T10:00', { ...paused, quietHours: false })).toBe('2026-03-03T00:00');
    expect(ends('2026-03-03T08:00', paused)).toBeNull();
  });

  test('always end within a day and a bit, at a moment that is not quiet, in any zone', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
    const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(instant, zones, time, time, (now, zone, quietFrom, until) => {
        const hours = { ...usual, quietFrom, quietUntil: until };
        const end = quietUntil(now, zone, hours);
        if (end === null) return;
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(26 * 3_600_000);
        expect(quietUntil(end, zone, hours)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a reminder in quiet hours', () => {
  test('waits until they end, together with the others, and is not lost by a restart', async () => {
    const house = await openRemindingHouse();
    const add = (text: string, dueDay: string, dueTime: string) =>
      house.client.followUps.add({ text, dueDay, dueTime });
    await add('Late', '2026-03-02', '21:00');
    await add('Early', '2026-03-03', '06:30');
    await settled();
    house.clock.set('2026-03-02T21:00');
    house.clock.set('2026-03-03T06:30');
    expect(await told(house)).toEqual([]);
    const again = await house.reopen();
    expect(await told(again)).toEqual([]);
    again.clock.set('2026-03-03T07:59');
    expect(await told(again)).toEqual([]);
    again.clock.set('2026-03-03T08:00');
    expect(await told(again)).toEqual(['While Porchlight was closed: 2 follow-ups']);
  });

  test('held back while somebody was there is not called missed', async () => {
    const house = await openRemindingHouse();
    await house.client.followUps.add({ text: 'Late', dueDay: '2026-03-02', dueTime: '21:00' });
    await settled();
    house.clock.set('2026-03-02T21:00');
    house.clock.set('2026-03-03T08:00');
    expect(await told(house)).toEqual(['Late']);
    expect(await house.client.reminders.missed()).toEqual([]);
  });

  test('is not forgotten when its words are changed meanwhile', async () => {
    const house = await openRemindingHouse();
    const { id } = await house.client.followUps.add({
      text: 'Lte',
      dueDay: '2026-03-02',
      dueTime: '21:00',
    });
    await settled();
    house.clock.set('2026-03-02T22:00');
    await settled();
    await house.client.followUps.change({ id, text: 'Late' });
    await settled();
    house.clock.set('2026-03-03T08:00');
    expect(await told(house)).toEqual(['Late']);
  });
});

test('paused until tomorrow, everything waits; resumed, it is told at once', async () => {
  const house = await openRemindingHouse();
  for (const time of ['10:00', '11:00']) {
    await house.client.followUps.add({ text: time, dueDay: '2026-03-02', dueTime: time });
  }
  const { step } = await house.client.settings.save({ remindersPausedUntil: '2026-03-03' });
  await settled();
  house.clock.set('2026-03-02T10:00');
  house.clock.set('2026-03-02T11:00');
  expect(await told(house)).toEqual([]);
  await house.client.journal.undo({ step });
  expect(await told(house)).toEqual(['2 follow-ups are waiting']);
});

test('a kind that is switched off is not told, not even later, and the others are', async () => {
  const house = await openRemindingHouse();
  await house.client.settings.save({ remindFollowUps: false });
  await house.client.followUps.add({ text: 'Off', dueDay: '2026-03-03' });
  await settled();
  house.clock.set('2026-03-03T09:00');
  expect(await told(house)).toEqual([]);
  await house.client.settings.save({ remindFollowUps: true });
  expect(await told(house)).toEqual([]);
  await house.client.followUps.add({ text: 'On', dueDay: '2026-03-04' });
  await settled();
  house.clock.set('2026-03-04T09:00');
  expect(await told(house)).toEqual(['On']);
});
