/** A day, in milliseconds. */
const day = 86_400_000;

/** Up to how long each part of the spread reaches; the last has no end. */
const reaches = [day, 3 * day, 7 * day, Number.POSITIVE_INFINITY];

/** The middle of some numbers; of an even count the mean of the two in the middle. Null of none. */
export function median(numbers: readonly number[]): number | null {
  const inOrder = numbers.toSorted((one, other) => one - other);
  const upper = inOrder[Math.floor(inOrder.length / 2)];
  const lower = inOrder[Math.ceil(inOrder.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** How many take up to a day, up to three, up to a week, and longer; of milliseconds. */
export function spread(times: readonly number[]): number[] {
  return reaches.map((reach, index) => {
    const before = reaches[index - 1] ?? Number.NEGATIVE_INFINITY;
    return times.filter((time) => time > before && time <= reach).length;
  });
}
