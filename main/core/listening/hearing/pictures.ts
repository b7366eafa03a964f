import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { type Connection, first } from '../../database/connection.ts';
import { createFetcher, type Fetcher } from '../fetch.ts';
import { hostOf } from '../gather.ts';
import { pictureAddresses } from './picture-addresses.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'version' | 'routes'>;

/** What one voice may bring. */
const mostPictures = 12;
const mostBytes = 4_000_000;
const mostBytesOfAll = 12_000_000;

export interface Pictures {
  /** Each as a `data:` address. */
  pictures: { address: string; data: string }[];
  /** How many could not be had, or are no pictures. */
  missing: number;
}

/**
 * Fetches the pictures of a voice from one host, because somebody asked for them: politely, one
 * after the other, and kept nowhere. Only what is by its first bytes a plain picture is handed on.
 */
export async function fetchPictures(
  house: Needs,
  { id, host }: { id: string; host: string },
): Promise<Pictures> {
  const { html, address } = htmlOf(house.connection, id);
  const addresses = pictureAddresses(html).filter((one) => new URL(one).host === host);
  if (addresses.length === 0) {
    throw new Refusal('not-found', 'This voice has no pictures from there.');
  }
  const fetcher = createFetcher({
    version: house.version,
    now: () => house.clock.now(),
    routes: [...(house.routes ?? [])],
    mostBytes,
    totalTimeout: 20_000,
  });
  try {
    return await fetchAll(fetcher, addresses, hostOf(address) === host);
  } finally {
    await fetcher.close();
  }
}

async function fetchAll(fetcher: Fetcher, addresses: string[], typed: boolean): Promise<Pictures> {
  const found: Pictures = { pictures: [], missing: 0 };
  let bytes = 0;
  for (const address of addresses.slice(0, mostPictures)) {
    const answer = await fetcher.fetch({ address, typed, accept: 'image/*' });
    const type = answer.outcome === 'fresh' ? pictureType(answer.bytes) : null;
    const fits = answer.outcome === 'fresh' && bytes + answer.bytes.length <= mostBytesOfAll;
    if (answer.outcome === 'fresh' && type && fits) {
      bytes += answer.bytes.length;
      const data = Buffer.from(answer.bytes).toString('base64');
      found.pictures.push({ address, data: `data:${type};base64,${data}` });
    } else found.missing++;
  }
  found.missing += Math.max(0, addresses.length - mostPictures);
  return found;
}

/**
 * The type of a picture by its first bytes (WHATWG MIME Sniffing, 6.1), whatever the server says;
 * null for everything else. SVG is none: it is a document.
 */
function pictureType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  if (start.startsWith('RIFF') && start.startsWith('WEBPVP', 8)) return 'image/webp';
  if (start.startsWith('ftypavif', 4) || start.startsWith('ftypavis', 4)) return 'image/avif';
  return null;
}

/** The voice's HTML, and the address of its source, which the person gave. */
function htmlOf(connection: Connection, id: string): { html: string; address: string } {
  const found = first<{ html: string; address: string }>(
    connection,
    `SELECT html, source.address FROM heard JOIN source ON source.id = source_id
     WHERE heard.id = ?`,
    [id],
  );
  if (!found) throw new Refusal('not-found', 'This mention is not here any more.');
  return found;
}
