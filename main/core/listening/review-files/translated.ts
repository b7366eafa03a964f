const translation = /\(\s*Translated by Google\s*\)/i;
const original = /\(\s*Original\s*\)/i;

/**
 * The words as they were written, out of a text that Google has wrapped with its translation:
 * `(Translated by Google) … (Original) …`, or the original first and the translation after it.
 */
export function originalWords(text: string): string {
  if (!translation.test(text)) return text.trim();
  const [, after] = splitAt(text, original);
  if (after !== undefined) return splitAt(after, translation)[0].trim();
  const [before, translated = ''] = splitAt(text, translation);
  return before.trim() || translated.trim();
}

function splitAt(text: string, mark: RegExp): [string, string?] {
  const found = mark.exec(text);
  if (!found) return [text];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}
