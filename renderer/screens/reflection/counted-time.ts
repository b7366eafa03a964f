import { fullDay } from '../../../shared/wording/days.ts';

/** The times that can be counted, as they are chosen. */
export const times = [
  { value: 'month', label: '30 days' },
  { value: 'season', label: 'A season' },
  { value: 'year', label: 'A year' },
  { value: 'all', label: 'All' },
] as const;

export type Over = (typeof times)[number]['value'];

/** What is asked of the numbers. */
export interface AskedTime {
  over: Over;
  since?: string | undefined;
}

/** Which time an address asks for: the last 30 days where it says nothing. */
export function timeIn(place: URLSearchParams): AskedTime {
  const since = place.get('since') ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(since)) return { over: 'month', since };
  const asked = times.find(({ value }) => value === place.get('over'));
  return { over: asked?.value ?? 'month' };
}

/** The same time in an address. */
export function timeInAddress({ over, since }: AskedTime): string {
  return since === undefined ? `over=${over}` : `since=${since}`;
}

/** "Monday 2 March to Tuesday 31 March", "Everything up to Tuesday 31 March". */
export function timeWords(from: string | null, until: string): string {
  if (from === null) return `Everything up to ${fullDay(until)}`;
  return from === until
    ? `${fullDay(until)} alone`
    : `${fullDay(from, until)} to ${fullDay(until)}`;
}
