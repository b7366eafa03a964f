import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import * as z from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import { bytesOf, usualWork, type Work, workFields } from '../passphrase.ts';

/*
 * A locked file, format 1:
 *   the line `PORCHLIGHT LOCKED`, then one line of JSON, each ended by \n, then the chunks.
 *   The JSON has: format; kdf `scrypt` (RFC 7914) with n, r, p and salt (base64, 16 bytes);
 *   cipher `aes-256-gcm` (NIST SP 800-38D); nonce (base64, 7 bytes); chunk (bytes of plain text in
 *   each chunk but the last); check (base64: see below).
 *   scrypt of the passphrase (Unicode NFKC, UTF-8) gives 64 bytes: the first 32 are the cipher's
 *   key; `check` is HMAC-SHA-256 of the JSON's text without `check` under the other 32, so that a
 *   wrong passphrase is told from a damaged file before anything is read.
 *   Each chunk is its cipher text and a tag of 16 bytes. Its nonce is the file's 7 bytes, the
 *   chunk's number from 0 (32 bits, big endian), and one byte that is 1 for the last chunk and 0
 *   before it: chunks can be neither exchanged nor left out, nor the end be cut off unseen (the
 *   STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015). The two lines are
 *   authenticated with every chunk.
 */

const magic = 'PORCHLIGHT LOCKED\n';
const tagLength = 16;
const chunkLength = 1024 * 1024;

const openHeader = z.object({
  format: z.literal(1),
  kdf: z.literal('scrypt'),
  ...workFields,
  cipher: z.literal('aes-256-gcm'),
  nonce: z.base64().length(12),
  chunk: z.int().min(1).max(16_777_216),
});
const headerShape = openHeader.extend({ check: z.base64() });

/** Locks a file with a passphrase into another, a chunk at a time. */
export async function lockFile(
  from: string,
  to: string,
  passphrase: string,
  work = usualWork,
): Promise<void> {
  const salt = randomBytes(16);
  const nonce = randomBytes(7);
  const plain: z.infer<typeof openHeader> = {
    format: 1,
    kdf: 'scrypt',
    ...work,
    salt: salt.toString('base64'),
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    chunk: chunkLength,
  };
  const keys = await keysOf(passphrase, work, salt);
  const check = checkOf(plain, keys.check).toString('base64');
  const header = Buffer.from(`${magic}${JSON.stringify({ ...plain, check })}\n`);
  await withFile(from, 'r', (source) =>
    withFile(to, 'w', async (target) => {
      await target.write(header);
      const { size } = await source.stat();
      const chunks = Math.max(1, Math.ceil(size / chunkLength));
      const buffer = Buffer.alloc(chunkLength);
      for (let number = 0; number < chunks; number++) {
        const part = await readAt(source, buffer, number * chunkLength);
        const cipher = createCipheriv('aes-256-gcm', keys.cipher, nonceOf(nonce, number, chunks));
        cipher.setAAD(header);
        const locked = [cipher.update(part), cipher.final(), cipher.getAuthTag()];
        await target.write(Buffer.concat(locked));
      }
      await target.sync();
    }),
  );
}

/**
 * Reads a locked file a chunk at a time. Refuses a wrong passphrase, and a file that was changed,
 * cut or is none of ours; by then nothing but true chunks has been handed on.
 */
export function readLocked(
  path: string,
  passphrase: string,
  take: (part: Buffer) => Promise<void> | void,
): Promise<void> {
  return withFile(path, 'r', async (source) => {
    const { header, body } = await readHeader(source);
    const keys = await keysOf(passphrase, header, Buffer.from(header.salt, 'base64'));
    proveKey(header, keys);
    const { size } = await source.stat();
    const whole = header.chunk + tagLength;
    const chunks = Math.max(1, Math.ceil((size - body.length) / whole));
    const buffer = Buffer.alloc(whole);
    const nonce = Buffer.from(header.nonce, 'base64');
    for (let number = 0; number < chunks; number++) {
      const part = await readAt(source, buffer, body.length + number * whole);
      if (part.length < tagLength) throw broken();
      const decipher = createDecipheriv('aes-256-gcm', keys.cipher, nonceOf(nonce, number, chunks));
      decipher.setAAD(body);
      decipher.setAuthTag(part.subarray(part.length - tagLength));
      const text = decipher.update(part.subarray(0, part.length - tagLength));
      try {
        decipher.final();
      } catch {
        throw broken();
      }
      await take(text);
    }
  });
}

/** Unlocks a file into another. Refuses as `readLocked` does; what is there then is not to be used. */
export function unlockFile(from: string, to: string, passphrase: string): Promise<void> {
  return withFile(to, 'w', (target) =>
    readLocked(from, passphrase, async (part) => void (await target.write(part))),
  );
}

/** Refuses when a passphrase is not the one that a file was locked with. */
function proveKey({ check, ...plain }: z.infer<typeof headerShape>, keys: Keys): void {
  const known = checkOf(plain, keys.check);
  const given = Buffer.from(check, 'base64');
  if (given.length === known.length && timingSafeEqual(known, given)) return;
  throw new Refusal(
    'invalid',
    'That is not the passphrase with which this backup was locked.',
    'passphrase',
  );
}

/** The two lines at the beginning, as read and as they stand there. */
async function readHeader(source: FileHandle) {
  const start = (await readAt(source, Buffer.alloc(4096), 0)).toString('latin1');
  const end = start.indexOf('\n', magic.length);
  try {
    if (!start.startsWith(magic) || end < 0) throw new Error('No header');
    const header = headerShape.parse(JSON.parse(start.slice(magic.length, end)));
    return { header, body: Buffer.from(start.slice(0, end + 1), 'latin1') };
  } catch {
    throw broken();
  }
}

interface Keys {
  cipher: Buffer;
  check: Buffer;
}
/** The last ones: a file that was just locked is read at once, to prove it. */
let derived: { from: string; keys: Promise<Keys> } | undefined;

function keysOf(passphrase: string, work: Work, salt: Buffer): Promise<Keys> {
  const from = JSON.stringify([passphrase, work.n, work.r, work.p, salt.toString('base64')]);
  if (derived?.from !== from) derived = { from, keys: deriveKeys(passphrase, work, salt) };
  return derived.keys;
}

async function deriveKeys(passphrase: string, work: Work, salt: Buffer): Promise<Keys> {
  const bytes = await bytesOf(passphrase, work, salt, 64);
  return { cipher: bytes.subarray(0, 32), check: bytes.subarray(32) };
}

function checkOf(plain: z.infer<typeof openHeader>, key: Buffer): Buffer {
  const { format, kdf, n, r, p, salt, cipher, nonce, chunk } = plain;
  const inOrder = { format, kdf, n, r, p, salt, cipher, nonce, chunk };
  return createHmac('sha256', key).update(JSON.stringify(inOrder)).digest();
}

function nonceOf(prefix: Buffer, number: number, chunks: number): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt32BE(number);
  rest.writeUInt8(number === chunks - 1 ? 1 : 0, 4);
  return Buffer.concat([prefix, rest]);
}

/** Opens a file for some work, and closes it whatever comes of that. A new one is its owner's alone. */
async function withFile<T>(
  path: string,
  how: 'r' | 'w',
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await open(path, how, 0o600);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let read = 0;
  while (read < buffer.length) {
    const { bytesRead } = await file.read(buffer, read, buffer.length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

function broken(): Refusal {
  return new Refusal('damaged', 'This backup was changed or cut off since it was made.');
}
