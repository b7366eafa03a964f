import { channelOf, markOf, saidBy, type TrialSource } from './town.ts';

/** What an imitated source answers: its body, and the type it says to have. */
export interface Answer {
  body: string;
  type: string;
}

interface Said {
  number: number;
  mark: string;
  link: string;
  at: Date;
}

/** More than anybody says on the first day, and less than what is added on the others. */
const pageSize = 8;
const xml = 'application/xml; charset=utf-8';
const json = 'application/json';
const html = 'text/html; charset=utf-8';

function said(source: TrialSource, day: number): Said[] {
  const [origin = ''] = source.origins;
  return saidBy(source, day).map((number) => ({
    number,
    mark: markOf(source, number),
    link: `${origin}/p/${source.index}-${number}`,
    at: new Date(momentOf(source, number)),
  }));
}

/** Each day's words were said on the day before, an hour apart. */
function momentOf(source: TrialSource, number: number): number {
  const day = [1, 2, 3].find((one) => saidBy(source, one).includes(number)) ?? 3;
  return Date.UTC(2026, 2, [1, 3, 13][day - 1]) + number * 1_800_000;
}

/** An RSS feed of what a source says, with each item's guid as wanted. */
export function rssOf(
  source: TrialSource,
  day: number,
  guidOf: (one: Said) => string = (one) => one.link,
  dateOf: (one: Said) => string = (one) => one.at.toUTCString(),
): string {
  const items = said(source, day).map(
    (one) =>
      `<item><title>${one.mark}</title><link>${one.link}</link><guid isPermaLink="false">${guidOf(one)}</guid><pubDate>${dateOf(one)}</pubDate><dc:creator>Rosa</dc:creator><description>&lt;p&gt;Words of ${one.mark}&lt;/p&gt;</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Source ${source.index}</title>${items.join('')}</channel></rss>`;
}

function atomOf(source: TrialSource, day: number, author = 'Rosa'): string {
  const entries = said(source, day).map(
    (one) =>
      `<entry><id>${one.link}</id><title>${one.mark}</title><link href="${one.link}"/><updated>${one.at.toISOString()}</updated><author><name>${author}</name></author><content type="html">&lt;p&gt;Words&lt;/p&gt;</content></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Source ${source.index}</title>${entries.join('')}</feed>`;
}

function rdfOf(source: TrialSource, day: number): string {
  const items = said(source, day).map(
    (one) =>
      `<item rdf:about="${one.link}"><title>${one.mark}</title><link>${one.link}</link><dc:date>${one.at.toISOString()}</dc:date></item>`,
  );
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/"><channel><title>Source ${source.index}</title></channel>${items.join('')}</rdf:RDF>`;
}

/** What a healthy source answers to a request; null when it has nothing there. */
export function answerOf(source: TrialSource, day: number, asked: URL): Answer | null {
  const all = said(source, day);
  const get = (name: string) => asked.searchParams.get(name);
  const asJson = (value: unknown): Answer => ({ body: JSON.stringify(value), type: json });
  switch (source.kind) {
    case 'atom':
      return { body: atomOf(source, day), type: xml };
    case 'reddit':
      return { body: atomOf(source, day, '/u/rosa'), type: xml };
    case 'rdf':
      return { body: rdfOf(source, day), type: xml };
    case 'json':
      return asJson({
        version: 'https://jsonfeed.org/version/1.1',
        title: `Source ${source.index}`,
        items: all.map((one) => ({ id: one.link, url: one.link, title: one.mark })),
      });
    case 'page':
      if (asked.pathname === '/feed.xml') return { body: rssOf(source, day), type: xml };
      return {
        body: '<html><link rel="alternate" type="application/rss+xml" href="/feed.xml"></html>',
        type: html,
      };
    case 'reviews': {
      const reviews = all.map((one) => ({
        '@type': 'Review',
        author: `Guest ${one.number}`,
        reviewRating: { ratingValue: 4 },
        reviewBody: one.mark,
        datePublished: one.at.toISOString().slice(0, 10),
      }));
      const data = JSON.stringify({ '@type': 'Bakery', name: 'x', review: reviews });
      return {
        body: `<html><script type="application/ld+json">${data}</script></html>`,
        type: html,
      };
    }
    case 'mastodon account':
      if (asked.pathname.endsWith('/lookup')) return asJson({ id: String(source.index) });
      return asJson(statuses(all, get('max_id')));
    case 'mastodon tag':
      return asJson(statuses(all, get('max_id')));
    case 'bluesky': {
      const from = Number(get('cursor') ?? 0);
      const page = all.slice(from, from + pageSize);
      const cursor = from + pageSize < all.length ? String(from + pageSize) : undefined;
      return asJson({ feed: page.map((one) => ({ post: post(source, one) })), cursor });
    }
    case 'bluesky-thread': {
      const [root, ...replies] = [...all].reverse().map((one) => ({ post: post(source, one) }));
      return asJson({ thread: { ...root, replies } });
    }
    case 'app-store': {
      const page = Number(/page=(\d+)/.exec(asked.pathname)?.[1] ?? 1);
      const entry = all.slice((page - 1) * pageSize, page * pageSize).map((one) => ({
        id: { label: String(1000 + one.number) },
        author: { name: { label: 'Otto' } },
        'im:rating': { label: '4' },
        title: { label: one.mark },
        content: { label: 'Good' },
      }));
      return asJson({ feed: entry.length === 1 ? { entry: entry[0] } : { entry } });
    }
    case 'hacker-news':
      return asJson({
        hits: all.map((one) => ({
          objectID: `${source.index}-${one.number}`,
          author: 'otto',
          created_at: one.at.toISOString(),
          title: one.mark,
        })),
      });
    case 'stack-exchange':
      return asJson({
        quota_remaining: 200,
        items: all.map((one) => ({
          question_id: one.number,
          title: one.mark,
          link: `https://cooking.stackexchange.com/questions/${source.index}${one.number}/x`,
          creation_date: one.at.getTime() / 1000,
        })),
      });
    case 'youtube':
      if (asked.pathname.startsWith('/@')) {
        return {
          body: `<link rel="canonical" href="https://www.youtube.com/channel/${channelOf(source.index)}">`,
          type: html,
        };
      }
      return { body: atomOf(source, day), type: xml };
    default:
      return { body: rssOf(source, day), type: xml };
  }
}

function statuses(all: Said[], before: string | null) {
  return all
    .map((one) => ({
      id: String(100_000 + one.number),
      uri: one.link,
      created_at: one.at.toISOString(),
      content: `<p>${one.mark}</p>`,
      account: { acct: 'rosa', url: `${new URL(one.link).origin}/@rosa` },
    }))
    .filter((status) => before === null || status.id < before)
    .slice(0, pageSize);
}

function post(source: TrialSource, one: Said) {
  const name = `u${source.index}`;
  return {
    uri: `at://did:plc:${name}/app.bsky.feed.post/k${one.number}`,
    author: { did: `did:plc:${name}`, handle: `${name}.example` },
    record: { text: one.mark, createdAt: one.at.toISOString() },
  };
}
