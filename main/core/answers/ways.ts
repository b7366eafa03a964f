import type { CountingNetwork } from '../../../shared/answer-length.ts';

/** A network on which Porchlight itself can post an answer. */
export type PostingNetwork = 'mastodon' | 'bluesky';

/** What tells where a voice was heard. */
export interface Heard {
  source_kind: string;
  guid: string;
  address: string;
}

/** The network on which a voice can be answered by Porchlight itself; null when there is none. */
export function postingNetwork({ source_kind, guid }: Heard): PostingNetwork | null {
  if (/^at:\/\/[^/]+\/app\.bsky\.feed\.post\/[^/]+$/.test(guid)) return 'bluesky';
  // What Mastodon calls `uri` is an address; a post of another server can be looked up by it.
  return source_kind.startsWith('mastodon') && /^https:\/\//.test(guid) ? 'mastodon' : null;
}

/** The network whose limit an answer must keep, wherever it is posted from. */
export function countingNetwork(heard: Heard): CountingNetwork | null {
  const posting = postingNetwork(heard);
  if (posting) return posting;
  const host = URL.canParse(heard.address) ? new URL(heard.address).hostname : '';
  if (host === 'bsky.app') return 'bluesky';
  const isGoogle = /(^|\.)google\.[a-z.]+$|(^|\.)goo\.gl$/.test(host);
  return isGoogle || /(?:^|\/)locations\/[^/]+\/reviews\//.test(heard.guid) ? 'google' : null;
}
