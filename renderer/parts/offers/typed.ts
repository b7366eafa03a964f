import { beforeAt } from '../../../shared/note-words.ts';

/** A stretch of a field and what stands there instead; the caret or selection afterwards. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
  /** Where the selection is then. */
  select: readonly [start: number, end: number];
}

/** What is being typed after `@` or `#`, and where it begins. */
export interface Wanted {
  sign: '@' | '#';
  start: number;
  words: string;
}

const named = "[\\p{L}\\p{M}\\p{N}'’.\\-]";
const person = new RegExp(`${beforeAt}(?<!@)@(${named}*(?: ${named}+){0,3} ?)$`, 'v');
const tag = /(?<![\p{L}\p{M}\p{N}_#/&])#([\p{L}\p{M}\p{N}_-]*)$/u;

/** A name after `@`, or a tag after `#`, that is being typed just before the caret. */
export function wantedAt(text: string, caret: number): Wanted | null {
  const before = text.slice(Math.max(0, caret - 80), caret);
  const begun = person.exec(before);
  if (begun) {
    return { sign: '@', start: caret - begun[0].length, words: begun[1]?.trim() ?? '' };
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
    const { value } = field;
    // React listens at the field itself, and hears of a change only when it comes by another way.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
      field,
      value.slice(0, change.start) + change.text + value.slice(change.end),
    );
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(...change.select);
}
