import { Temporal } from 'temporal-polyfill';
import { line } from '../vcard-text.ts';

/** For so many years ahead the changes of the clocks are written down. */
const yearsAhead = 20;

/**
 * A time zone as a calendar wants it (RFC 5545 section 3.6.5), from a year on: each change of the
 * clocks by itself, because not every reader knows how to read several in one.
 */
export function timeZoneLines(zone: string, fromYear: number): string[] {
  let before = Temporal.PlainDateTime.from({ year: fromYear, month: 1, day: 1 }).toZonedDateTime(
    zone,
  );
  const lines = [
    'BEGIN:VTIMEZONE',
    line('TZID', zone),
    // What holds before the first change.
    ...observance(before.offset, before.offset, '19700101T000000'),
  ];
  for (;;) {
    const after = before.getTimeZoneTransition('next');
    if (!after || after.year > fromYear + yearsAhead) break;
    const from = after.subtract({ nanoseconds: 1 }).offset;
    lines.push(...observance(from, after.offset, localBefore(after, from)));
    before = after;
  }
  return [...lines, 'END:VTIMEZONE'];
}

function observance(from: string, to: string, at: string): string[] {
  const kind = seconds(to) > seconds(from) ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${at}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${kind}`,
  ];
}

/** The moment of a change as the clocks showed it that were about to be changed. */
function localBefore(change: Temporal.ZonedDateTime, from: string): string {
  return basic(change.toInstant().toZonedDateTimeISO(from).toPlainDateTime().toString());
}

/** A local date and time in the basic form of ISO 8601, as calendars write it. */
export function basic(dateTime: string): string {
  const [day = '', time = ''] = dateTime.split('T');
  return `${day.replaceAll('-', '')}T${time.replaceAll(':', '').slice(0, 6).padEnd(6, '0')}`;
}

function seconds(written: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

function offset(written: string): string {
  return written.replaceAll(':', '').slice(0, 7);
}
