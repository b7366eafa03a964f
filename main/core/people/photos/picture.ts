import { createHash } from 'node:crypto';
import { type Connection, run } from '../../database/connection.ts';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';

/** A picture that can be shown. */
export interface Picture {
  type: PictureType;
  bytes: Uint8Array;
}

/**
 * What kind of picture these bytes are, by how they begin (JPEG, PNG, WebP and GIF each have a
 * signature of their own); undefined for anything else, whatever it is called.
 */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp';
  return /^GIF8[79]a/.test(head) ? 'image/gif' : undefined;
}

/** Keeps a picture within a step of the journal, and gives the id under which it lies. */
export function keepPicture(connection: Connection, { type, bytes }: Picture): string {
  const id = createHash('sha256').update(bytes).digest('hex');
  run(connection, 'INSERT OR IGNORE INTO picture (id, type, bytes) VALUES (@id, @type, @bytes)', {
    ...{ id, type },
    bytes: Buffer.from(bytes),
  });
  return id;
}
