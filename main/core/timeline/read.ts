import { Temporal } from 'temporal-polyfill';
import type { Medium, TimelineEntry } from '../../../shared/contract/contract.ts';
import { tagKey } from '../../../shared/note-words.ts';
import type { House } from '../core.ts';
import { all, type Row } from '../database/connection.ts';
import { readRecord } from '../people/get.ts';
import { wanted } from '../search/query.ts';
import { complete } from './complete.ts';
import { type Kind, ofCustomer, ofHouse, type Part } from './parts.ts';
import { isCommonIn, withWords } from './words.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

/** What a page of a timeline is asked for (shared/contract/timeline.ts). */
export interface TimelineQuery {
  customerId?: string | undefined;
  spokenOf?: string | undefined;
  kinds?: Kind[] | undefined;
  media?: Medium[] | undefined;
  tag?: string | undefined;
  words: string;
  from?: string | undefined;
  to?: string | undefined;
  pinned?: boolean | undefined;
  after: string | null;
  until: string | null;
  limit: number;
}

/** An entry as the tables have it. */
export interface StoredEntry {
  kind: Kind;
  id: string;
  at: number;
  day: string | null;
  text: string;
  medium: Medium | null;
  reached: number | null;
  begun_by: TimelineEntry['begunBy'];
  of_us: string;
  pinned: number;
  customer_id: string | null;
  due_day: string | null;
  state: string | null;
  source_name: string | null;
  address: string | null;
  rating_value: number | null;
  rating_best: number | null;
  rating_worst: number | null;
}

/**
 * A page of the timeline of the house, or of one customer, newest first, and where the next one
 * begins. Each kind brings its newest by its own index, so that a page costs the same however
 * far down it is. Refuses a customer who is not there.
 */
export function readTimeline(
  { connection, clock }: Needed,
  query: TimelineQuery,
): { entries: TimelineEntry[]; next: string | null } {
  if (query.customerId) readRecord(connection, query.customerId);
  if (query.spokenOf) readRecord(connection, query.spokenOf);
  const parts = partsAsked(query);
  if (parts.length === 0) return { entries: [], next: null };
  const values = valuesOf(query, clock.zone());
  const isCommon = typeof values.match === 'string' && isCommonIn(connection, values.match);
  const told = parts.map(([kind]) => kind);
  const union = parts
    .map(([kind, part]) => `SELECT * FROM (${select(kind, part, query, { isCommon, told })})`)
    .join(' UNION ALL ');
  const stored = all<StoredEntry>(
    connection,
    `${union} ORDER BY at DESC, id DESC, kind DESC LIMIT :limit`,
    // One more than asked for tells whether there is more.
    { ...values, limit: query.limit + 1 },
  );
  const page = stored.slice(0, query.limit);
  const last = page.at(-1);
  return {
    entries: complete({ connection, clock }, page),
    next: stored.length > page.length && last ? cursorOf(last) : null,
  };
}

/** The place of an entry. */
function cursorOf({ at, kind, id }: Pick<StoredEntry, 'at' | 'kind' | 'id'>): string {
  return `${at} ${kind} ${id}`;
}

/** The kinds that were asked for and can be there, each with where it comes from. */
function partsAsked(query: TimelineQuery): [Kind, Part][] {
  const usual: Partial<Record<Kind, Part>> = query.customerId ? ofCustomer : ofHouse;
  const only: (readonly Kind[])[] = query.kinds ? [query.kinds] : [];
  if (query.media && query.media.length > 0) only.push(['conversation']);
  if (query.tag || query.spokenOf) only.push(['conversation', 'note']);
  if (query.pinned) only.push(['note']);
  if (query.words !== '') only.push(['conversation', 'note', 'follow-up', 'mention', 'answer']);
  return (Object.entries(usual) as [Kind, Part][]).filter(([kind]) =>
    only.every((kinds) => kinds.includes(kind)),
  );
}

