/** Scripts written without spaces between words: each of their characters is a word to the index. */
const letter =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]\\p{M}*';
const unspaced = new RegExp(`(${letter})`, 'gu');
const setApart = new RegExp(`(?<=${letter}) (?=${letter})`, 'gu');

/** Text as the search index takes it: NFC, with characters of unspaced scripts set apart. */
export function searchable(text: string): string {
  return text.normalize('NFC').replace(unspaced, ' $1 ').replace(/\s+/g, ' ').trim();
}

/** Text out of the search index as people write it: characters of unspaced scripts joined again. */
export function readable(text: string): string {
  return text.replace(setApart, '');
}
