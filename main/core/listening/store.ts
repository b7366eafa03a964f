import { v7 } from 'uuid';
import { all, type Connection, first, run, transaction } from '../database/connection.ts';
import { hearNew } from './hearing/hear-new.ts';
import { wordsKey } from './hearing/same-voice.ts';
import { contentHash, type Identified } from './identity.ts';
import { authorKeyOf, type Matcher } from './match.ts';
import type { Heard } from './sources/source-kind.ts';
import { alikeKey } from './tidy.ts';
import { shareOf, toneOf } from './tone.ts';

/** What one transaction takes at most, in items and milliseconds, so that whoever types never waits. */
const mostItems = 50;
const longestHold = 12;
/** Earlier texts kept of one mention. */
const mostEarlier = 10;

export interface Stored {
  added: number;
  /** What another source had brought before: a second place of a voice, and no news. */
  again: number;
  edited: number;
}

interface Known {
  id: string;
  title: string;
  text: string;
  content_hash: string;
  rating_share: number | null;
}

const knownColumns = 'id, title, text, content_hash, rating_share';

/**
 * Stores what a visit brought, in short transactions with a breath between them. What is known is
 * left alone, what was edited keeps its earlier text and its state, what was purged stays away.
 */
export async function storeMentions(
  connection: Connection,
  sourceId: string,
  items: readonly Identified[],
  matcher: Matcher,
  now: number,
): Promise<Stored> {
  const stored: Stored = { added: 0, again: 0, edited: 0 };
  const present = new Set(items.map((item) => item.identity));
  for (let next = 0; next < items.length; ) {
    const began = performance.now();
    const end = Math.min(items.length, next + mostItems);
    transaction(connection, () => {
      const added: string[] = [];
      for (; next < end && performance.now() - began < longestHold; next++) {
        const found = items[next];
        const id = found && storeOne(found);
        if (id) added.push(id);
      }
      const again = hearNew(connection, added, now);
      stored.added += added.length - again;
      stored.again += again;
    });
    // A breath as long as the hold: SQLite gives nobody a turn by itself.
    await new Promise((resolve) => setTimeout(resolve, Math.max(4, performance.now() - began)));
  }
  return stored;

  /** Gives the identity of what is new. */
  function storeOne({ item, identity }: Identified): string | undefined {
    const known = findKnown(connection, sourceId, item, identity, present);
    if (known) {
      if (edit(connection, known, item, identity, now)) stored.edited++;
    } else if (!wasPurged(connection, sourceId, item, identity)) {
      return add(connection, sourceId, item, identity, matcher, now);
    }
    return undefined;
  }
}

/**
 * The mention that an item already is: by its identity, or, where the source has changed its guid,
 * by the same link and title (or, without titles, guid), provided that the old one is no longer in
 * the document.
 */
function findKnown(
  connection: Connection,
  sourceId: string,
  item: Heard,
  identity: string,
  present: ReadonlySet<string>,
): Known | undefined {
  const same = first<Known>(
    connection,
    `SELECT ${knownColumns} FROM mention WHERE source_id = ? AND identity = ?`,
    [sourceId, identity],
  );
  if (same || !item.canonicalLink || !(item.title || item.guid)) return same;
  // Not empty, so that the index is used, which has no empty ones.
  const alike = all<Known & { identity: string }>(
    connection,
    `SELECT ${knownColumns}, identity FROM mention
     WHERE canonical = ? AND canonical <> '' AND source_id = ? AND title = ? AND (title <> '' OR guid = ?) LIMIT 20`,
    [item.canonicalLink, sourceId, item.title, item.guid ?? ''],
  );
  return alike.find((mention) => !present.has(mention.identity));
}

function wasPurged(
  connection: Connection,
  sourceId: string,
  item: Heard,
  identity: string,
): boolean {
  const alike =
    item.canonicalLink && item.title ? alikeKey(item.canonicalLink, item.title) : identity;
  return (
    first(connection, 'SELECT 1 FROM mention_purged WHERE source_id = ? AND identity IN (?, ?)', [
      sourceId,
      identity,
      alike,
    ]) !== undefined
  );
}

