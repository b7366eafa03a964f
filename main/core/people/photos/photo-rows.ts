import type { PictureContent } from '../../../../shared/contract/contract.ts';
import { all, type Connection, first } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';
import { keepPicture, type Picture } from './picture.ts';

/** Writes somebody's photo within a step. */
export function writePhoto(
  write: Write,
  connection: Connection,
  customerId: string,
  picture: Picture,
): void {
  const picture_id = keepPicture(connection, picture);
  write.put('customer_photo', { id: customerId, customer_id: customerId, picture_id });
}

/** The id of somebody's picture; null when there is none. */
export function photoOf(connection: Connection, customerId: string): string | null {
  const photo = first<{ id: string }>(
    connection,
    'SELECT picture_id AS id FROM customer_photo WHERE id = ?',
    [customerId],
  );
  return photo?.id ?? null;
}

/** The pictures of these customers, by customer; `ids` is a JSON list. */
export function photosOf(connection: Connection, ids: string): Map<string, string> {
  const rows = all<{ id: string; picture: string }>(
    connection,
    `SELECT id, picture_id AS picture FROM customer_photo
     WHERE id IN (SELECT value FROM json_each(?))`,
    [ids],
  );
  return new Map(rows.map(({ id, picture }) => [id, picture]));
}

/** The pictures with these ids, their bytes in base64; those that are not there are left out. */
export function readPictures(connection: Connection, ids: readonly string[]): PictureContent[] {
  return all<{ id: string; type: PictureContent['type']; bytes: Buffer }>(
    connection,
    'SELECT id, type, bytes FROM picture WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  ).map(({ id, type, bytes }) => ({ id, type, content: bytes.toString('base64') }));
}
