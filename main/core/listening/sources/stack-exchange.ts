import * as z from 'zod';
import { readDate } from '../dates.ts';
import { askJson, cleanAll, readEach, type Said } from './json-answer.ts';
import type { Failure, Rest, SourceKind, Visit, Visited } from './source-kind.ts';

const service = 'https://api.stackexchange.com/2.3';
/** Pages of 50 questions that one visit asks for at most: 300 requests a day are all there are. */
const mostPages = 3;
const day = 86_400_000;

/** Sites that are not called after a subdomain of stackexchange.com. */
const ownNames: Record<string, string> = {
  'stackoverflow.com': 'stackoverflow',
  'superuser.com': 'superuser',
  'serverfault.com': 'serverfault',
  'askubuntu.com': 'askubuntu',
  'mathoverflow.net': 'mathoverflow.net',
  'stackapps.com': 'stackapps',
};

const question = z.object({
  question_id: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  link: z.string(),
  creation_date: z.number(),
  last_edit_date: z.number().nullish(),
  owner: z
    .object({
      display_name: z.string().nullish(),
      link: z.string().nullish(),
      user_id: z.number().nullish(),
    })
    .nullish(),
});

/** What stands around every answer (api.stackexchange.com/docs/wrapper). */
const wrapper = z.object({
  items: z.unknown(),
  has_more: z.boolean().nullish(),
  backoff: z.number().nullish(),
  quota_remaining: z.number().nullish(),
});

/** Questions on one of Stack Exchange's sites that hold some words or carry a tag. */
export const stackExchange: SourceKind = {
  kind: 'stack-exchange',
  asks: 'api.stackexchange.com',
  recognise(typed) {
    const text = typed.trim();
    const words = /^stack ?(?:overflow|exchange):\s*(.+)$/i.exec(text)?.[1];
    if (words) return `https://stackoverflow.com/search?q=${encodeURIComponent(words)}`;
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { hostname, pathname, searchParams } = new URL(text);
    const host = hostname.replace(/^www\./, '');
    if (!siteOf(host)) return null;
    const tag = /^\/questions\/tagged\/([^/?#]+)/.exec(pathname)?.[1];
    if (tag) return `https://${host}/questions/tagged/${tag}`;
    const query = searchParams.get('q');
    return query && /^\/search\/?$/.test(pathname)
      ? `https://${host}/search?q=${encodeURIComponent(query)}`
      : null;
  },
  describe(address) {
    const { words, tag } = wantedAt(address);
    const { host } = new URL(address);
    return tag ? `Questions tagged ${tag} on ${host}.` : `Questions with “${words}” on ${host}.`;
  },
  async visit(visit) {
    const said: Said[] = [];
    let newest = Number(visit.remembered.cursor ?? 0);
    let whole = true;
    let rest: Rest | undefined;
    let first: Extract<Awaited<ReturnType<typeof askJson>>, { outcome: 'json' }> | undefined;
    for (let page = 1; page <= mostPages; page++) {
      const answer = await askJson(visit, listAddress(visit, page), false, true);
      if (answer.outcome !== 'json') {
        if (!first) return refusal(answer);
        whole = false;
        break;
      }
      first ??= answer;
      const read = wrapper.safeParse(answer.json);
      if (!read.success) break;
      const questions = readEach(read.data.items, question);
      said.push(...questions.map((one) => toSaid(one, visit.now)));
      newest = Math.max(newest, ...questions.map((one) => one.creation_date));
      rest = restWanted(read.data, visit.now);
      // Nothing more may be asked now; what is missing comes when they let us in again.
      if (!read.data.has_more || !visit.remembered.cursor) break;
      if (rest) {
        whole = false;
        break;
      }
    }
    if (!first) return { outcome: 'unreadable', sentence: 'Nothing was answered.', status: 0 };
    const { host } = new URL(visit.address);
    const { words, tag } = wantedAt(visit.address);
    return {
      outcome: 'fresh',
      heard: await cleanAll(visit, said),
      title: `${host}: ${words || tag}`,
      home: visit.address,
      remember: {
        ...first.remember,
        bodyHash: null,
        cursor: whole && newest > 0 ? String(newest) : visit.remembered.cursor,
      },
      ttlMinutes: null,
      freshFor: first.freshFor,
      status: first.status,
      ...(rest ? { rest } : {}),
    } satisfies Visited;
  },
};

function siteOf(host: string): string | undefined {
  const known = ownNames[host];
  if (known) return known;
  const own = /^([\w-]+(?:\.meta)?)\.stackexchange\.com$/.exec(host)?.[1];
  if (own) return own === 'meta' ? 'meta' : own;
  return /^(?:meta|es|ja|pt|ru)\.stackoverflow\.com$/.test(host)
    ? host.replace(/\.com$/, '')
    : undefined;
}

function wantedAt(address: string): { words: string; tag: string } {
  const { pathname, searchParams } = new URL(address);
  const tag = /^\/questions\/tagged\/(.+)$/.exec(pathname)?.[1] ?? '';
  return { words: searchParams.get('q') ?? '', tag: decodeURIComponent(tag) };
}

/** The newest questions, from a day before the newest one that is known. */
function listAddress(visit: Visit, page: number): string {
  const { words, tag } = wantedAt(visit.address);
  const parameters = new URLSearchParams({
    site: siteOf(new URL(visit.address).hostname) ?? '',
    ...(tag ? { tagged: tag } : { q: words }),
    filter: 'withbody',
    order: 'desc',
    sort: 'creation',
    pagesize: '50',
    page: String(page),
  });
  const since = Number(visit.remembered.cursor ?? 0);
  if (since > 0) parameters.set('fromdate', String(since - day / 1000));
  return `${service}/search/advanced?${parameters}`;
}

/** How long they want to be left alone: `backoff` in seconds, or till tomorrow without a quota. */
function restWanted(answer: z.infer<typeof wrapper>, now: number): Rest | undefined {
  if (answer.quota_remaining === 0) return { milliseconds: day - (now % day), asked: true };
  if (!answer.backoff || answer.backoff <= 0) return undefined;
  return { milliseconds: answer.backoff * 1000, asked: true };
}

/** A refusal in words; `throttle_violation` tells in how many seconds to come back. */
function refusal(
  answer: Exclude<Awaited<ReturnType<typeof askJson>>, { outcome: 'json' }>,
): Visited {
  if (answer.outcome !== 'failed') return answer;
  const { said = '', ...failure }: Failure = answer;
  if (!/throttle_violation/.test(said)) return failure;
  const seconds = Number(/available in (\d+) seconds/.exec(said)?.[1] ?? 600);
  return {
    ...failure,
    sentence: 'Stack Exchange has answered as often as it does in a day, and asks us to wait.',
    rest: { milliseconds: seconds * 1000, asked: true },
  };
}

function toSaid(one: z.infer<typeof question>, now: number): Said {
  const edited = one.last_edit_date ? readDate(String(one.last_edit_date), now) : null;
  return {
    item: {
      guid: one.link.replace(/^(https?:\/\/[^/]+\/questions\/\d+).*/, '$1'),
      link: one.link,
      title: one.title,
      html: one.body ?? null,
      author: one.owner?.display_name ?? null,
      authorAddress: one.owner?.link ?? null,
      publishedAt: readDate(String(one.creation_date), now),
      updatedAt: edited,
    },
    network: '',
    handle: '',
  };
}
