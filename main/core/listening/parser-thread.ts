import { parentPort } from 'node:worker_threads';
import { type CleanItem, clean } from './clean.ts';
import { decode } from './decode.ts';
import { parse } from './parse.ts';
import { type ParsedFeed, type ParsedItem, Unreadable, type UnreadableReason } from './parsed.ts';

/** A document to be read, or items of another make to be cleaned. */
export type ParserRequest =
  | {
      id: number;
      type: 'document';
      bytes: Uint8Array;
      contentType: string | null;
      address: string | null;
      now: number;
    }
  | { id: number; type: 'items'; items: ParsedItem[] };

/** A feed whose items are clean. */
export interface CleanFeed extends Omit<ParsedFeed, 'items'> {
  items: CleanItem[];
}

export type ParserAnswer =
  | { ready: true }
  /** Still at it, item by item. */
  | { id: number; alive: true }
  | { id: number; result: CleanFeed | CleanItem[] }
  | { id: number; unreadable: UnreadableReason };

/** How often a long document tells that it goes on, in milliseconds. */
const aliveEvery = 50;

/** The whole way to clean items; it may hang on hostile input, so it runs in a thread of its own. */
async function answer(request: ParserRequest): Promise<CleanFeed | CleanItem[]> {
  if (request.type === 'items') return cleanAll(request.id, request.items);
  const text = decode(request.bytes, request.contentType);
  const feed = await parse(text, { address: request.address, now: request.now });
  return { ...feed, items: cleanAll(request.id, feed.items) };
}

function cleanAll(id: number, items: ParsedItem[]): CleanItem[] {
  let told = performance.now();
  return items.map((item) => {
    if (performance.now() - told > aliveEvery) {
      told = performance.now();
      parentPort?.postMessage({ id, alive: true });
    }
    return clean(item);
  });
}

parentPort?.on('message', async (request: ParserRequest) => {
  try {
    parentPort?.postMessage({ id: request.id, result: await answer(request) });
  } catch (error) {
    const unreadable = error instanceof Unreadable ? error.reason : 'broken';
    parentPort?.postMessage({ id: request.id, unreadable });
  }
});

parentPort?.postMessage({ ready: true });
