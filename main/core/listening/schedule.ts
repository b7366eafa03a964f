const minute = 60_000;
const shortest = 9 * minute;
const longest = 24 * 60 * minute;
/** What a refusal to answer means when it does not say for how long. */
const usualRest = 10 * minute;

export interface Pace {
  /** The interval that the person has set, in minutes. */
  gatherMinutes: number;
  /** Hours that usually pass between two items; null when not known. */
  habitHours: number | null;
  ttlMinutes: number | null;
  /** How long the server calls its answer fresh, in milliseconds. */
  freshFor: number | null;
}

/**
 * When to ask again after an answer: the largest of the interval, `ttl` and freshness, between
 * nine minutes and a day. The interval grows to a 24th of the source's habit, at most sixfold.
 */
export function nextAfterSuccess(now: number, pace: Pace): number {
  const interval = pace.gatherMinutes * minute;
  const habit = Math.min(((pace.habitHours ?? 0) * 60 * minute) / 24, interval * 6, longest / 2);
  const wait = Math.max(interval, habit, (pace.ttlMinutes ?? 0) * minute, pace.freshFor ?? 0);
  return now + clamp(wait);
}

/**
 * When to ask again after a failure: the interval, doubled with every failure in a row, or later
 * if the server asks for it; never more than a day, so that no source is given up.
 */
export function nextAfterFailure(
  now: number,
  failures: number,
  gatherMinutes: number,
  retryAfter: number | null,
): number {
  const doubled = (gatherMinutes * minute * 2 ** Math.min(failures - 1, 8)) / 2;
  return now + clamp(Math.max(doubled, retryAfter ?? 0));
}

/** Whether a status asks the whole host to be left alone for a while. */
export function asksForRest(status: number | null): boolean {
  return status === 429 || status === 403;
}

/**
 * Until when a host is left alone after a 429 or 403: as long as it asks, ten minutes when it says
 * nothing or zero; never more than a day.
 */
export function restUntil(now: number, retryAfter: number | null): number {
  return now + clamp(retryAfter && retryAfter > 0 ? retryAfter : usualRest);
}

/** Hours that usually pass between two items: the median of the gaps, null with fewer than three. */
export function habitOf(instants: readonly number[]): number | null {
  const sorted = [...new Set(instants)].sort((one, other) => other - one).slice(0, 30);
  const gaps = sorted.slice(1).map((instant, index) => (sorted[index] ?? instant) - instant);
  if (gaps.length < 3) return null;
  gaps.sort((one, other) => one - other);
  const middle = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return Math.max(1 / 60, middle / (60 * minute));
}

/** Whether a source has said nothing for much longer than its habit (three times, and a week). */
export function isSilent(
  now: number,
  habitHours: number | null,
  lastSaidAt: number | null,
): boolean {
  if (habitHours === null || lastSaidAt === null) return false;
  return now - lastSaidAt > habitHours * 60 * minute * 3 + 7 * longest;
}

function clamp(wait: number): number {
  return Math.round(Math.min(longest, Math.max(shortest, wait)));
}
