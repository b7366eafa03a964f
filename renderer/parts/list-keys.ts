/**
 * Where a key goes from a row of a list: by one, by a screenful (in rows), or to an end; undefined
 * when the key is none of a list's. Never beyond the first or the last of `count` rows.
 */
export function destination(
  key: string,
  from: number,
  count: number,
  screenful: number,
): number | undefined {
  const to: Record<string, number> = {
    ArrowDown: from + 1,
    j: from + 1,
    ArrowUp: from - 1,
    k: from - 1,
    PageDown: from + screenful,
    PageUp: from - screenful,
    Home: 0,
    End: count - 1,
  };
  const wanted = to[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(count - 1, wanted));
}
