import { type Picture, pictureType } from '../people/photos/picture.ts';
import type { Property } from './vcard-properties.ts';

/** The most bytes of a photo that an address book may bring. */
const mostBytes = 2_000_000;

/** A card's photo, or why it cannot be taken, as a sentence. */
export type PhotoFound = { picture: Picture } | { remark: string };

/**
 * The photo in a PHOTO property: base64 of versions 2.1 and 3, or the `data:` address of version 4
 * (RFC 2397). Undefined for one that lies elsewhere, which is never fetched, and for none.
 */
export function photoIn(property: Property): PhotoFound | undefined {
  const value = property.values[0] ?? '';
  if (value === '' || /^(?!data:)[a-z][\w+.-]*:/i.test(value)) return undefined;
  const bytes = bytesOf(value);
  if (bytes.length > mostBytes) {
    return { remark: 'The photo is larger than 2 megabytes and was left out.' };
  }
  const type = pictureType(bytes);
  return type
    ? { picture: { type, bytes } }
    : { remark: 'The photo is of a kind that cannot be shown, and was left out.' };
}

function bytesOf(value: string): Buffer {
  const data = /^data:[^,]*,/i.exec(value)?.[0];
  if (!data) return Buffer.from(value, 'base64');
  const rest = value.slice(data.length);
  if (/;base64,$/i.test(data)) return Buffer.from(rest, 'base64');
  return Buffer.from(percentDecoded(rest), 'latin1');
}

function percentDecoded(text: string): string {
  return text.replace(/%([\dA-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
