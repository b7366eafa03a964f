import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { readRecord } from '../get.ts';
import { photoOf, writePhoto } from './photo-rows.ts';
import { pictureType } from './picture.ts';

type Needs = Pick<House, 'connection' | 'journal'>;

/** The most bytes of a photo that the window sends: it scales them down before. */
const mostBytes = 1_000_000;

/**
 * Gives somebody a photo, in place of the one they had, as one step; `content` is its bytes in
 * base64. Refuses what is no JPEG, PNG, WebP or GIF, is too large, or is for nobody.
 */
export function setPhoto(house: Needs, { id, content }: { id: string; content: string }) {
  const { display_name: name } = readRecord(house.connection, id);
  const bytes = Buffer.from(content, 'base64');
  const type = pictureType(bytes);
  if (!type) {
    throw new Refusal(
      'invalid',
      'That is no picture that can be shown. JPEG, PNG, WebP and GIF can.',
      'content',
    );
  }
  if (bytes.length > mostBytes) {
    throw new Refusal('invalid', 'That picture is larger than 1 megabyte.', 'content');
  }
  const had = photoOf(house.connection, id);
  const label = had ? `Changed the photo of ${name}` : `Added a photo of ${name}`;
  const { step } = house.journal.step(label, (write) =>
    writePhoto(write, house.connection, id, { type, bytes }),
  );
  return { step };
}

/** Takes somebody's photo away, as one step. Refuses when there is none. */
export function removePhoto(house: Needs, { id }: { id: string }) {
  const { display_name: name } = readRecord(house.connection, id);
  if (!photoOf(house.connection, id)) {
    throw new Refusal('not-found', 'There is no photo of them any more.');
  }
  const { step } = house.journal.step(`Removed the photo of ${name}`, (write) =>
    write.remove('customer_photo', id),
  );
  return { step };
}
