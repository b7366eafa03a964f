import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type {
  CalendarContext,
  LeavingDate,
  LeavingFollowUp,
} from '../../../../main/core/exchange/calendar/events.ts';
import { writeCalendar } from '../../../../main/core/exchange/calendar/export-calendar.ts';
import { addDays, nextOccurrence } from '../../../../shared/dates.ts';
import { nextDue, type Recurrence } from '../../../../shared/recurrence.ts';
import { openHouse } from '../../../support/open-house.ts';

const context: CalendarContext = {
  ...{ stamp: '20260302T080000Z', today: '2026-03-02', zone: 'Europe/Rome' },
  leapDay: 'february-28',
};
const id = '018f0000-0000-7000-8000-000000000001';
const birthday: LeavingDate = {
  ...{ id, name: 'Rosa', kind: 'birthday', label: '', yearly: true },
  ...{ year: 1961, month: 4, day: 15 },
};
const promise: LeavingFollowUp = {
  ...{ id, name: 'Rosa', text: 'Send the quote', dueDay: '2026-03-06', dueTime: null },
  ...{ snoozedUntil: null, snoozedTime: null, recurrence: null, anchor: '2026-03-06' },
};

/** The events of a calendar, as an independent reader sees them. */
function eventsIn(content: string): ICAL.Event[] {
  for (const line of content.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  const calendar = new ICAL.Component(ICAL.parse(content));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

/** The days of an event's first occurrences. */
function daysOf(event: ICAL.Event, count: number): string[] {
  const days: string[] = [];
  const occurrences = event.iterator();
  for (let at = occurrences.next(); at && days.length < count; at = occurrences.next()) {
    days.push(at.toString().slice(0, 10));
  }
  return days;
}

const words = fc
  .string({
    unit: fc.constantFrom(...'aß山é,;:\\"\'\n\t🙂ñ=', 'BEGIN:VEVENT', '\r\n', 'END:VCALENDAR'),
    maxLength: 60,
  })
  .filter((typed) => typed.trim() !== '');
const plain = (typed: string) => typed.replace(/\r\n|\r/g, '\n');

test('a date comes in a calendar on the days on which it comes here, also a 29 February', () => {
  fc.assert(
    fc.property(
      fc.record({
        name: words,
        label: fc.oneof(fc.constant(''), words),
        kind: fc.constantFrom('birthday', 'anniversary', 'other'),
        year: fc.option(fc.integer({ min: 1900, max: 2030 })),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant(29)),
        yearly: fc.boolean(),
      }) satisfies fc.Arbitrary<Omit<LeavingDate, 'id'>>,
      fc.constantFrom('february-28' as const, 'march-1' as const),
      (given, leapDay) => {
        const date = { ...given, id };
        const [event] = eventsIn(writeCalendar([date], [], { ...context, leapDay }));
        if (!event) throw new Error('No event');
        expect(event.uid).toBe(`${id}@porchlight`);
        expect(event.summary).toContain(plain(date.name));
        expect(event.startDate.isDate).toBe(true);
        const yearly = date.yearly || date.year === null;
        const expected: string[] = [];
        let from = `${date.year ?? 2026}-01-01`;
        for (let turn = 0; turn < (yearly ? 9 : 1); turn += 1) {
          const next = nextOccurrence(date, from, leapDay);
          if (next === null) throw new Error('It never comes');
          expected.push(next);
          from = addDays(next, 1);
        }
        expect(daysOf(event, 9)).toEqual(expected);
      },
    ),
    { numRuns: 80 },
  );
});

const recurrence = fc.oneof(
  fc.record({
    every: fc.integer({ min: 1, max: 4 }),
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
    from: fc.constant('due'),
  }),
  fc.record({
    every: fc.integer({ min: 1, max: 3 }),
    unit: fc.constant('week'),
    from: fc.constant('due'),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    every: fc.integer({ min: 1, max: 3 }),
    unit: fc.constant('month'),
    from: fc.constant('due'),
    lastDay: fc.constant(true),
  }),
) as fc.Arbitrary<Recurrence>;

test('a follow-up comes again in a calendar when it does here', () => {
  fc.assert(
    fc.property(
      recurrence,
      fc.integer({ min: 0, max: 1600 }).map((days) => addDays('2024-01-31', days)),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('february-28' as const, 'march-1' as const),
      words,
      (repeats, start, done, leapDay, text) => {
        const series = (from: string, count: number) => {
          const days = [from];
          while (days.length < count) {
            const due = days.at(-1) ?? from;
            days.push(nextDue(repeats, { due, done: due, anchor, leapDay }) ?? '');
          }
          return days;
        };
        // Begun on a day of its series, and done a few times since.
        const anchor = repeats.lastDay
          ? Temporal.PlainDate.from(start)
              .add({ months: 1 })
              .with({ day: 1 })
              .subtract({ days: 1 })
              .toString()
          : repeats.weekdays
            ? (nextDue(repeats, { due: start, done: start, anchor: start }) ?? start)
            : start;
        const due = series(anchor, done + 1).at(-1) ?? anchor;
        const followUp = { ...promise, text, recurrence: repeats, anchor, dueDay: due };
        const [event] = eventsIn(writeCalendar([], [followUp], { ...context, leapDay }));
        if (!event) throw new Error('No event');
        expect(event.summary).toBe(`Rosa: ${plain(text)}`);
        expect(daysOf(event, 7)).toEqual(series(due, 7));
      },
    ),
    { numRuns: 100 },
  );
});

test('a time of day is the same moment in any calendar, on both sides of the change of the clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'Europe/Rome',
        'America/New_York',
        'Asia/Kolkata',
        'Australia/Lord_Howe',
        'UTC',
        'Africa/Casablanca',
      ),
      fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2025-01-01', days)),
      fc.constantFrom('04:30', '08:00', '23:45'),
      (zone, dueDay, dueTime) => {
        ICAL.TimezoneService.reset();
        const followUp = { ...promise, dueDay, dueTime };
        const [event] = eventsIn(writeCalendar([], [followUp], { ...context, zone }));
        const here = Temporal.PlainDateTime.from(`${dueDay}T${dueTime}`).toZonedDateTime(zone);
        expect(event?.startDate.toJSDate().getTime()).toBe(here.epochMilliseconds);
        expect(event?.duration.toSeconds()).toBe(900);
      },
    ),
    { numRuns: 60 },
  );
});

