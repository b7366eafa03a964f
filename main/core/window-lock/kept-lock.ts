import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';
import { writeWhole } from '../database/whole-file.ts';
import { bytesOf, usualWork, workFields } from '../passphrase.ts';

/*
 * window-lock.json, format 1: `kdf` scrypt (RFC 7914) with n, r, p and salt (base64, 16 bytes);
 * `print`: 32 bytes of the passphrase in base64; `idleMinutes`. In a file of its own, so that
 * neither undoing nor a backup that is brought back changes who may come in, and so that whoever
 * has forgotten the passphrase, and may open the folder anyway, can take it away.
 */
const lockShape = z.object({
  format: z.literal(1),
  kdf: z.literal('scrypt'),
  ...workFields,
  print: z.base64(),
  idleMinutes: z.int().min(0).max(1440),
});

/** A lock as its file has it. */
export type KeptLock = z.infer<typeof lockShape>;

const printLength = 32;

/** The lock as it was kept; undefined when there is none, null when its file cannot be read. */
export function readLock(path: string): KeptLock | null | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (problem) {
    const isGone = problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
    return isGone ? undefined : null;
  }
  try {
    return lockShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function keepLock(path: string, lock: KeptLock): void {
  writeWhole(path, JSON.stringify(lock));
}

export function forgetLock(path: string): void {
  rmSync(path, { force: true });
}

/** A new lock for a passphrase. */
export async function makeLock(passphrase: string, idleMinutes: number): Promise<KeptLock> {
  const salt = randomBytes(16);
  const print = await bytesOf(passphrase, usualWork, salt, printLength);
  return {
    ...{ format: 1, kdf: 'scrypt', ...usualWork, salt: salt.toString('base64') },
    ...{ print: print.toString('base64'), idleMinutes },
  };
}

/** Whether it is the passphrase of that lock; takes as long for a wrong one. */
export async function fits(lock: KeptLock, passphrase: string): Promise<boolean> {
  const salt = Buffer.from(lock.salt, 'base64');
  const known = Buffer.from(lock.print, 'base64');
  const given = await bytesOf(passphrase, lock, salt, printLength);
  return known.length === given.length && timingSafeEqual(known, given);
}
