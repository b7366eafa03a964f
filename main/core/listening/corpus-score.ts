import type { CleanItem } from './clean.ts';
import { cleanHtml, plainText } from './clean-html.ts';
import type { CleanFeed } from './parser-thread.ts';
import { plainTitle } from './plain-title.ts';

/** What a reference reader found in a file. */
export interface ReferenceFeed {
  items: ReferenceItem[];
}

interface ReferenceItem {
  title?: string | null;
  link?: string | null;
  id?: string | null;
  /** Epoch seconds: published, updated. */
  dates?: number[];
}

/** One thing that must come out; `item` null means of the feed. */
export interface Check {
  field: string;
  item: number | null;
  equals: string | number;
}

/** By file name, in either of two shapes. */
export type Expectations = Record<string, ReferenceFeed | Check[]>;

/** The fields whose agreement is told. */
export type AgreedField = 'title' | 'link' | 'id' | 'date';

export interface Tally {
  agreed: number;
  compared: number;
}

export interface Score {
  expectedItems: number;
  foundItems: number;
  /** How many of the compared fields agree. */
  fields: Record<AgreedField, Tally>;
  checks: { passed: number; made: number };
  /** The first few hundred differences, in words, for whoever wants to look closer. */
  differences: string[];
}

/** Compares the items with the reference's: found by id, else by link, else by title. */
export function compareItems(
  score: Score,
  file: string,
  feed: CleanFeed | null,
  reference: ReferenceFeed,
): void {
  const left = new Set(feed?.items ?? []);
  for (const [index, expected] of reference.items.entries()) {
    score.expectedItems++;
    const item = pick(left, expected, feed?.items[index]);
    if (!item) {
      note(score, `${file}: item ${index} is missing (${expected.title ?? expected.link ?? ''})`);
      continue;
    }
    left.delete(item);
    score.foundItems++;
    const where = `${file}: item ${index}`;
    tally(score, 'title', where, plainTitle(expected.title ?? null), item.title);
    if (expected.link) tally(score, 'link', where, tidyLink(expected.link), tidyLink(item.link));
    if (expected.id) tally(score, 'id', where, tidyLink(expected.id), tidyLink(item.guid));
    if (expected.dates?.length) {
      const ours = [item.publishedAt, item.updatedAt].map(
        (date) => date && Math.floor(date / 1000),
      );
      const agreed = ours.find((date) => date !== null && expected.dates?.includes(date));
      tally(score, 'date', where, String(agreed ?? expected.dates[0]), String(agreed ?? ours[0]));
    }
  }
}

function pick(
  left: Set<CleanItem>,
  expected: ReferenceItem,
  inPlace: CleanItem | undefined,
): CleanItem | undefined {
  const same = (item: CleanItem) =>
    (expected.id && tidyLink(item.guid) === tidyLink(expected.id)) ||
    (expected.link && tidyLink(item.link) === tidyLink(expected.link)) ||
    (expected.title && item.title === plainTitle(expected.title));
  if (inPlace && left.has(inPlace) && same(inPlace)) return inPlace;
  const items = [...left];
  return (
    items.find((item) => expected.id && tidyLink(item.guid) === tidyLink(expected.id)) ??
    items.find(same) ??
    (inPlace && left.has(inPlace) && !expected.id && !expected.link ? inPlace : undefined)
  );
}

/** Runs the checks of one file, comparing what a person would see. */
export function runChecks(
  score: Score,
  file: string,
  feed: CleanFeed | null,
  checks: Check[],
): void {
  const items = new Set(checks.flatMap((check) => (check.item === null ? [] : [check.item])));
  score.expectedItems += items.size;
  score.foundItems += [...items].filter((item) => feed?.items[item]).length;
  for (const check of checks) {
    score.checks.made++;
    const found = feed ? valueFor(feed, check) : null;
    const passed = found !== null && isEqual(check, found);
    if (passed) score.checks.passed++;
    else note(score, `${file}: ${check.field} is ${found}, not ${check.equals}`);
    const field = agreedFields.find((one) => one === check.field);
    if (!field) continue;
    score.fields[field].compared++;
    if (passed) score.fields[field].agreed++;
  }
}

const agreedFields: readonly AgreedField[] = ['title', 'link', 'id', 'date'];

function valueFor(feed: CleanFeed, check: Check): string | number | null {
  if (check.field === 'feed_title') return plainTitle(feed.title);
  if (check.field === 'feed_link') return feed.home;
  if (check.field === 'summary' && check.item === null)
    return plainText(cleanHtml(feed.description, null));
  const item = feed.items[check.item ?? 0];
  if (!item) return null;
  const values: Record<string, string | number | null> = {
    title: item.title,
    summary: item.text,
    content: item.text,
    link: item.link,
    id: item.guid,
    date: item.publishedAt === null ? null : item.publishedAt / 1000,
    author: item.author,
    author_name: item.author,
  };
  const value = values[check.field] ?? null;
  // A date may be the one of the last change, an author may carry the address in brackets.
  if (check.field === 'date' && item.updatedAt === Number(check.equals) * 1000) return check.equals;
  if (check.field === 'author' && `${item.author} (${item.authorAddress})` === check.equals) {
    return check.equals;
  }
  return value;
}

function isEqual(check: Check, found: string | number): boolean {
  if (typeof check.equals === 'number') return check.equals === found;
  const ours = String(found);
  if (ours === check.equals || collapse(ours) === collapse(check.equals)) return true;
  if (/title/.test(check.field)) return collapse(ours) === collapse(plainTitle(check.equals));
  if (!/summary|content/.test(check.field)) return false;
  return collapse(ours) === collapse(plainText(cleanHtml(check.equals, null)));
}

function tally(
  score: Score,
  field: AgreedField,
  where: string,
  expected: string,
  found: string,
): void {
  score.fields[field].compared++;
  if (collapse(expected) === collapse(found)) score.fields[field].agreed++;
  else note(score, `${where}: ${field} is ${found}, not ${expected}`);
}

function tidyLink(link: string | null): string {
  const text = (link ?? '').trim();
  return URL.canParse(text) ? new URL(text).href : text;
}

function collapse(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function note(score: Score, difference: string): void {
  if (score.differences.length < 400) score.differences.push(difference.slice(0, 300));
}
