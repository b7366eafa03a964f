/** Scripts written without spaces between words: each of their characters is a word to the index. */
const unspaced =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)/gu;

/** Text as the search index takes it: NFC, with characters of unspaced scripts set apart. */
export function searchable(text: string): string {
  return text.normalize('NFC').replace(unspaced, ' $1 ').replace(/\s+/g, ' ').trim();
}
