import type { BehindRow, Conversation, Figure, Medium } from '../../../shared/contract/contract.ts';
import { timeWords } from '../../../shared/wording/after.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import { mediumNoun } from '../../../shared/wording/media.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { answeredAt } from '../listening/hearing/answered-at.ts';
import { stepsInSql } from '../today/steps.ts';
import { figures, returnsInSql } from './figures.ts';
import { type Counted, type Span, spanOf } from './span.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

interface Asked extends Counted {
  figure: Figure;
  part: keyof typeof parts;
  offset: number;
  limit: number;
}

/** Which of the rows of a figure are wanted. */
const parts = { met: 'met = 1', rest: 'coalesce(met, 0) = 0', all: '1' };

/** Those very ones that a figure counts, the rest of those it is a share of, or all; a page at a time. */
export function behindFigure(house: Needed, asked: Asked): { total: number; rows: BehindRow[] } {
  const { connection, clock } = house;
  const { isAll: _, ...span } = spanOf(house, asked);
  const { kind, sql } = figures[asked.figure];
  const wanted = `FROM (${sql}) WHERE ${parts[asked.part]}`;
  const total = first<{ count: number }>(
    connection,
    `SELECT count(*) AS count ${wanted}`,
    span,
  )?.count;
  const ids = all<{ id: string }>(
    connection,
    `SELECT id ${wanted} ORDER BY place, id LIMIT :limit OFFSET :offset`,
    { ...span, limit: asked.limit, offset: asked.offset },
  ).map(({ id }) => id);
  const found = readers[kind](connection, ids, span, clock.zone());
  const byId = new Map(found.map((row) => [row.id, { ...row, kind }]));
  return { total: total ?? 0, rows: ids.flatMap((id) => byId.get(id) ?? []) };
}

type Shown = Omit<BehindRow, 'kind'>;
type Reader = (connection: Connection, ids: string[], span: Span, zone: string) => Shown[];

/** The names of those who took part in a conversation, the first first. */
const namesOf = (conversation: string) => `(SELECT group_concat(display_name, ', ') FROM (
  SELECT display_name FROM conversation_customer JOIN customer ON customer.id = customer_id
  WHERE conversation_id = ${conversation} ORDER BY conversation_customer.rowid))`;

const readers: Record<BehindRow['kind'], Reader> = {
  day: (connection, ids, span) =>
    all<{ id: string; who: string | null }>(
      connection,
      `SELECT value AS id, (
         SELECT group_concat(display_name, ', ') FROM (${stepsInSql}) AS step
         JOIN customer ON customer.id = customer_id AND binned_at IS NULL
         WHERE step.day = value) AS who
       FROM json_each(:ids)`,
      { ...span, ids: JSON.stringify(ids) },
    ).map(({ id, who }) => ({ ...nothing, id, day: id, who: who ?? '' })),

  person: (connection, ids, span) =>
    all<{ id: string; who: string; turned: string | null; back: string | null; sent: string }>(
      connection,
      `SELECT customer.id, display_name AS who,
         (SELECT min(day) FROM (${stepsInSql}) WHERE customer_id = customer.id) AS turned,
         (SELECT max(day) FROM came_back
          WHERE customer_id = customer.id AND day BETWEEN :from AND :until) AS back,
         (SELECT coalesce(group_concat(sent, ', '), '') FROM (${returnsInSql}) AS returns
          WHERE returns.customer_id = customer.id AND day BETWEEN :from AND :until) AS sent
       FROM customer WHERE id IN (SELECT value FROM json_each(:ids))`,
      { ...span, ids: JSON.stringify(ids) },
    ).map(({ id, who, turned, back, sent }) => {
      const became = [
        turned && `turned to on ${fullDay(turned, span.until)}`,
        back && `came back on ${fullDay(back, span.until)}`,
        sent && `sent ${sent}`,
      ].filter(Boolean);
      return { ...nothing, id, customerId: id, who, became: became.join(', ') };
    }),

  voice: (connection, ids, _, zone) =>
    all<{
      id: string;
      said_at: number;
      words: string;
      state: string;
      after: number | null;
      author: string;
      customer_id: string | null;
      name: string | null;
    }>(
      connection,
      `SELECT heard.id, said_at, heard.title || ' ' || heard.text AS words, heard.state,
         ${answeredAt('heard')} - said_at AS after,
         coalesce(nullif(heard.author, ''), source_name) AS author,
         customer.id AS customer_id, display_name AS name
       FROM heard LEFT JOIN customer ON customer.id = heard.customer_id AND binned_at IS NULL
       WHERE heard.id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)],
    ).map((row) => ({
      id: row.id,
      day: localDay(row.said_at, zone),
      who: row.name ?? row.author,
      customerId: row.customer_id,
      words: excerpt(row.words),
      became: voiceWords(row.state, row.after),
    })),

  promise: (connection, ids, span, zone) =>
    all<{
      id: string;
      text: string;
      due_day: string;
      done_at: number | null;
      customer_id: string;
      who: string;
    }>(
      connection,
      `SELECT follow_up.id, text, due_day, done_at, customer_id, display_name AS who
       FROM follow_up JOIN customer ON customer.id = customer_id
       WHERE follow_up.id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)],
    ).map((row) => ({
      id: row.id,
      day: row.due_day,
      who: row.who,
      customerId: row.customer_id,
      words: row.text,
      became:
        row.done_at === null
          ? 'still open'
          : `done on ${fullDay(localDay(row.done_at, zone), span.until)}`,
    })),

  conversation: (connection, ids) =>
    all<{
      id: string;
      happened_day: string;
      said: string;
      medium: Medium;
      reached: number;
      begun_by: Conversation['begunBy'];
      who: string | null;
      customer_id: string;
    }>(
      connection,
      `SELECT conversation.*, ${namesOf('conversation.id')} AS who, (
         SELECT customer_id FROM conversation_customer
         WHERE conversation_id = conversation.id ORDER BY rowid LIMIT 1) AS customer_id
       FROM conversation WHERE id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)],
    ).map((row) => ({
      id: row.id,
      day: row.happened_day,
      who: row.who ?? '',
      customerId: row.customer_id,
      words: excerpt(row.said),
      became: talkWords(row),
    })),

  lesson: (connection, ids) =>
    all<{ id: string; sentence: string; changed: string; changed_day: string; state: string }>(
      connection,
      'SELECT * FROM lesson WHERE id IN (SELECT value FROM json_each(?))',
      [JSON.stringify(ids)],
    ).map((row) => ({
      ...nothing,
      id: row.id,
      day: row.changed_day,
      words: row.sentence,
      became: row.changed,
    })),
};

/** What a row has that says no more. */
const nothing = { day: null, who: '', customerId: null, words: '', became: '' };

function voiceWords(state: string, after: number | null): string {
  if (state === 'answered')
    return after === null ? 'answered' : `answered after ${timeWords(after)}`;
  return { new: 'waits', noted: 'noted', 'let-go': 'let go' }[state] ?? '';
}

function talkWords(row: { medium: Medium; reached: number; begun_by: Conversation['begunBy'] }) {
  const who = { them: 'they began', us: 'you began', unknown: '' }[row.begun_by];
  return [mediumNoun(row.medium), row.reached === 0 ? 'nobody reached' : who]
    .filter(Boolean)
    .join(', ');
}
