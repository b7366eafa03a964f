import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';

/** How much work a passphrase costs (scrypt, RFC 7914), and its salt in base64, as files have them. */
export const workFields = {
  n: z
    .int()
    .min(2)
    .max(1_048_576)
    .refine((n) => (n & (n - 1)) === 0),
  r: z.int().min(1).max(8),
  p: z.int().min(1).max(16),
  salt: z.base64(),
};

export interface Work {
  n: number;
  r: number;
  p: number;
}

/** 128 megabytes and about half a second (OWASP's advice of 2023). */
export const usualWork: Work = { n: 131_072, r: 8, p: 1 };

/**
 * So many bytes out of a passphrase, which counts as the same however its letters were composed
 * (Unicode NFKC, UTF-8).
 */
export function bytesOf(
  passphrase: string,
  { n, r, p }: Work,
  salt: Buffer,
  length: number,
): Promise<Buffer> {
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
  const options = { N: n, r, p, maxmem: 256 * n * r + 1024 * 1024 };
  return derive(passphrase.normalize('NFKC'), salt, length, options);
}
