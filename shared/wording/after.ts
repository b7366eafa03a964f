const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const counted = (count: number, one: string) => {
  if (count !== 1) return `${count} ${one}s`;
  return `${one === 'hour' ? 'an' : 'a'} ${one}`;
};

/** A time as people say it, in the unit that fits it: "5 hours", "a day", "2 weeks"; of milliseconds. */
export function timeWords(time: number): string {
  if (time < minute) return 'less than a minute';
  if (time < hour) return counted(Math.floor(time / minute), 'minute');
  if (time < 2 * day && Math.floor(time / hour) !== 24) {
    return counted(Math.floor(time / hour), 'hour');
  }
  if (time < 21 * day) return counted(Math.floor(time / day), 'day');
  if (time < 90 * day) return counted(Math.floor(time / (7 * day)), 'week');
  if (time < 730 * day) return counted(Math.floor(time / (30.44 * day)), 'month');
  return counted(Math.floor(time / (365.25 * day)), 'year');
}
