import type { Replacement } from '../offers/typed.ts';

/** Puts signs such as `**` round a selection, or takes them away when they are there. */
export function emphasised(
  text: string,
  start: number,
  end: number,
  sign: '**' | '_',
): Replacement {
  const { length } = sign;
  const chosen = text.slice(start, end);
  const isRound =
    text.slice(start - length, start) === sign && text.slice(end, end + length) === sign;
  if (isRound) {
    const from = start - length;
    return {
      start: from,
      end: end + length,
      text: chosen,
      select: [from, from + chosen.length],
    };
  }
  const isWithin = chosen.length > 2 * length && chosen.startsWith(sign) && chosen.endsWith(sign);
  if (isWithin) {
    const bare = chosen.slice(length, -length);
    return { start, end, text: bare, select: [start, start + bare.length] };
  }
  return {
    start,
    end,
    text: sign + chosen + sign,
    select: [start + length, start + length + chosen.length],
  };
}

const listItem = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] +)?/;

/**
 * What Enter does within a list: the next item begins by itself, and an empty item ends the list.
 * Undefined where Enter is only Enter.
 */
export function nextItem(text: string, caret: number): Replacement | undefined {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(lineStart, caret);
  const item = listItem.exec(line);
  if (!item) return undefined;
  const [marker, indent = '', bullet, number, point = '', space = ' ', box] = item;
  if (line.length === marker.length) {
    const restEnd = text.indexOf('\n', caret);
    const rest = text.slice(caret, restEnd < 0 ? undefined : restEnd);
    if (rest.trim() !== '') return undefined;
    return { start: lineStart, end: caret, text: '', select: [lineStart, lineStart] };
  }
  const next = bullet ?? `${Number(number) + 1}${point}`;
  const inserted = `\n${indent}${next}${space}${box ? '[ ] ' : ''}`;
  const at = caret + inserted.length;
  return { start: caret, end: caret, text: inserted, select: [at, at] };
}
