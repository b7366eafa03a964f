import { Refusal } from '../../../../shared/refusal.ts';
import { type KeyService, keyOfKind } from '../../../../shared/wording/source-keys.ts';
import type { House } from '../../core.ts';
import { first } from '../../database/connection.ts';
import { kinds } from '../sources/kinds.ts';
import { readKey } from './keep-keys.ts';

/** Something that every key opens, asked for where the person listens to nothing of its kind. */
const usual: Record<KeyService, (key: Readonly<Record<string, string>>) => string> = {
  bluesky: () => 'https://bsky.app/search?q=shop',
  youtube: () => 'https://www.youtube.com/watch?v=jNQXAC9IVRw#comments',
  yelp: () => 'https://www.yelp.com/biz/gary-danko-san-francisco',
  tripadvisor: () =>
    'https://www.tripadvisor.com/Attraction_Review-g60763-d104365-Reviews-Central_Park',
  mastodon: ({ server }) => `https://${server}/search?q=shop&type=statuses`,
};

/** Tries a key on something it should open, and tells in a sentence whether it does. */
export async function tryKey(
  house: Pick<House, 'host' | 'connection' | 'gatherer'>,
  service: KeyService,
  wanted?: string,
): Promise<{ works: boolean; words: string }> {
  const key = await readKey(house.host, service);
  if (!key) return { works: false, words: 'There is no key here yet.' };
  const kind = kinds.find((one) => keyOfKind(one.kind) === service)?.kind ?? '';
  const own = first<{ address: string }>(
    house.connection,
    'SELECT address FROM source WHERE kind = ? AND removed_at IS NULL ORDER BY added_at LIMIT 1',
    [kind],
  )?.address;
  try {
    const [found] = await house.gatherer.preview(wanted ?? own ?? usual[service](key), kind);
    if (found?.needsKey) return { works: false, words: found.needsKey.sentence };
    return { works: true, words: 'It works.' };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { works: false, words: problem.message };
  }
}
