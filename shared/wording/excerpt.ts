/** Text on one line, cut at a word to at most so many UTF-16 units, with an ellipsis when cut. */
export function excerpt(text: string, most = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const lastSpace = cut.lastIndexOf(' ');
  // A script without spaces, or one endless word, is cut where it is, but never inside a character.
  const kept = lastSpace > most / 2 ? cut.slice(0, lastSpace) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** A mark that opens or closes somebody's words, in whatever language. */
const mark = /["“”„‟«»‹›「」『』]/u;

/** Somebody's words between quotation marks; words that begin or end with their own keep those alone. */
export function quoted(words: string): string {
  const text = words.trim();
  const own = mark.test(text.charAt(0)) || mark.test(text.charAt(text.length - 1));
  return own ? text : `“${text}”`;
}
