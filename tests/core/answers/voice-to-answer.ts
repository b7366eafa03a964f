import type { House } from '../../../main/core/core.ts';
import { run } from '../../../main/core/database/connection.ts';
import { newId } from '../../../main/core/journal/new-id.ts';

export interface HeardVoice {
  kind?: string;
  guid?: string;
  address?: string;
  title?: string;
  text?: string;
  author?: string;
  stars?: number;
  customerId?: string;
}

/** Puts a voice into the house as gathering does; gives its id. */
export function hearVoice({ connection, clock }: House, voice: HeardVoice = {}): string {
  const [source, mention] = [newId(clock), newId(clock)];
  run(
    connection,
    `INSERT INTO source (id, kind, name, address, added_at) VALUES (?, ?, 'Town square', ?, ?)`,
    [source, voice.kind ?? 'feed', `https://town.test/${source}`, clock.now()],
  );
  run(
    connection,
    `INSERT INTO mention (id, source_id, identity, guid, address, title, text, author, received_at,
       published_at, content_hash, rating_value, rating_best, rating_worst, rating_share, tone,
       matched_customer_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'x', ?, ?, ?, ?, ?, ?)`,
    [
      mention,
      source,
      `guid:${mention}`,
      voice.guid ?? mention,
      voice.address ?? 'https://town.test/said/1',
      voice.title ?? '',
      voice.text ?? 'The bread was stale and nobody said sorry.',
      voice.author ?? 'Rosa Rossi',
      clock.now(),
      clock.now() - 3_600_000,
      voice.stars ?? null,
      voice.stars ? 5 : null,
      voice.stars ? 1 : null,
      voice.stars ? (voice.stars - 1) / 4 : null,
      'complaint',
      voice.customerId ?? null,
    ],
  );
  return mention;
}
