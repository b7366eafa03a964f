import { commonWords } from '../../../shared/common-words.ts';
import type { LessonVoice } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { linkedTo, readLesson } from './read.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** So many are proposed, of so many that are looked at. */
const mostProposed = 6;
const mostLookedAt = 60;
/** The words of a lesson that are looked for. */
const mostWords = 24;

/** A voice that may belong to a lesson, with the words that speak for it. */
export type ProposedVoice = LessonVoice & { shared: string[] };

/**
 * Voices and conversations that may belong to a lesson: those that share at least two of its
 * telling words (one, where it has no more), the most shared first. Explainable and local; what was
 * set aside is not proposed again. Refuses when there is no such lesson.
 */
export function proposeVoices(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  lessonId: string,
): ProposedVoice[] {
  const lesson = readLesson(connection, lessonId);
  const linked = linkedTo(connection, lessonId);
  const words = [...new Set([lesson.sentence, ...linked.map(({ text }) => text)].flatMap(stems))];
  const telling = words.slice(0, mostWords);
  if (telling.length === 0) return [];
  const found = all<{
    kind: LessonVoice['kind'];
    subject_id: string;
    words: string;
    at: number;
    customer_id: string | null;
    name: string | null;
  }>(
    connection,
    `SELECT kind, subject_id, at, coalesce(
       (SELECT mention.title || ' ' || mention.text FROM mention WHERE mention.id = subject_id),
       (SELECT said FROM conversation WHERE conversation.id = subject_id), '') AS words, customer.id AS customer_id,
       display_name AS name
     FROM search_index JOIN search_document ON search_document.id = search_index.rowid
     LEFT JOIN customer ON customer.binned_at IS NULL AND customer.id = CASE kind
       WHEN 'mention' THEN (SELECT customer_id FROM heard WHERE heard.id = subject_id)
       ELSE (SELECT customer_id FROM conversation_customer
         WHERE conversation_id = subject_id ORDER BY rowid LIMIT 1) END
     WHERE search_index MATCH :match AND kind IN ('mention', 'conversation')
       AND subject_id NOT IN (SELECT value FROM json_each(:linked))
       AND subject_id NOT IN (SELECT voice_id FROM lesson_not WHERE lesson_id = :lesson)
     ORDER BY bm25(search_index) LIMIT ${mostLookedAt}`,
    {
      match: telling.map((stem) => `"${stem}"*`).join(' OR '),
      linked: JSON.stringify(linked.map(({ id }) => id)),
      lesson: lessonId,
    },
  );
  const needed = Math.min(2, telling.length);
  return found
    .map((row) => {
      const own = row.words.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
      const shared = telling.flatMap(
        (stem) => own.find((word) => folded(word).startsWith(stem)) ?? [],
      );
      return {
        kind: row.kind,
        id: row.subject_id,
        customer: row.customer_id ? { id: row.customer_id, name: row.name ?? '' } : null,
        excerpt: excerpt(row.words.trim()),
        day: localDay(row.at, clock.zone()),
        shared: [...new Set(shared.map((word) => word.toLocaleLowerCase('en')))],
      };
    })
    .filter(({ shared }) => shared.length >= needed)
    .sort((one, other) => other.shared.length - one.shared.length)
    .slice(0, mostProposed);
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

/** The beginnings of the words that tell what a text is about. */
function stems(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => folded(word))
    .filter((word) => word.length > 3 && !commonWords.has(word))
    .map((word) => word.replace(/(?:ings?|ed|es|ly|s)$/u, ''))
    .filter((word) => word.length > 2);
}