function add(
  connection: Connection,
  sourceId: string,
  item: Heard,
  identity: string,
  matcher: Matcher,
  now: number,
): string {
  const id = v7({ msecs: now });
  const authorKey = authorKeyOf(item);
  const match = matcher.match(item.author ?? '', authorKey);
  const share = item.rating ? shareOf(item.rating) : null;
  run(
    connection,
    `INSERT INTO mention (id, source_id, identity, guid, address, canonical, title, html, text,
       author, author_handle, author_address, author_key, language, published_at, updated_at,
       received_at, content_hash, words_key, rating_value, rating_best, rating_worst, rating_share, tone,
       matched_customer_id, likely_customer_id, likely_why)
     VALUES (@id, @sourceId, @identity, @guid, @address, @canonical, @title, @html, @text,
       @author, @authorHandle, @authorAddress, @authorKey, @language, @publishedAt, @updatedAt,
       @now, @contentHash, @wordsKey, @ratingValue, @ratingBest, @ratingWorst, @ratingShare, @tone,
       @certain, @likely, @why)`,
    {
      id,
      sourceId,
      identity,
      guid: item.guid ?? '',
      address: item.link ?? '',
      canonical: item.canonicalLink ?? '',
      title: item.title,
      html: item.html,
      text: item.text,
      author: item.author ?? '',
      authorHandle: item.handle || handleIn(authorKey),
      authorAddress: item.authorAddress ?? '',
      authorKey,
      language: item.language ?? '',
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
      now,
      contentHash: contentHash(item),
      wordsKey: wordsKey(item.title, item.text),
      ratingValue: item.rating?.value ?? null,
      ratingBest: item.rating?.best ?? null,
      ratingWorst: item.rating?.worst ?? null,
      ratingShare: share,
      tone: toneOf(item.title, item.text, share),
      certain: match.certain,
      likely: match.likely,
      why: match.why,
    },
  );
  return id;
}

/** The handle as people write it, out of an author's key; pages and mail addresses are none. */
function handleIn(authorKey: string): string {
  return /^(web|email):/.test(authorKey) ? '' : authorKey.replace(/^[^:]*:/, '');
}

/** Writes an edited item over the old one and keeps the old words; answers whether it was edited. */
function edit(
  connection: Connection,
  known: Known,
  item: Heard,
  identity: string,
  now: number,
): boolean {
  const hash = contentHash(item);
  if (hash === known.content_hash) {
    run(
      connection,
      'UPDATE mention SET identity = @identity, guid = @guid WHERE id = @id AND identity <> @identity',
      { id: known.id, identity, guid: item.guid ?? '' },
    );
    return false;
  }
  run(
    connection,
    'INSERT INTO mention_earlier (id, mention_id, at, title, text) VALUES (?, ?, ?, ?, ?)',
    [v7({ msecs: now }), known.id, now, known.title, known.text],
  );
  run(
    connection,
    `DELETE FROM mention_earlier WHERE mention_id = @id AND id NOT IN
       (SELECT id FROM mention_earlier WHERE mention_id = @id ORDER BY at DESC, id DESC LIMIT ${mostEarlier})`,
    { id: known.id },
  );
  // A rating that it learnt from another source outlives an edit.
  const share = item.rating ? shareOf(item.rating) : known.rating_share;
  run(
    connection,
    `UPDATE mention SET identity = @identity, guid = @guid, address = @address,
       canonical = @canonical, title = @title, html = @html, text = @text,
       updated_at = @updatedAt, edited_at = @now, content_hash = @hash, words_key = @wordsKey, tone = @tone,
       rating_value = coalesce(@value, rating_value), rating_best = coalesce(@best, rating_best),
       rating_worst = coalesce(@worst, rating_worst), rating_share = @share
     WHERE id = @id`,
    {
      id: known.id,
      identity,
      guid: item.guid ?? '',
      address: item.link ?? '',
      canonical: item.canonicalLink ?? '',
      title: item.title,
      html: item.html,
      text: item.text,
      updatedAt: item.updatedAt,
      now,
      hash,
      wordsKey: wordsKey(item.title, item.text),
      tone: toneOf(item.title, item.text, share),
      value: item.rating?.value ?? null,
      best: item.rating?.best ?? null,
      worst: item.rating?.worst ?? null,
      share,
    },
  );
  return true;
}
