import type { Circle } from '../contract/contract.ts';

/** The circles from the nearest outwards. */
export const circles = ['inner', 'regular', 'wider', 'none'] as const satisfies readonly Circle[];

const names: Record<Circle, string> = {
  inner: 'Inner circle',
  regular: 'Regular',
  wider: 'Wider circle',
  none: 'No rhythm',
};

/** A circle as people say it: "Inner circle". */
export function circleName(circle: Circle): string {
  return names[circle];
}

const counted = (count: number, one: string) => (count === 1 ? one : `${count} ${one}s`);

/** A number of days as the unit that fits it best: "2 weeks", "month", "10 days". */
function stretchOf(days: number): string {
  if (days % 365 === 0) return counted(days / 365, 'year');
  const months = Math.round(days / 30.44);
  if (months > 0 && [30 * months, Math.round(30.44 * months), 31 * months].includes(days)) {
    return counted(months, 'month');
  }
  return days % 7 === 0 ? counted(days / 7, 'week') : counted(days, 'day');
}

/** A rhythm in days as people say it: "every 2 weeks", "every month", "every 10 days". */
export function everyWords(days: number): string {
  return `every ${stretchOf(days)}`;
}

/** The days of a rhythm that was seen, as one would say them: whole weeks, or whole months. */
export function roundRhythm(days: number): number {
  if (days < 14) return days;
  if (days < 60) return Math.round(days / 7) * 7;
  return Math.min(730, Math.round(days / 30) * 30);
}

/** By how much turns come later, as people say it: "twice as long", "2.4 times as long". */
export function timesAsLong(stretch: number): string {
  return `${stretch === 2 ? 'twice' : `${stretch.toLocaleString('en-GB')} times`} as long`;
}

/** "one person a day", "3 people a day". */
export function peopleADay(count: number): string {
  return count === 1 ? 'one person a day' : `${count} people a day`;
}
