import * as z from 'zod';
import { decode } from '../decode.ts';
import type { ParsedItem } from '../parsed.ts';
import type { Failure, Heard, Remembered, Visit, Visited } from './source-kind.ts';

/** What a JSON interface answered. */
export type JsonAnswer =
  | {
      outcome: 'json';
      json: unknown;
      status: number;
      freshFor: number | null;
      remember: Remembered;
    }
  | Exclude<Visited, { outcome: 'fresh' }>
  | Failure;

/**
 * Asks for JSON. With `conditional` the validators are sent, and an unchanged answer is told as
 * such; further pages are asked for without them. `readsRefusal` keeps what comes with a refusal.
 */
export async function askJson(
  visit: Visit,
  address: string,
  conditional: boolean,
  readsRefusal = false,
): Promise<JsonAnswer> {
  const { etag, lastModified, bodyHash } = visit.remembered;
  const answer = await visit.fetch({
    address,
    accept: 'application/json',
    readsRefusal,
    ...(conditional ? { etag, lastModified, bodyHash } : {}),
  });
  if (answer.outcome === 'failed') return answer;
  const { status, freshFor } = answer;
  const remember = {
    ...visit.remembered,
    etag: answer.etag,
    lastModified: answer.lastModified,
    bodyHash: answer.bodyHash,
  };
  if (answer.outcome === 'unchanged') {
    return { outcome: 'unchanged', remember: { ...visit.remembered }, freshFor, status };
  }
  try {
    const json: unknown = JSON.parse(decode(answer.bytes, answer.contentType));
    return { outcome: 'json', json, status, freshFor, remember };
  } catch {
    return {
      outcome: 'unreadable',
      sentence: 'The website answered with something unreadable.',
      status,
    };
  }
}

/** What is remembered when a page in the middle failed: the next visit asks for all of it again. */
export function unfinished(answered: Remembered, before: Remembered): Remembered {
  return { ...answered, etag: null, lastModified: null, bodyHash: null, cursor: before.cursor };
}

/** Every element that has the wanted shape; what has another is left out. */
export function readEach<T>(list: unknown, shape: z.ZodType<T>): T[] {
  const elements = z.array(z.unknown()).safeParse(list);
  if (!elements.success) return [];
  return elements.data.flatMap((element) => {
    const read = shape.safeParse(element);
    return read.success ? [read.data] : [];
  });
}

/** An item of which nothing is known. */
export const blank: ParsedItem = {
  guid: null,
  guidIsLink: false,
  link: null,
  title: null,
  html: null,
  base: null,
  author: null,
  authorAddress: null,
  publishedAt: null,
  updatedAt: null,
  rating: null,
  commentsFeed: null,
  inReplyTo: null,
  language: null,
};

/** What somebody said, as a JSON interface has it. */
export interface Said {
  item: Partial<ParsedItem>;
  network: string;
  handle: string;
}

/** Items out of a JSON interface, cleaned like every other. */
export async function cleanAll(visit: Visit, said: readonly Said[]): Promise<Heard[]> {
  const items = await visit.clean(said.map(({ item }) => ({ ...blank, ...item })));
  return items.map((item, index) => ({
    ...item,
    network: said[index]?.network ?? '',
    handle: said[index]?.handle ?? '',
  }));
}
