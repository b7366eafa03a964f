import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { Turns } from './turns.ts';

/** A body that holds more than is allowed; it was not read to its end. */
export class TooLarge extends Error {}

/** Bytes beyond which a body is large: few of those are held at a time. */
const large = 2_000_000;
/** Text grows to ten or twenty times its packed size; what grows more is a bomb. */
const mostGrowth = 100;

export interface Reading {
  /** The most bytes that a body may have, after inflation. */
  most: number;
  /** Called whenever something arrives, and while a large body waits for its turn. */
  heard: () => void;
  /** The turns that large bodies take. */
  turns?: Turns;
}

/**
 * Reads a body whole, taking off its `Content-Encoding` on the way. Counts the bytes as they come
 * out and stops at `most` with `TooLarge`, so that a small body cannot grow without end.
 */
export async function readBody(
  body: AsyncIterable<Buffer>,
  encoding: string,
  reading: Reading,
): Promise<Buffer> {
  const { most, turns } = reading;
  let chunks: Buffer[] = [];
  // A large body lies in one piece that is given back at once, not when it is next tidied up.
  let piece: Uint8Array<ArrayBuffer> | null = null;
  const arrived = { size: 0 };
  let size = 0;
  let hasTurn = false;
  try {
    for await (const chunk of inflate(arriving(body, arrived, reading), encoding)) {
      size += chunk.length;
      if (size > most || (size > large && size > arrived.size * mostGrowth)) throw new TooLarge();
      if (piece === null && size > large) {
        if (turns) await waitFor(turns, reading.heard);
        hasTurn = turns !== undefined;
        piece = new Uint8Array(most);
        piece.set(Buffer.concat(chunks));
        chunks = [];
      }
      if (piece) piece.set(chunk, size - chunk.length);
      else chunks.push(chunk);
    }
    return piece ? Buffer.from(piece.subarray(0, size)) : Buffer.concat(chunks, size);
  } finally {
    piece?.buffer.transfer(0);
    if (hasTurn) turns?.give();
  }
}

/** Waits for a turn; nobody is to think meanwhile that the server fell silent. */
async function waitFor(turns: Turns, heard: () => void): Promise<void> {
  const still = setInterval(heard, 1000);
  await turns.take();
  clearInterval(still);
}

async function* arriving(
  body: AsyncIterable<Buffer>,
  arrived: { size: number },
  { most, heard }: Reading,
) {
  for await (const chunk of body) {
    heard();
    arrived.size += chunk.length;
    if (arrived.size > most) throw new TooLarge();
    yield chunk;
  }
}

/** Undoes the encodings, the last applied first (RFC 9110, section 8.4). */
async function* inflate(body: AsyncIterable<Buffer>, encoding: string): AsyncIterable<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let current = body;
  for (const name of names.reverse()) current = undo(current, name);
  yield* current;
}

async function* undo(body: AsyncIterable<Buffer>, name: string): AsyncIterable<Buffer> {
  const iterator = body[Symbol.asyncIterator]();
  const { value: head, done } = await iterator.next();
  if (done) return;
  const whole = Readable.from(startingWith(head, iterator), { objectMode: false });
  const inflater = inflaterFor(name, head);
  if (!inflater) {
    yield* whole;
    return;
  }
  whole.on('error', (error) => inflater.destroy(error));
  try {
    yield* whole.pipe(inflater);
  } finally {
    whole.destroy();
    inflater.destroy();
  }
}

/** The right inflater, or none where a server names an encoding that it did not apply. */
function inflaterFor(name: string, head: Buffer) {
  const [first, second] = head;
  if (name === 'gzip' || name === 'x-gzip') {
    return first === 0x1f && (second === undefined || second === 0x8b) ? createGunzip() : null;
  }
  // Both a zlib stream and bare deflate are sent under this name.
  if (name === 'deflate') return ((first ?? 0) & 15) === 8 ? createInflate() : createInflateRaw();
  return name === 'br' ? createBrotliDecompress() : null;
}

async function* startingWith(head: Buffer, rest: AsyncIterator<Buffer>) {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** What tells one body from another. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
