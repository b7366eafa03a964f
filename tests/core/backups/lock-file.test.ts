import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockFile, readLocked } from '../../../main/core/backups/lock-file.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** As little work as scrypt allows: what is tested here is not its cost. */
const quick = { n: 2, r: 1, p: 1 };

async function unlocked(path: string, passphrase: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  await readLocked(path, passphrase, (part) => void parts.push(Buffer.from(part)));
  return Buffer.concat(parts);
}

const locked = (content: Uint8Array, passphrase?: string) => lockedAt(content, passphrase, quick);

async function lockedAt(content: Uint8Array, passphrase = 'porch lamp', ...work: [typeof quick?]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'plain'), content);
  await lockFile(join(folder, 'plain'), join(folder, 'locked'), passphrase, ...work);
  return join(folder, 'locked');
}

const megabyte = 1024 * 1024;

test('what was locked comes back with its passphrase, whatever its length', async () => {
  for (const length of [0, 1, megabyte - 1, megabyte, megabyte + 1, 2 * megabyte]) {
    const content = Buffer.alloc(length, 'lamp');
    const path = await locked(content);
    expect(readFileSync(path).includes('lamplamplamp')).toBe(false);
    expect((await unlocked(path, 'porch lamp')).equals(content)).toBe(true);
  }
});

test('the parameters stand readable in its header, and the usual ones cost half a second of work', async () => {
  const path = await lockedAt(Buffer.from('hello'));
  const [first, second] = readFileSync(path, 'latin1').split('\n');
  expect(first).toBe('PORCHLIGHT LOCKED');
  expect(JSON.parse(second ?? '')).toMatchObject({
    format: 1,
    kdf: 'scrypt',
    n: 131_072,
    r: 8,
    p: 1,
    cipher: 'aes-256-gcm',
    chunk: megabyte,
  });
  expect((await unlocked(path, 'porch lamp')).toString()).toBe('hello');
});

test('a passphrase counts as the same however its letters were composed', async () => {
  const path = await locked(Buffer.from('hello'), 'Caf\u00e9 \ufb01ne');
  expect((await unlocked(path, 'Cafe\u0301 fine')).toString()).toBe('hello');
});

test('a wrong passphrase is told in a sentence, and nothing is read', async () => {
  const path = await locked(Buffer.from('hello'));
  const reading = unlocked(path, 'porch lamb');
  await expect(reading).rejects.toThrow('not the passphrase');
  await expect(reading).rejects.toMatchObject({ code: 'invalid', field: 'passphrase' });
});

test('a file that was changed in one place is refused, and never read as something else', async () => {
  const content = Buffer.alloc(2 * megabyte + 5, 7);
  const path = await locked(content);
  const bytes = readFileSync(path);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ by;
      writeFileSync(path, changed);
      // Most bytes are of the chunks; in the header a change may look like another passphrase.
      await expect(unlocked(path, 'porch lamp')).rejects.toThrow(
        /changed or cut|not the passphrase/,
      );
    }),
    {
      numRuns: 30,
      examples: [
        [0, 1],
        [20, 1],
        [300, 1],
        [bytes.length - 1, 1],
      ],
    },
  );
});

test('a file whose end was cut off, or whose chunks were exchanged, is refused', async () => {
  const path = await locked(Buffer.alloc(3 * megabyte, 7));
  const bytes = readFileSync(path);
  const body = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1;
  const chunk = megabyte + 16;
  const part = (number: number) =>
    bytes.subarray(body + number * chunk, body + (number + 1) * chunk);
  const header = bytes.subarray(0, body);
  const cases = [
    bytes.subarray(0, body + 2 * chunk),
    bytes.subarray(0, bytes.length - 1),
    bytes.subarray(0, body),
    bytes.subarray(0, 10),
    Buffer.concat([header, part(1), part(0), part(2)]),
    Buffer.concat([bytes, part(2)]),
    Buffer.from('SQLite format 3\0'),
  ];
  for (const changed of cases) {
    writeFileSync(path, changed);
    await expect(unlocked(path, 'porch lamp')).rejects.toThrow('changed or cut off');
  }
});
