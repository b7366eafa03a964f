import type { BehindRow, Figure } from '../../../shared/contract/contract.ts';
import { answeredAt } from '../listening/hearing/answered-at.ts';
import { stepsInSql } from '../today/steps.ts';

/** What a figure counts: a row for each, whether it is met, and its place in a list. */
export interface FigureRows {
  kind: BehindRow['kind'];
  /** Gives `id`, `met` and `place`; its values are those of a Span. */
  sql: string;
}

/** What was heard within the time. */
export const voicesInSql = `SELECT id, said_at, same_as, state, heard_tone AS tone, customer_id,
    ${answeredAt('heard')} - said_at AS after
  FROM heard WHERE said_at BETWEEN :begins AND :now`;

/** A customer who is not in the bin and was here by the end of the time. */
const here = 'customer.binned_at IS NULL AND added_day <= :until';

/** With whom a step was taken, and on which day first. */
const turned = `SELECT customer_id, min(day) AS day FROM (${stepsInSql}) GROUP BY customer_id`;

/** Everything that says that somebody came back, or sent somebody who is here. */
export const returnsInSql = `SELECT customer_id, day, NULL AS sent FROM came_back
  UNION ALL
  SELECT sent_by, added_day, display_name FROM customer
  WHERE sent_by IS NOT NULL AND binned_at IS NULL`;

/** So long after our words theirs are still an answer to them: two weeks, in milliseconds. */
const answersWithin = 14 * 86_400_000;

/**
 * The conversations after which one of those who took part had their say within two weeks. Read
 * from their words, which are few: CROSS JOIN keeps SQLite to that order.
 */
const theyAnswered = `SELECT part.conversation_id FROM (
    SELECT customer_id, happened_at AS at FROM conversation
    CROSS JOIN conversation_customer ON conversation_id = conversation.id
    WHERE begun_by = 'them' AND binned_at IS NULL AND happened_at >= :begins
    UNION ALL
    SELECT heard.customer_id, known_voice.said_at FROM known_voice
    CROSS JOIN heard ON heard.id = known_voice.id WHERE known_voice.said_at >= :begins) AS theirs
  CROSS JOIN conversation_customer AS part ON part.customer_id = theirs.customer_id
  CROSS JOIN conversation AS ours ON ours.id = part.conversation_id
  WHERE ours.happened_at < theirs.at AND ours.happened_at >= theirs.at - ${answersWithin}`;

/** The figures, each by the very rows it counts. */
export const figures: Record<Figure, FigureRows> = {
  /** Days with a step, of those since the first day of use. */
  steps: {
    kind: 'day',
    sql: `WITH RECURSIVE every (day) AS (
        SELECT :used WHERE :used <= :until
        UNION ALL SELECT date(day, '+1 day') FROM every WHERE day < :until)
      SELECT day AS id, -julianday(day) AS place, day IN (
        SELECT day FROM (${stepsInSql}) UNION SELECT day FROM step_with_gone) AS met
      FROM every`,
  },
  /** People turned to, of all who are here. */
  people: {
    kind: 'person',
    sql: `SELECT id, sort_name AS place, id IN (SELECT customer_id FROM (${turned})) AS met
      FROM customer WHERE ${here}`,
  },
  /** Voices of people whom we know, of all that was heard. */
  heard: {
    kind: 'voice',
    sql: `SELECT id, -said_at AS place,
        customer_id IN (SELECT id FROM customer WHERE binned_at IS NULL) AS met
      FROM (${voicesInSql})`,
  },
  /** Voices that were answered, of all that was heard. */
  answered: {
    kind: 'voice',
    sql: `SELECT id, -said_at AS place, state = 'answered' AS met FROM (${voicesInSql})`,
  },
  /**
   * Promises to somebody that were kept on their day or before, whatever they were snoozed to, of
   * those that came due. One that is due today and still open is not counted yet.
   */
  promises: {
    kind: 'promise',
    sql: `SELECT id, -julianday(due_day) AS place,
        done_at IS NOT NULL AND done_at <= :ends ->> due_day AS met
      FROM follow_up
      WHERE due_day BETWEEN :from AND :until AND customer_id IS NOT NULL AND binned_at IS NULL
        AND (done_at IS NOT NULL OR due_day < :until)`,
  },
  /**
   * Conversations in which both had their say, of all, tries that reached nobody too. Where people
   * speak both do; in writing they began it, or were heard within two weeks.
   */
  'two-way': {
    kind: 'conversation',
    sql: `SELECT id, -happened_at AS place, reached = 1 AND (
        medium NOT IN ('email', 'text', 'letter', 'review', 'post') OR begun_by = 'them'
        OR id IN (${theyAnswered})) AS met
      FROM conversation
      WHERE binned_at IS NULL AND happened_day BETWEEN :from AND :until
        AND EXISTS (
          SELECT 1 FROM conversation_customer WHERE conversation_id = conversation.id)`,
  },
  /** Who came back or sent somebody on a later day, of those turned to. */
  back: {
    kind: 'person',
    sql: `SELECT customer.id, sort_name AS place, EXISTS (
        SELECT 1 FROM (${returnsInSql}) AS returns
        WHERE returns.customer_id = customer.id AND returns.day > turned.day
          AND returns.day <= :until) AS met
      FROM (${turned}) AS turned JOIN customer ON customer.id = turned.customer_id AND ${here}`,
  },
  /** Who came back or sent somebody, of those not turned to. */
  'back-unasked': {
    kind: 'person',
    sql: `SELECT customer.id, sort_name AS place, EXISTS (
        SELECT 1 FROM (${returnsInSql}) AS returns
        WHERE returns.customer_id = customer.id AND returns.day BETWEEN :from AND :until) AS met
      FROM customer WHERE ${here} AND id NOT IN (SELECT customer_id FROM (${turned}))`,
  },
  /** Complaints that a lesson rests on, of all complaints. */
  complaints: {
    kind: 'voice',
    sql: `SELECT id, -said_at AS place, EXISTS (
        SELECT 1 FROM lesson_voice JOIN lesson ON lesson.id = lesson_id AND binned_at IS NULL
        JOIN mention ON mention.id = mention_id
        WHERE voice.id IN (mention.id, mention.same_as)) AS met
      FROM (${voicesInSql}) AS voice WHERE tone = 'complaint'`,
  },
  /** Lessons of which whoever taught them was told, of those that changed something. */
  told: {
    kind: 'lesson',
    sql: `SELECT id, -julianday(changed_day) AS place, state = 'told' AS met FROM lesson
      WHERE binned_at IS NULL AND state IN ('changed', 'told')
        AND changed_day BETWEEN :from AND :until`,
  },
};
