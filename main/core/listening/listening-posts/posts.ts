import type { TypedSource } from '../../../../shared/contract/contract.ts';
import { notNowFor } from '../../../../shared/wording/not-now.ts';
import type { House } from '../../core.ts';
import { readSettings } from '../../settings/settings.ts';
import { readKey } from '../keys/keep-keys.ts';
import { kindNamed, kinds } from '../sources/kinds.ts';

type Post = TypedSource['posts'][number];

/** The server whose posts with a tag are shown to somebody who names none; the largest. */
const usualServer = 'mastodon.social';

/** What was typed into the one box: an address, a name, or what cannot be had. Asks nobody. */
export async function readTyped(
  house: Pick<House, 'connection' | 'host'>,
  typed: string,
): Promise<TypedSource> {
  const closed = notNowFor(typed);
  if (closed) {
    const { name, why, way } = closed;
    return { isAddress: false, posts: [], cannot: { name, why, way } };
  }
  const isAddress = kinds.some((kind) => kind.recognise(typed) !== null);
  return {
    isAddress,
    posts: isAddress ? [] : await listeningPosts(house, typed),
    cannot: null,
  };
}

/** The places where a name may be listened for, those first that bring most to a shop. */
async function listeningPosts(
  { connection, host }: Pick<House, 'connection' | 'host'>,
  name: string,
): Promise<Post[]> {
  const words = name.replace(/["“”]/g, ' ').replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const quoted = `"${words}"`;
  const { country } = readSettings(connection);
  const mastodon = await readKey(host, 'mastodon');
  const server = mastodon?.server ?? usualServer;
  const tag = words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const wanted: [kind: string, name: string, typed: string][] = [
    ['google-news', `News about ${words}`, newsSearch(quoted, country)],
    ['reddit', `${words} on Reddit`, `reddit: ${quoted}`],
    ['mastodon', `#${tag} on Mastodon`, `#${tag}@${server}`],
    ['hacker-news', `${words} on Hacker News`, `hn: ${quoted}`],
  ];
  if (await readKey(host, 'bluesky')) {
    wanted.splice(2, 0, ['bluesky-search', `${words} on Bluesky`, `bluesky: ${quoted}`]);
  }
  if (mastodon) {
    const search = `https://${server}/search?${new URLSearchParams({ q: quoted, type: 'statuses' })}`;
    wanted.push(['mastodon-search', `${words} on ${server}`, search]);
  }
  return wanted.flatMap(([kindName, called, typed]) => {
    const kind = kindNamed(kindName);
    const address = kind?.recognise(typed);
    if (!kind || !address) return [];
    return [{ kind: kind.kind, address, name: called, describes: kind.describe(address) }];
  });
}

/** A search on Google News, in the shop's country where that is known. */
function newsSearch(words: string, country: string): string {
  const parameters = new URLSearchParams({ q: words });
  const language = languageOf[country];
  if (language) {
    parameters.set('hl', language);
    parameters.set('gl', country);
    parameters.set('ceid', `${country}:${language}`);
  }
  return `https://news.google.com/rss/search?${parameters}`;
}

/** The language of Google's news for a country. */
const languageOf: Record<string, string> = {
  AT: 'de',
  AU: 'en',
  BR: 'pt-BR',
  CA: 'en',
  CH: 'de',
  DE: 'de',
  ES: 'es',
  FR: 'fr',
  GB: 'en',
  IE: 'en',
  IN: 'en',
  IT: 'it',
  JP: 'ja',
  NL: 'nl',
  NZ: 'en',
  PL: 'pl',
  PT: 'pt-PT',
  SE: 'sv',
  US: 'en',
};
