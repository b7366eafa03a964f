import * as z from 'zod';
import { readDate } from '../dates.ts';
import { escapeText } from '../entities.ts';
import { askJson, cleanAll, readEach, type Said } from './json-answer.ts';
import type { SourceKind, Visited } from './source-kind.ts';

const service = 'https://hn.algolia.com/api/v1/search_by_date';
/** Hits of one page, and pages of one visit: no search shows more than its first thousand. */
const hitsEach = 100;
const mostPages = 10;
const site = 'https://news.ycombinator.com';

const hit = z.object({
  objectID: z.string(),
  author: z.string(),
  created_at: z.string(),
  title: z.string().nullish(),
  story_title: z.string().nullish(),
  story_text: z.string().nullish(),
  comment_text: z.string().nullish(),
});

/** What is said on Hacker News with these words (hn.algolia.com/api). */
export const hackerNews: SourceKind = {
  kind: 'hacker-news',
  recognise(typed) {
    const words = /^(?:hacker-?news|hn):\s*(.+)$/i.exec(typed.trim())?.[1];
    if (words) return `${service}?query=${encodeURIComponent(words)}`;
    return typed.startsWith(`${service}?query=`) ? typed : null;
  },
  describe: (address) => `Posts and comments on Hacker News with “${wordsOf(address)}”.`,
  async visit(visit) {
    // A window of time, because no search shows more than its first thousand.
    const since = visit.remembered.cursor;
    const window = since ? `&numericFilters=created_at_i%3E${since}` : '';
    const address = `${visit.address}&tags=(story,comment)&hitsPerPage=${hitsEach}${window}`;
    const answer = await askJson(visit, address, false);
    if (answer.outcome !== 'json') return answer;
    const hits = hitsOf(answer.json);
    let isWhole = true;
    let page = hits;
    for (let number = 1; since && page.length === hitsEach && number < mostPages; number++) {
      const more = await askJson(visit, `${address}&page=${number}`, false);
      isWhole = more.outcome === 'json';
      if (more.outcome !== 'json') break;
      page = hitsOf(more.json);
      hits.push(...page);
    }
    const newest = Math.max(0, ...hits.map((one) => readDate(one.created_at, visit.now) ?? 0));
    // An hour of overlap, so that what is indexed late is not missed.
    const cursor = isWhole && newest > 0 ? String(Math.floor(newest / 1000) - 3600) : since;
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        hits.map((one) => toHeard(one, visit.now)),
      ),
      title: `Hacker News: ${wordsOf(visit.address)}`,
      home: `${site}/`,
      remember: { ...answer.remember, bodyHash: null, cursor },
      ttlMinutes: null,
      freshFor: answer.freshFor,
      status: answer.status,
    } satisfies Visited;
  },
};

function wordsOf(address: string): string {
  return new URL(address).searchParams.get('query') ?? '';
}

function hitsOf(json: unknown): z.infer<typeof hit>[] {
  const page = z.object({ hits: z.unknown() }).safeParse(json);
  return page.success ? readEach(page.data.hits, hit) : [];
}

function toHeard(one: z.infer<typeof hit>, now: number): Said {
  return {
    item: {
      guid: one.objectID,
      link: `${site}/item?id=${encodeURIComponent(one.objectID)}`,
      title: escapeText(one.title ?? one.story_title ?? ''),
      html: one.comment_text ?? one.story_text ?? null,
      author: escapeText(one.author),
      authorAddress: `${site}/user?id=${encodeURIComponent(one.author)}`,
      publishedAt: readDate(one.created_at, now),
    },
    network: 'hacker-news',
    handle: one.author,
  };
}
