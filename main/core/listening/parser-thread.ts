import { parentPort } from 'node:worker_threads';
import { type CleanItem, clean } from './clean.ts';
import { decode } from './decode.ts';
import { parse } from './parse.ts';
import { type ParsedFeed, Unreadable, type UnreadableReason } from './parsed.ts';

/** One document to be read. */
export interface ParserRequest {
  id: number;
  bytes: Uint8Array;
  contentType: string | null;
  address: string | null;
  now: number;
}

/** A feed whose items are clean. */
export interface CleanFeed extends Omit<ParsedFeed, 'items'> {
  items: CleanItem[];
}

export type ParserAnswer =
  | { ready: true }
  | { id: number; feed: CleanFeed }
  | { id: number; unreadable: UnreadableReason };

/** The whole way from bytes to clean items; it may hang on hostile input, so it runs in a thread. */
export async function readDocument(request: ParserRequest): Promise<CleanFeed> {
  const text = decode(request.bytes, request.contentType);
  const feed = await parse(text, { address: request.address, now: request.now });
  return { ...feed, items: feed.items.map(clean) };
}

parentPort?.on('message', async (request: ParserRequest) => {
  try {
    parentPort?.postMessage({ id: request.id, feed: await readDocument(request) });
  } catch (error) {
    const unreadable = error instanceof Unreadable ? error.reason : 'broken';
    parentPort?.postMessage({ id: request.id, unreadable });
  }
});

parentPort?.postMessage({ ready: true });
