import { all, type Connection } from '../../database/connection.ts';
import type { FollowUpData, TalkData, VoiceData } from './person-data.ts';

/** A moment in words of ISO 8601. */
type At = (moment: number) => string;

interface TalkRow {
  day: string;
  at: number;
  medium: string;
  reached: number;
  begunBy: string;
  said: string;
  with: string;
  ofUs: string;
  binned: number;
}

/** The conversations in which somebody took part, the latest first. */
export function readTalks(connection: Connection, id: string, at: At): TalkData[] {
  return talksIn(connection, 'conversation_customer', id, at);
}

/** The conversations of others in which somebody was spoken of, the latest first. */
export function readSpokenOf(connection: Connection, id: string, at: At): TalkData[] {
  return talksIn(connection, 'conversation_spoken_of', id, at);
}

function talksIn(
  connection: Connection,
  table: 'conversation_customer' | 'conversation_spoken_of',
  id: string,
  at: At,
): TalkData[] {
  return all<TalkRow>(
    connection,
    `SELECT happened_day AS day, happened_at AS at, medium, reached, begun_by AS begunBy, said,
       (SELECT json_group_array(display_name) FROM conversation_customer AS part
        JOIN customer ON customer.id = part.customer_id
        WHERE part.conversation_id = conversation.id AND customer.id <> :id) AS "with",
       coalesce(nullif(of_us, ''), (SELECT name FROM colleague WHERE id = colleague_id), '') AS ofUs,
       binned_at IS NOT NULL AS binned
     FROM conversation WHERE id IN (SELECT conversation_id FROM ${table} WHERE customer_id = :id)
     ORDER BY happened_at DESC, id`,
    { id },
  ).map(({ binned, ...talk }) => ({
    ...talk,
    at: at(talk.at),
    reached: talk.reached === 1,
    with: JSON.parse(talk.with) as string[],
    inTheBin: binned === 1,
  }));
}

/** What was promised to somebody, the latest first. */
export function readFollowUps(connection: Connection, id: string, at: At): FollowUpData[] {
  return all<{
    text: string;
    due_day: string;
    due_time: string | null;
    snoozed_until: string | null;
    recurs_every: number | null;
    recurs_unit: string | null;
    recurs_from: string | null;
    state: string;
    made_at: number;
    done_at: number | null;
    binned_at: number | null;
  }>(connection, 'SELECT * FROM follow_up WHERE customer_id = ? ORDER BY made_at DESC, id', [
    id,
  ]).map((row) => ({
    text: row.text,
    dueDay: row.due_day,
    dueTime: row.due_time,
    putOffUntil: row.snoozed_until,
    repeats:
      row.recurs_every === null
        ? null
        : {
            every: row.recurs_every,
            unit: row.recurs_unit ?? 'day',
            from: row.recurs_from ?? 'due',
          },
    state: row.state,
    madeAt: at(row.made_at),
    doneAt: row.done_at === null ? null : at(row.done_at),
    inTheBin: row.binned_at !== null,
  }));
}

interface VoiceRow {
  id: string;
  at: number;
  source: string;
  author: string;
  address: string;
  title: string;
  text: string;
  value: number | null;
  best: number | null;
  worst: number | null;
  state: string;
}

/** What somebody said in public, the latest first, with what was answered. */
export function readVoices(connection: Connection, id: string, at: At): VoiceData[] {
  const voices = all<VoiceRow>(
    connection,
    `SELECT id, said_at AS at, source_name AS source, author, address, title, text,
       rating_value AS value, rating_best AS best, rating_worst AS worst, state
     FROM heard WHERE customer_id = ? ORDER BY said_at DESC, id`,
    [id],
  );
  return voices.map(({ id: voice, at: said, value, best, worst, ...rest }) => ({
    ...rest,
    at: at(said),
    rating: value === null || best === null || worst === null ? null : { value, best, worst },
    answers: all<{ kind: string; text: string; heart: string; state: string; sent: number | null }>(
      connection,
      `SELECT kind, text, heart, state, sent_at AS sent FROM answer
       WHERE mention_id = ? ORDER BY begun_at`,
      [voice],
    ).map(({ sent, ...answer }) => ({ ...answer, at: sent === null ? null : at(sent) })),
  }));
}