function valuesOf(query: TimelineQuery, zone: string): Row {
  const values: Row = {};
  if (query.customerId) values.customer = query.customerId;
  if (query.spokenOf) values.spokenOf = query.spokenOf;
  if (query.media) {
    values.media = JSON.stringify(query.media);
    values.medium = query.media[0] ?? null;
  }
  if (query.tag) values.tag = tagKey(query.tag);
  if (query.words !== '') {
    values.words = query.words;
    values.match = wanted(query.words).match ?? '""';
  }
  if (query.from) values.from = beginOf(query.from, zone);
  if (query.to) values.to = beginOf(query.to, zone, 1);
  // There is always a moment to begin from, so that each kind is read by the index of its time.
  values.afterAt = Number.MAX_SAFE_INTEGER;
  if (query.after) Object.assign(values, place(query.after, 'after'));
  if (query.until) Object.assign(values, place(query.until, 'until'));
  return values;
}

/** When a local day begins, some days on, in ms since the Unix epoch. */
function beginOf(day: string, zone: string, daysOn = 0): number {
  return Temporal.PlainDate.from(day).add({ days: daysOn }).toZonedDateTime(zone).epochMilliseconds;
}

function place(cursor: string, name: 'after' | 'until'): Row {
  const [at, kind = '', id = ''] = cursor.split(' ');
  return { [`${name}At`]: Number(at), [`${name}Kind`]: kind, [`${name}Id`]: id };
}

/** An answer to a customer is a conversation with them: where that is told, it is not told twice. */
const notTwice = `NOT EXISTS (SELECT 1 FROM answer JOIN conversation ON conversation.id = conversation_id
  WHERE answer.mention_id = told.id AND answer.kind = 'answer' AND conversation.binned_at IS NULL)`;

/** The newest entries of one kind after the place that was asked for. */
function select(
  kind: Kind,
  part: Part,
  query: TimelineQuery,
  { isCommon, told }: { isCommon: boolean; told: readonly Kind[] },
): string {
  const { at, id } = part;
  const where = [...part.where, `${at} <= :afterAt`];
  if (kind === 'answer' && told.includes('conversation')) where.push(notTwice);
  if (query.spokenOf) where.push(spokenOf[kind] ?? '0');
  if (query.media && query.media.length > 0) {
    // One medium alone is read by an index of its own.
    const one = query.media.length === 1;
    where.push(one ? 'medium = :medium' : 'medium IN (SELECT value FROM json_each(:media))');
  }
  if (query.tag) {
    where.push(`${id} IN (SELECT subject_id FROM said_tag WHERE tag = :tag AND kind = '${kind}')`);
  }
  if (query.pinned) where.push('pinned = 1');
  if (query.words !== '') where.push(withWords(kind, id, isCommon));
  if (query.from) where.push(`${at} >= :from`);
  if (query.to) where.push(`${at} < :to`);
  if (query.after) where.push(`(${at}, ${id}, '${kind}') < (:afterAt, :afterId, :afterKind)`);
  if (query.until) {
    where.push(
      `${at} >= :untilAt`,
      `(${at}, ${id}, '${kind}') >= (:untilAt, :untilId, :untilKind)`,
    );
  }
  return `SELECT '${kind}' AS kind, ${id} AS id, ${at} AS at, ${part.columns} FROM ${part.from}
    WHERE ${where.join(' AND ')} ORDER BY ${at} DESC, ${id} DESC LIMIT :limit`;
}

/** Where a customer, or whoever became one with them, was spoken of without taking part. */
const spokenOf: Partial<Record<Kind, string>> = {
  conversation: `conversation.id IN (
    SELECT conversation_id FROM conversation_spoken_of WHERE customer_id = :spokenOf)`,
  note: `note.id IN (SELECT note_id FROM note_link WHERE customer_id IN (
      WITH RECURSIVE been (id) AS (
        SELECT :spokenOf UNION SELECT customer.id FROM customer JOIN been ON merged_into = been.id)
      SELECT id FROM been))
    AND coalesce(customer_id, '') <> :spokenOf`,
};
