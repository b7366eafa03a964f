import { mostOf } from '../../../shared/answer-length.ts';
import type { Answer } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { readKey } from '../listening/keys/keep-keys.ts';
import { readSettings } from '../settings/settings.ts';
import { listOpenings } from './openings.ts';
import { countingNetwork, type Heard, postingNetwork } from './ways.ts';

/** An answer as its table holds it, with how posting goes. */
export interface AnswerRow {
  id: string;
  mention_id: string;
  kind: Answer['kind'];
  text: string;
  heart: string;
  state: Answer['state'];
  wakes_on: string | null;
  way: Answer['way'];
  begun_at: number;
  sent_at: number | null;
  address: string;
  /** Who of us wrote it last, and their name. */
  colleague_id: string | null;
  by: string;
  post_state: 'waiting' | 'posting' | 'failed' | null;
  tries: number;
  next_try_at: number;
  problem: string;
}

/** What is known of the voice that an answer is for. */
export interface VoiceRow extends Heard {
  id: string;
  title: string;
  text: string;
  author: string;
  source_name: string;
  state: string;
  has_rating: number;
  customer_id: string | null;
  called: string | null;
}

const answerRows = `SELECT answer.*, answer_post.state AS post_state, tries, next_try_at, problem,
    coalesce((SELECT name FROM colleague WHERE colleague.id = colleague_id), '') AS by
  FROM answer LEFT JOIN answer_post ON answer_id = answer.id`;

/** The voice that is answered. Refuses when it is not here. */
export function readVoice(connection: Connection, mentionId: string): VoiceRow {
  const row = first<VoiceRow>(
    connection,
    `SELECT heard.id, heard.title, heard.text, heard.author, heard.guid, heard.address,
       heard.source_name, heard.source_kind, heard.state, rating_value IS NOT NULL AS has_rating,
       customer.id AS customer_id,
       coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called
     FROM heard LEFT JOIN customer ON customer.id = heard.customer_id AND customer.binned_at IS NULL
     WHERE heard.id = ?`,
    [mentionId],
  );
  if (!row) throw new Refusal('not-found', 'This mention is not here any more.');
  return row;
}

/** What is being written to a voice, or waits to go out; undefined when nothing is. */
export function presentAnswer(connection: Connection, mentionId: string): AnswerRow | undefined {
  return first<AnswerRow>(
    connection,
    `${answerRows} WHERE mention_id = ? AND answer.state <> 'sent'`,
    [mentionId],
  );
}

/** An answer by its identity. Refuses when there is none. */
export function readAnswer(connection: Connection, id: string): AnswerRow {
  const row = first<AnswerRow>(connection, `${answerRows} WHERE answer.id = ?`, [id]);
  if (!row) throw new Refusal('not-found', 'This answer is not here any more.');
  return row;
}

/** All that is needed to answer a voice. */
export async function getAnswering(
  { connection, host }: Pick<House, 'connection' | 'host'>,
  mentionId: string,
) {
  const voice = readVoice(connection, mentionId);
  const present = presentAnswer(connection, mentionId);
  const sent = all<AnswerRow>(
    connection,
    `${answerRows} WHERE mention_id = ? AND answer.state = 'sent' ORDER BY sent_at DESC`,
    [mentionId],
  );
  const counting = countingNetwork(voice);
  const posting = postingNetwork(voice);
  const { profession } = readSettings(connection);
  return {
    present: present ? toAnswer(connection, present) : null,
    sent: sent.map((row) => toAnswer(connection, row)),
    openings: listOpenings(connection),
    called: voice.called ?? firstName(voice.author),
    network: counting,
    most: counting && mostOf[counting],
    posts: posting && {
      network: posting,
      hasKey: (await readKey(host, posting)) !== null,
    },
    duty: profession === 'attorney' || profession === 'health' ? profession : ('none' as const),
  };
}

/** What has been begun, sleeps, waits to be posted or has failed, the oldest first. */
export function openAnswers({ connection, clock }: Pick<House, 'connection' | 'clock'>) {
  const today = clock.today();
  return all<AnswerRow & Pick<VoiceRow, 'title' | 'author' | 'source_name'>>(
    connection,
    `SELECT open.*, heard.title, heard.author, heard.source_name
     FROM (${answerRows} WHERE answer.state <> 'sent') AS open
     JOIN heard ON heard.id = open.mention_id
     WHERE open.text <> '' OR open.heart <> '' ORDER BY begun_at`,
  ).map((row) => ({
    ...toAnswer(connection, row),
    title: row.title,
    author: row.author,
    sourceName: row.source_name,
    awake: row.state !== 'asleep' || (row.wakes_on ?? '') <= today,
  }));
}

/** A stranger's first name as one would write it; empty for a handle or a company of words. */
function firstName(author: string): string {
  const words = author.trim().split(/\s+/);
  const [given = ''] = words;
  return words.length <= 3 && /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(given) ? given : '';
}

function toAnswer(connection: Connection, row: AnswerRow): Answer {
  return {
    id: row.id,
    mentionId: row.mention_id,
    kind: row.kind,
    text: row.text,
    heart: row.heart,
    state: row.state,
    wakesOn: row.wakes_on,
    way: row.way,
    sentAt: row.sent_at,
    by: row.by,
    address: row.address,
    posting:
      row.state === 'given' && row.post_state
        ? {
            state: row.post_state,
            tries: row.tries,
            problem: row.problem,
            nextTryAt: row.next_try_at,
          }
        : null,
    versions: all<{ text: string; at: number }>(
      connection,
      'SELECT text, at FROM answer_version WHERE answer_id = ? ORDER BY at DESC, id DESC',
      [row.id],
    ),
  };
}
