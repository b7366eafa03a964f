import type { Lesson, LessonState, LessonVoice } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';

/** A lesson as its table holds it. */
export interface LessonRow {
  id: string;
  sentence: string;
  state: LessonState;
  changed: string;
  reason: string;
  since_day: string;
  changed_day: string | null;
  changed_by: string | null;
}

/** A lesson that is not in the bin. Refuses when there is none. */
export function readLesson(connection: Connection, id: string): LessonRow {
  const row = first<LessonRow>(
    connection,
    'SELECT * FROM lesson WHERE id = ? AND binned_at IS NULL',
    [id],
  );
  if (!row) throw new Refusal('not-found', 'This lesson is not there any more.');
  return row;
}

/** All lessons with the voices they rest on, the newest first. */
export function listLessons({ connection, clock }: Pick<House, 'connection' | 'clock'>): Lesson[] {
  const lessons = all<LessonRow & { by_name: string | null }>(
    connection,
    `SELECT lesson.*, (SELECT name FROM colleague WHERE colleague.id = changed_by) AS by_name
     FROM lesson WHERE binned_at IS NULL ORDER BY since_day DESC, id DESC`,
  );
  const voices = voicesByLesson(connection, clock.zone());
  const tellings = tellingsByLesson(connection);
  return lessons.map((row) => {
    const heard = voices.get(row.id) ?? [];
    return {
      id: row.id,
      sentence: row.sentence,
      state: row.state,
      changed: row.changed,
      reason: row.reason,
      sinceDay: row.since_day,
      changedDay: row.changed_day,
      changedBy: row.by_name,
      tellings: tellings.get(row.id) ?? [],
      people: new Set(heard.flatMap((voice) => voice.people)).size,
      voices: heard.map((voice) => voice.shown),
    };
  });
}

/** The voices that a lesson rests on, with their words. */
export function linkedTo(connection: Connection, lessonId: string): { id: string; text: string }[] {
  return all<{ id: string; text: string }>(
    connection,
    `SELECT coalesce(mention_id, conversation_id) AS id,
       coalesce(mention.title || ' ' || mention.text, said, '') AS text
     FROM lesson_voice LEFT JOIN mention ON mention.id = mention_id
     LEFT JOIN conversation ON conversation.id = lesson_voice.conversation_id
     WHERE lesson_id = ? ORDER BY lesson_voice.id`,
    [lessonId],
  );
}

function tellingsByLesson(connection: Connection): Map<string, Lesson['tellings']> {
  const byLesson = new Map<string, Lesson['tellings']>();
  const rows = all<{
    lesson_id: string;
    customer_id: string;
    name: string;
    words: string;
    state: Lesson['tellings'][number]['state'];
    told_day: string | null;
  }>(
    connection,
    `SELECT lesson_telling.*, display_name AS name FROM lesson_telling
     JOIN customer ON customer.id = customer_id ORDER BY lesson_id, position`,
  );
  for (const { lesson_id, customer_id, name, words, state, told_day } of rows) {
    byLesson.set(lesson_id, [
      ...(byLesson.get(lesson_id) ?? []),
      { customer: { id: customer_id, name }, words, state, toldDay: told_day },
    ]);
  }
  return byLesson;
}

interface Heard {
  shown: LessonVoice;
  /** Who is behind it: customers, else the author; all unsigned words of a source count as one. */
  people: string[];
}

function voicesByLesson(connection: Connection, zone: string): Map<string, Heard[]> {
  const found = [...mentions(connection, zone), ...conversations(connection)];
  found.sort((one, other) => (one.heard.shown.day < other.heard.shown.day ? 1 : -1));
  const byLesson = new Map<string, Heard[]>();
  for (const { lessonId, heard } of found) {
    byLesson.set(lessonId, [...(byLesson.get(lessonId) ?? []), heard]);
  }
  return byLesson;
}

interface Found {
  lessonId: string;
  heard: Heard;
}

/** Mentions, also those of a source that was removed: what they taught stays true. */
function mentions(connection: Connection, zone: string): Found[] {
  const rows = all<{
    lesson_id: string;
    id: string;
    words: string;
    said_at: number;
    customer_id: string | null;
    name: string | null;
    signed: string;
  }>(
    connection,
    `SELECT lesson_id, mention.id,
       substr(CASE mention.text WHEN '' THEN mention.title ELSE mention.text END, 1, 600) AS words,
       mention.said_at, customer.id AS customer_id, display_name AS name,
       coalesce(nullif(mention.author_key, ''), nullif(lower(trim(mention.author)), ''),
         mention.source_id) AS signed
     FROM lesson_voice
     JOIN mention ON mention.id = mention_id
     LEFT JOIN heard ON heard.id = mention.id
     LEFT JOIN customer ON customer.id = heard.customer_id`,
  );
  return rows.map((row) => ({
    lessonId: row.lesson_id,
    heard: {
      shown: {
        kind: 'mention',
        id: row.id,
        customer: row.customer_id ? { id: row.customer_id, name: row.name ?? '' } : null,
        excerpt: excerpt(row.words),
        day: localDay(row.said_at, zone),
      },
      people: [row.customer_id ?? row.signed],
    },
  }));
}

function conversations(connection: Connection): Found[] {
  const rows = all<{
    lesson_id: string;
    id: string;
    said: string;
    happened_day: string;
    people: string;
    first_id: string | null;
    first_name: string | null;
  }>(
    connection,
    `SELECT lesson_id, conversation.id, substr(said, 1, 600) AS said, happened_day,
       (SELECT json_group_array(customer_id) FROM conversation_customer
        WHERE conversation_id = conversation.id) AS people,
       customer.id AS first_id, display_name AS first_name
     FROM lesson_voice
     JOIN conversation ON conversation.id = lesson_voice.conversation_id AND conversation.binned_at IS NULL
     LEFT JOIN customer ON customer.id = (SELECT customer_id FROM conversation_customer
       WHERE conversation_id = conversation.id ORDER BY rowid LIMIT 1)`,
  );
  return rows.map((row) => ({
    lessonId: row.lesson_id,
    heard: {
      shown: {
        kind: 'conversation',
        id: row.id,
        customer: row.first_id ? { id: row.first_id, name: row.first_name ?? '' } : null,
        excerpt: excerpt(row.said),
        day: row.happened_day,
      },
      people: JSON.parse(row.people) as string[],
    },
  }));
}
