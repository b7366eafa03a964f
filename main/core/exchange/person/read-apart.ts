import { all, type Connection } from '../../database/connection.ts';
import type { AboutThem } from './about-them.ts';
import type { PersonData } from './person-data.ts';

/** A moment in words of ISO 8601. */
type At = (moment: number) => string;

/** What is known of somebody besides, and seldom looked at. */
export type Apart = Pick<
  PersonData,
  | 'notesOfOthers'
  | 'tellings'
  | 'stories'
  | 'cameBack'
  | 'mergedWith'
  | 'heldToBeOthers'
  | 'perhapsTheirs'
  | 'notTheirs'
  | 'rules'
  | 'reminders'
>;

/** Reads all of that, the latest first where there is a time. */
export function readApart(connection: Connection, id: string, at: At, about: AboutThem): Apart {
  const rows = <T>(sql: string) => all<T>(connection, sql, { id });
  return {
    notesOfOthers: rows<{ at: number; text: string }>(
      `SELECT written_at AS at, body AS text FROM note
       WHERE customer_id IS NOT :id AND id IN (SELECT note_id FROM note_link WHERE customer_id = :id)
       ORDER BY written_at DESC, id`,
    ).map((note) => ({ at: at(note.at), text: about(note.text) })),
    tellings: rows(
      `SELECT sentence AS lesson, words, lesson_telling.state, told_day AS toldOn
       FROM lesson_telling JOIN lesson ON lesson.id = lesson_id
       WHERE customer_id = :id ORDER BY since_day DESC, lesson_telling.id`,
    ),
    stories: rows<Omit<PersonData['stories'][number], 'at'> & { at: number }>(
      `SELECT kept_at AS at, text, shown_name AS shownName, leave, leave_day AS leaveDay FROM story
       WHERE customer_id = :id ORDER BY kept_at DESC, id`,
    ).map((story) => ({ ...story, at: at(story.at) })),
    cameBack: rows<{ day: string }>(
      'SELECT day FROM came_back WHERE customer_id = :id ORDER BY day DESC',
    ).map(({ day }) => day),
    mergedWith: rows<{ name: string }>(
      `SELECT display_name AS name FROM customer WHERE merged_into = :id
         OR id = (SELECT merged_into FROM customer WHERE id = :id)
       ORDER BY sort_name, id`,
    ).map(({ name }) => name),
    heldToBeOthers:
      rows<{ count: number }>(
        'SELECT count(*) AS count FROM not_the_same WHERE one_id = :id OR other_id = :id',
      )[0]?.count ?? 0,
    perhapsTheirs: rows<Omit<PersonData['perhapsTheirs'][number], 'at'> & { at: number }>(
      `SELECT said_at AS at, source.name AS source, author, text, likely_why AS why
       FROM mention JOIN source ON source.id = source_id
       WHERE likely_customer_id = :id ORDER BY said_at DESC, mention.id`,
    ).map((voice) => ({ ...voice, at: at(voice.at) })),
    notTheirs: rows<{ at: number; source: string }>(
      `SELECT said_at AS at, source.name AS source
       FROM mention_not JOIN mention ON mention.id = mention_id
       JOIN source ON source.id = source_id
       WHERE customer_id = :id ORDER BY said_at DESC, mention.id`,
    ).map((voice) => ({ ...voice, at: at(voice.at) })),
    rules: rows<{ does: string; author: string; containing: string }>(
      'SELECT does, author, containing FROM rule WHERE customer_id = :id ORDER BY made_at DESC, id',
    ).map((rule) => ({ ...rule, containing: JSON.parse(rule.containing) as string[] })),
    reminders: rows<{ at: number; kind: string; meantFor: string; how: string }>(
      `SELECT told_at AS at, kind, meant_for AS meantFor, how FROM reminder
       WHERE about_id IN (
         SELECT id FROM follow_up WHERE customer_id = :id
         UNION SELECT id FROM customer_date WHERE customer_id = :id)
       ORDER BY told_at DESC, id`,
    ).map((reminder) => ({ ...reminder, at: at(reminder.at) })),
  };
}
