const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letter of a name, and of its last word when there are several: "RM", "山", "م". */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, '')
    .split(/[\s,]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => (word ? initial(word) : '')).join('');
}

function initial(word: string): string {
  const [letter] = letters.segment(word);
  return (letter?.segment ?? '').toLocaleUpperCase();
}
