import type { LeapDay } from '../../../../shared/dates.ts';
import { addDays, nextOccurrence } from '../../../../shared/dates.ts';
import type { Recurrence } from '../../../../shared/recurrence.ts';
import { dateWords } from '../../../../shared/wording/dates.ts';
import { line } from '../vcard-text.ts';
import { followUpRule, inShortMonths, yearlyRule } from './rules.ts';
import { basic } from './time-zone.ts';

/** A date in somebody's life, on its way into a calendar. */
export interface LeavingDate {
  id: string;
  name: string;
  kind: 'birthday' | 'anniversary' | 'other';
  label: string;
  year: number | null;
  month: number;
  day: number;
  yearly: boolean;
}

/** An open follow-up, on its way into a calendar. */
export interface LeavingFollowUp {
  id: string;
  /** Whom it is for; null when nobody. */
  name: string | null;
  text: string;
  dueDay: string;
  dueTime: string | null;
  snoozedUntil: string | null;
  snoozedTime: string | null;
  recurrence: Recurrence | null;
  /** The day that a repeating one was first meant for. */
  anchor: string;
}

/** What all events of one file have in common. */
export interface CalendarContext {
  /** The moment at which the file is written, in the basic form of ISO 8601, UTC. */
  stamp: string;
  today: string;
  zone: string;
  leapDay: LeapDay;
}

/** A date as an event of the whole day, every year when it comes every year. */
export function dateEvent(date: LeavingDate, context: CalendarContext): string[] {
  const { year, month, day, kind, name, label } = date;
  const yearly = date.yearly || year === null;
  const first = `${year ?? context.today.slice(0, 4)}-01-01`;
  // In a year without a 29 February it begins on the day on which it is kept.
  const start = nextOccurrence({ year, month, day, yearly }, first, context.leapDay);
  if (start === null) return [];
  const occasion = label || (kind === 'other' ? 'a date' : kind);
  return event(date.id, context, [
    ...startLines(start, null, context),
    ...(yearly ? [`RRULE:${yearlyRule(month, day, context.leapDay)}`] : []),
    line(
      'SUMMARY',
      text(kind === 'birthday' && !label ? `${name}’s birthday` : `${name}: ${occasion}`),
    ),
    ...(year === null
      ? []
      : [
          line('DESCRIPTION', text(`${kind === 'birthday' ? 'Born' : 'Since'} ${dateWords(date)}`)),
        ]),
    `CATEGORIES:${kind === 'birthday' ? 'Birthday' : 'Date'}`,
  ]);
}

/**
 * A follow-up as an event on the day it is due, or from its time on for a quarter of an hour; put
 * off, it stands where it was put off to. One that comes again does so by its rule.
 */
export function followUpEvents(followUp: LeavingFollowUp, context: CalendarContext): string[] {
  const { id, name, recurrence, dueDay, dueTime, snoozedUntil, snoozedTime, anchor } = followUp;
  const rule = recurrence && followUpRule(recurrence, anchor, context.leapDay);
  const said = [
    line('SUMMARY', text(name === null ? followUp.text : `${name}: ${followUp.text}`)),
    ...(recurrence?.from === 'done'
      ? [line('DESCRIPTION', text('Comes again some time after it is done.'))]
      : []),
    'CATEGORIES:Follow-up',
  ];
  const due = startLines(dueDay, dueTime, context);
  const isPutOff = snoozedUntil !== null && snoozedUntil >= dueDay;
  const put = isPutOff ? startLines(snoozedUntil, snoozedTime, context) : due;
  if (!rule) return event(id, context, [...put, ...said]);
  const also = inShortMonths(recurrence, anchor, dueDay).map((day) =>
    (startLines(day, dueTime, context)[0] ?? '').replace(/^DTSTART/, 'RDATE'),
  );
  const series = event(id, context, [...due, `RRULE:${rule}`, ...also, ...said]);
  if (!isPutOff) return series;
  const [start = ''] = due;
  const instead = start.replace(/^DTSTART/, 'RECURRENCE-ID');
  return [...series, ...event(id, context, [instead, ...put, ...said])];
}

function event(id: string, { stamp }: CalendarContext, lines: readonly string[]): string[] {
  return [
    'BEGIN:VEVENT',
    // Its own for good: the same file once more changes what is there, and adds nothing.
    `UID:${id}@porchlight`,
    `DTSTAMP:${stamp}`,
    ...lines,
    // Nobody is busy because of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function startLines(day: string, time: string | null, { zone }: CalendarContext): string[] {
  if (time === null) {
    return [
      line('DTSTART', day.replaceAll('-', ''), { VALUE: 'DATE' }),
      line('DTEND', addDays(day, 1).replaceAll('-', ''), { VALUE: 'DATE' }),
    ];
  }
  const at = basic(`${day}T${time}`);
  return [zone === 'UTC' ? `DTSTART:${at}Z` : `DTSTART;TZID=${zone}:${at}`, 'DURATION:PT15M'];
}

/** A text as calendars escape it (RFC 5545 section 3.3.11); what is no text is left out. */
function text(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n|\r/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}
