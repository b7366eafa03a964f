import { folded } from './names.ts';

/**
 * The words of a note: Markdown, with two things of our own. A customer is linked by a Markdown
 * link to their id, `[@Rosa Bianchi](person:018f…)`, so that a new name does not break it; a tag
 * is `#` with a word. While it is written the link is shown as `@Rosa Bianchi`.
 */

/** A customer as a note links them: the name is the one by which they were linked. */
export interface LinkedPerson {
  id: string;
  name: string;
}

const link =
  /\[@((?:[^\]\\\n]|\\.){1,500})\]\(person:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/g;

/**
 * A letter that makes one word with the letters beside it, as a pattern with the flag `v`; in
 * scripts that are written without blanks a name begins and ends anywhere.
 */
const letter =
  '[[\\p{L}\\p{M}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]]';

/** What stands before the `@` of a name, as a pattern: not what makes it a mail address or a link. */
export const beforeAt = `(?<!${letter}|\\[)`;

/** The Markdown of a link to a customer; no mark in a name means anything there. */
export function linkTo({ id, name }: LinkedPerson): string {
  const shown = name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]*_`~<>&#|!]/g, '\\$&');
  return `[@${shown}](person:${id})`;
}

const unescaped = (shown: string) => shown.replace(/\\(.)/g, '$1');

/** The customers whom a note links, in their order, each as often as it does. */
export function linksIn(body: string): LinkedPerson[] {
  return [...body.matchAll(link)].map(([, shown = '', id = '']) => ({
    id,
    name: unescaped(shown),
  }));
}

/** A note with each link as `said` puts it; a link stays as it is where that is undefined. */
export function relinked(body: string, said: (person: LinkedPerson) => string | undefined): string {
  return body.replace(link, (whole, shown: string, id: string) => {
    return said({ id, name: unescaped(shown) }) ?? whole;
  });
}

/** A note of which only what stands between its links is changed. */
export function betweenLinks(body: string, change: (words: string) => string): string {
  const links = [...body.matchAll(link)];
  const ends = links.map(([whole], index) => (links[index]?.index ?? 0) + whole.length);
  return [...links, { index: body.length, 0: '' }]
    .map((one, index) => change(body.slice(ends[index - 1] ?? 0, one.index)) + one[0])
    .join('');
}

/** A note as it is written in a field, `@Rosa Bianchi` for each link, and who is meant by them. */
export function forWriting(body: string): { text: string; people: LinkedPerson[] } {
  const people = linksIn(body);
  return { text: relinked(body, ({ name }) => `@${name}`), people };
}

/**
 * What was written in a field as a note is kept: where `@` and the name of one of these people
 * stand, a link. Of two with one name the first is meant by the first place, and so on; whoever
 * is last by all that follow.
 */
export function fromWriting(text: string, people: readonly LinkedPerson[]): string {
  const names = [...new Set(people.map(({ name }) => name))].filter((name) => name.trim() !== '');
  if (names.length === 0) return text;
  names.sort((one, other) => other.length - one.length);
  const bearers = new Map(
    names.map((name) => [name, people.filter((person) => person.name === name)]),
  );
  const pattern = new RegExp(`${beforeAt}@(${names.map(literal).join('|')})(?!${letter})`, 'gv');
  return text.replace(pattern, (whole, name: string) => {
    const left = bearers.get(name) ?? [];
    const person = left.length > 1 ? left.shift() : left[0];
    return person ? linkTo(person) : whole;
  });
}

/** A text as a regular expression finds it, letter by letter. */
export const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A note as plain words, for lists, searches and letters: links by their names, marks left out. */
export function plainWords(body: string): string {
  return relinked(body, ({ name }) => name)
    .replace(/!?\[([^\]\n]{0,400})\]\([^)\s]{0,2000}\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|```.*$)/gm, '')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/`([^`\n]+)`/g, '$1');
}

/** A tag in a text: as it was typed, and its key, by which the same tag is known. */
export interface SaidTag {
  tag: string;
  key: string;
}

const longestTag = 60;
/** Where no tag is looked for: code, and the addresses of links. */
const noWords = /```[\s\S]*?(?:```|$)|`[^`\n]*`|\]\([^)\s]*\)|\b[a-z][a-z\d+.-]*:\/\/\S+/giu;

/** The pattern of a tag: `#` before a word with a letter in it, and nothing else before that. */
export const tagPattern =
  /(?<![\p{L}\p{M}\p{N}_#/&])#(?=[\p{N}_-]*\p{L})([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)/gu;

/** The tags in a text, each once, in their order. "#12" is a number, and "# Title" a heading. */
export function tagsIn(text: string): SaidTag[] {
  const words = text.replace(noWords, (code) => ' '.repeat(code.length));
  const tags = new Map<string, SaidTag>();
  for (const [, word = ''] of words.matchAll(tagPattern)) {
    const tag = [...word]
      .slice(0, longestTag)
      .join('')
      .replace(/[-_]+$/, '');
    const key = tagKey(tag);
    if (!tags.has(key)) tags.set(key, { tag, key });
  }
  return [...tags.values()];
}

/** What is the same in a tag however it is written: "Good payer" is "#good-payer". */
export function tagKey(tag: string): string {
  return folded(tag)
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A customer's tag as one would write it in a text: "#good-payer". */
export function tagInText(tag: string): string {
  return `#${tag
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`;
}
