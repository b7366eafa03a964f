import * as z from 'zod';
import { readDate } from '../dates.ts';
import { escapeText } from '../entities.ts';
import { askJson, cleanAll, readEach, type Said, unfinished } from './json-answer.ts';
import type { SourceKind, Visited } from './source-kind.ts';

/** Pages of 50 reviews that the first visit asks for; later ones, until what they know. */
const firstPages = 3;
/** There are no more. */
const mostPages = 10;

const labelled = z.object({ label: z.string() });
const review = z.object({
  id: labelled,
  author: z.object({ name: labelled, uri: labelled.nullish() }),
  'im:rating': labelled,
  title: labelled,
  content: labelled,
  updated: labelled.nullish(),
});

/** Reviews of an app in Apple's App Store, as its customer review feed has them. */
export const appStore: SourceKind = {
  kind: 'app-store',
  asks: 'itunes.apple.com',
  recognise(typed) {
    const found =
      /^https?:\/\/(?:apps|itunes)\.apple\.com\/([a-z]{2})\/app\/(?:[^?#]*\/)?id(\d+)/i.exec(
        typed.trim(),
      );
    return found ? `https://apps.apple.com/${found[1]?.toLowerCase()}/app/id${found[2]}` : null;
  },
  describe: (address) =>
    `Reviews in the App Store (${/\.com\/(\w\w)\//.exec(address)?.[1]?.toUpperCase()}).`,
  async visit(visit) {
    const [, country, app] = /\/(\w\w)\/app\/id(\d+)/.exec(visit.address) ?? [];
    const pageAddress = (number: number) =>
      `https://itunes.apple.com/${country}/rss/customerreviews/page=${number}/id=${app}/sortby=mostRecent/json`;
    const first = await askJson(visit, pageAddress(1), true);
    if (first.outcome !== 'json') return first;
    const said = readReviews(first.json, visit.now);
    const seen = visit.remembered.cursor;
    const newest = said[0]?.item.guid ?? seen;
    let isWhole = true;
    let page = said;
    const most = seen ? mostPages : firstPages;
    for (let number = 2; number <= most && page.length > 0; number++) {
      if (seen && page.some((one) => one.item.guid === seen)) break;
      const answer = await askJson(visit, pageAddress(number), false);
      isWhole = answer.outcome === 'json';
      if (answer.outcome !== 'json') break;
      page = readReviews(answer.json, visit.now);
      said.push(...page);
    }
    return {
      outcome: 'fresh',
      heard: await cleanAll(visit, said),
      title: `App Store reviews (${country?.toUpperCase()})`,
      home: visit.address,
      remember: isWhole
        ? { ...first.remember, cursor: newest }
        : unfinished(first.remember, visit.remembered),
      ttlMinutes: null,
      freshFor: first.freshFor,
      status: first.status,
    } satisfies Visited;
  },
};

/** The reviews of a page; a single one is not in a list, and none is no entry at all. */
function readReviews(json: unknown, now: number): Said[] {
  const page = z.object({ feed: z.object({ entry: z.unknown() }) }).safeParse(json);
  const entries = page.success ? [page.data.feed.entry].flat() : [];
  return readEach(entries, review).map((found) => {
    const value = Number(found['im:rating'].label);
    return {
      item: {
        guid: found.id.label,
        title: escapeText(found.title.label),
        html: escapeText(found.content.label).replace(/\r?\n/g, '<br>'),
        author: escapeText(found.author.name.label),
        authorAddress: found.author.uri?.label ?? null,
        publishedAt: readDate(found.updated?.label, now),
        rating: value > 0 ? { value, worst: 1, best: 5 } : null,
      },
      network: '',
      handle: '',
    };
  });
}
