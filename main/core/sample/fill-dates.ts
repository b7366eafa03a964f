import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** How each word writes a moment. */
const written: Record<string, (moment: Temporal.ZonedDateTime) => string> = {
  rfc822: (moment) =>
    `${weekdays[moment.dayOfWeek - 1]}, ${two(moment.day)} ${months[moment.month - 1]} ` +
    `${moment.year} ${moment.toPlainTime().toString({ smallestUnit: 'second' })} ` +
    moment.offset.replace(':', ''),
  iso: (moment) => moment.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  epoch: (moment) => String(Math.floor(moment.epochMilliseconds / 1000)),
  day: (moment) => moment.toPlainDate().toString(),
};

/**
 * Fills the places for dates in a recorded feed, so that it always happened lately:
 * `{{rfc822 -3d 09:12}}` becomes the moment of that local time three days before today, written
 * as in RFC 822; `iso` writes it as in RFC 3339, `epoch` as seconds, `day` as the local day alone.
 * Without a time it is noon. A time that a change of clocks skips is taken an hour later. Other
 * text stays as it is; so does a place whose word is not known or whose time does not exist.
 */
export function fillDates(text: string, clock: Pick<Clock, 'today' | 'zone'>): string {
  const today = Temporal.PlainDate.from(clock.today());
  const zone = clock.zone();
  return text.replace(
    /\{\{(\w+) ([+-]?\d{1,5})d(?: (([01]\d|2[0-3]):[0-5]\d))?\}\}/g,
    (place, word: string, days: string, time: string | undefined) => {
      const write = Object.hasOwn(written, word) ? written[word] : undefined;
      if (!write) return place;
      const plainTime = Temporal.PlainTime.from(time ?? '12:00');
      return write(
        today.add({ days: Number(days) }).toZonedDateTime({ timeZone: zone, plainTime }),
      );
    },
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
