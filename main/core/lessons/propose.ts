import type { LessonVoice } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { linkedTo, readLesson } from './read.ts';
import { type TellingWord, tellingWords, wordsIn } from './telling-words.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** So many are proposed, of so many that are looked at. */
const mostProposed = 6;
const mostLookedAt = 60;
/**
 * What the shared words must say together: that of so many voices, one would share them by chance;
 * in a house that has heard less, one of all.
 */
const oneIn = 200;

/** A voice that may belong to a lesson, with the words that speak for it, the rarest first. */
export type ProposedVoice = LessonVoice & { shared: string[]; aside: boolean };

/**
 * Voices and conversations that may belong to a lesson, those whose shared words are the rarest
 * first: one rare word says as much as several common ones. What was set aside is not proposed
 * again; it comes after them, marked. Refuses when there is no such lesson.
 */
export function proposeVoices(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  lessonId: string,
): ProposedVoice[] {
  const { sentence } = readLesson(connection, lessonId);
  const linked = linkedTo(connection, lessonId);
  const aside = setAsideFrom(connection, lessonId);
  const { telling, others } = tellingWords(connection, {
    sentence,
    linked,
    aside: aside.map(({ words }) => words),
  });
  const needed = Math.log(Math.min(oneIn, Math.max(2, others)));
  const known = new Set([...linked.map(({ id }) => id), ...aside.map(({ id }) => id)]);
  const found = withWords(connection, telling, [...known])
    .map((row) => ({ row, ...sharedWith(row.words, telling) }))
    .filter(({ weight }) => weight >= needed)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostProposed);
  const shown = (row: SubjectRow, shared: string[], isAside: boolean) => ({
    kind: row.kind,
    id: row.id,
    customer: row.customer_id ? { id: row.customer_id, name: row.name ?? '' } : null,
    excerpt: excerpt(row.words.trim()),
    day: localDay(row.at, clock.zone()),
    shared,
    aside: isAside,
  });
  return [
    ...found.map(({ row, shared }) => shown(row, shared, false)),
    ...aside.map((row) => shown(row, sharedWith(row.words, telling).shared, true)),
  ];
}

/** Remembers that a voice is no part of a lesson. */
export function setVoiceAside(house: Needed, given: { id: string; voiceId: string }) {
  readLesson(house.connection, given.id);
  return house.journal.step('Set a voice aside', (write) => {
    write.insert('lesson_not', {
      id: newId(house.clock),
      lesson_id: given.id,
      voice_id: given.voiceId,
    });
  });
}

/** Takes back that a voice is no part of a lesson: it may be proposed again. */
export function takeVoiceUp(
  { connection, journal }: Needed,
  given: { id: string; voiceId: string },
) {
  const known = first<{ id: string }>(
    connection,
    'SELECT id FROM lesson_not WHERE lesson_id = ? AND voice_id = ?',
    [given.id, given.voiceId],
  );
  if (!known) throw new Refusal('not-found', 'That voice is not set aside any more.');
  return journal.step('Took a voice up again', (write) => write.remove('lesson_not', known.id));
}

interface SubjectRow {
  kind: LessonVoice['kind'];
  id: string;
  words: string;
  at: number;
  customer_id: string | null;
  name: string | null;
}

/** A voice or conversation with its words and whose it is, from a table of documents. */
const subjectColumns = `kind, subject_id AS id, at, coalesce(
    (SELECT mention.title || ' ' || mention.text FROM mention WHERE mention.id = subject_id),
    (SELECT said FROM conversation WHERE conversation.id = subject_id), '') AS words,
  customer.id AS customer_id, display_name AS name`;
const subjectCustomer = `LEFT JOIN customer ON customer.binned_at IS NULL AND customer.id = CASE kind
  WHEN 'mention' THEN (SELECT customer_id FROM heard WHERE heard.id = subject_id)
  ELSE (SELECT customer_id FROM conversation_customer
    WHERE conversation_id = subject_id ORDER BY rowid LIMIT 1) END`;

/** What has any of the words, but for those that are known already. */
function withWords(
  connection: Connection,
  telling: readonly TellingWord[],
  known: readonly string[],
): SubjectRow[] {
  if (telling.length === 0) return [];
  return all<SubjectRow>(
    connection,
    `SELECT ${subjectColumns}
     FROM search_index JOIN search_document ON search_document.id = search_index.rowid
     ${subjectCustomer}
     WHERE search_index MATCH :match AND kind IN ('mention', 'conversation')
       AND subject_id NOT IN (SELECT value FROM json_each(:known))
     ORDER BY bm25(search_index) LIMIT ${mostLookedAt}`,
    {
      match: telling.map(({ stem }) => `"${stem}"*`).join(' OR '),
      known: JSON.stringify(known),
    },
  );
}

/** What was set aside from a lesson and is still here. */
function setAsideFrom(connection: Connection, lessonId: string): SubjectRow[] {
  return all<SubjectRow>(
    connection,
    `SELECT ${subjectColumns}
     FROM lesson_not JOIN search_document ON subject_id = voice_id
       AND kind IN ('mention', 'conversation')
     ${subjectCustomer}
     WHERE lesson_id = ? ORDER BY lesson_not.id`,
    [lessonId],
  );
}

/** Which of the telling words stand in a text, as they are written there, and what they say. */
function sharedWith(text: string, telling: readonly TellingWord[]) {
  const own = wordsIn(text);
  const found = telling.flatMap(({ stem, weight }) => {
    const word = own.find((one) => folded(one).startsWith(stem));
    return word ? [{ word: word.toLocaleLowerCase('en'), weight }] : [];
  });
  return {
    shared: [...new Set(found.map(({ word }) => word))],
    weight: found.reduce((sum, { weight }) => sum + weight, 0),
  };
}
