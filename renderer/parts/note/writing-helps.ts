/** A stretch of a field and what stands there instead; the caret or selection afterwards. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
  /** Where the selection is then. */
  select: readonly [start: number, end: number];
}

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

/** What is being typed after `@` or `#`, and where it begins. */
export interface Wanted {
  sign: '@' | '#';
  start: number;
  words: string;
}

const person =
  /(?<![\p{L}\p{M}\p{N}[@])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]+){0,3} ?)$/u;
const tag = /(?<![\p{L}\p{M}\p{N}_#/&])#([\p{L}\p{M}\p{N}_-]*)$/u;

/** A name after `@`, or a tag after `#`, that is being typed just before the caret. */
export function wantedAt(text: string, caret: number): Wanted | null {
  const before = text.slice(Math.max(0, caret - 80), caret);
  const named = person.exec(before);
  if (named) {
    return { sign: '@', start: caret - named[0].length, words: named[1]?.trim() ?? '' };
  }
  const tagged = tag.exec(before);
  // "# " alone begins a heading: only what follows at once is a tag.
  return tagged ? { sign: '#', start: caret - tagged[0].length, words: tagged[1] ?? '' } : null;
}

/** Replaces a stretch of a field as if it had been typed, so that Ctrl+Z takes it back. */
export function typeInto(field: HTMLTextAreaElement, change: Replacement): void {
  field.focus();
  field.setSelectionRange(change.start, change.end);
  const isTyped =
    change.text === ''
      ? document.execCommand?.('delete')
      : document.execCommand?.('insertText', false, change.text);
  if (!isTyped) {
    field.setRangeText(change.text, change.start, change.end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(...change.select);
}