test('what is put off stands where it was put off to; a series goes on beside it', () => {
  const off = { ...promise, snoozedUntil: '2026-03-09', snoozedTime: '14:00' };
  const [once] = eventsIn(writeCalendar([], [off], context));
  expect(once?.startDate.toString()).toBe('2026-03-09T14:00:00');
  const repeats = { every: 1, unit: 'week', from: 'due' } as const;
  const [series, moved] = eventsIn(writeCalendar([], [{ ...off, recurrence: repeats }], context));
  expect(daysOf(series as ICAL.Event, 2)).toEqual(['2026-03-06', '2026-03-13']);
  expect(moved?.recurrenceId.toString()).toBe('2026-03-06');
  expect(moved?.startDate.toString()).toBe('2026-03-09T14:00:00');
});

test('what comes again some time after it is done stands there once', () => {
  const recurrence = { every: 3, unit: 'month', from: 'done' } as const;
  const [event] = eventsIn(writeCalendar([], [{ ...promise, recurrence }], context));
  expect(event?.isRecurring()).toBe(false);
  expect(event?.description).toBe('Comes again some time after it is done.');
});

test('a birthday says whose it is and when they were born', () => {
  const [event] = eventsIn(writeCalendar([birthday], [], context));
  expect(event).toMatchObject({ summary: 'Rosa’s birthday', description: 'Born 15 April 1961' });
  expect(event?.endDate.toString()).toBe('1961-04-16');
});

test('a house gives its dates and what is open, and the same again under the same names', async () => {
  const { client, clock } = await openHouse();
  const { id: rosa } = await client.people.add({
    givenName: 'Rosa',
    dates: [
      { kind: 'birthday', year: 1961, month: 4, day: 15 },
      { kind: 'other', label: 'Name day', month: 9, day: null },
    ],
  });
  const { id: gone } = await client.people.add({
    givenName: 'Leo',
    dates: [{ kind: 'birthday', month: 5, day: 1 }],
  });
  await client.people.bin({ ids: [gone] });
  await client.followUps.add({ text: 'Order flour', dueDay: '2026-03-04', dueTime: '09:00' });
  const { id: done } = await client.followUps.add({
    text: 'Done',
    dueDay: '2026-03-04',
    customerId: rosa,
  });
  await client.followUps.done({ id: done });
  const first = await client.exchange.exportCalendar();
  expect(first).toMatchObject({
    ...{ fileName: 'porchlight-calendar-2026-03-02.ics', dates: 1, followUps: 1, leftOut: 1 },
  });
  const events = eventsIn(first.content);
  expect(events.map(({ summary }) => summary)).toEqual(['Rosa’s birthday', 'Order flour']);
  clock.addDays(200);
  const again = eventsIn((await client.exchange.exportCalendar()).content);
  expect(again.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
});
