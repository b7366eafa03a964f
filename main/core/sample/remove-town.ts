import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { customerLists, type JournaledTable } from '../journal/tables.ts';
import type { Write } from '../journal/write.ts';
import type { Town } from './town.ts';

const ofTown = (table: JournaledTable) => `SELECT id FROM sample_row WHERE table_name = '${table}'`;
const people = ofTown('customer');
/** The town's conversations, and those since then in which nobody else took part. */
const talks = `SELECT id FROM conversation WHERE id IN (${ofTown('conversation')}) OR id IN (
  SELECT conversation_id FROM conversation_customer GROUP BY conversation_id
  HAVING min(customer_id IN (${people})) = 1)`;
const promises = `customer_id IN (${people}) OR id IN (${ofTown('follow_up')})`;
const mentions = `SELECT id FROM mention WHERE source_id IN (${ofTown('source')})`;
/**
 * Takes the sample town away as part of a step, and only it. What hangs on one of its people goes
 * with them, also when it was written since; what was added beside it stays, and only forgets
 * that it had to do with the town. The mentions of its sources are kept out of sight, as with any
 * source that is removed, so that the step can be undone.
 */
export function removeTown(
  write: Write,
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  business: Town['business'],
): void {
  const rows = <T>(sql: string) => all<T & { id: string }>(connection, sql);
  const drop = (table: JournaledTable, where: string) => {
    for (const { id } of rows(`SELECT id FROM ${table} WHERE ${where}`)) write.remove(table, id);
  };
  const forget = (table: JournaledTable, column: string, gone: string) => {
    const holders = rows(`SELECT id FROM ${table} WHERE ${column} IN (${gone})`);
    for (const { id } of holders) write.update(table, id, { [column]: null });
  };

  /** Where somebody who stays names one of the town, with what that one is called. */
  const named = (table: 'customer_relation' | 'matter_party') =>
    rows<{ name: string; other: string }>(
      `SELECT ${table}.id, name, display_name AS other
       FROM ${table} JOIN customer ON customer.id = other_id WHERE other_id IN (${people})
       AND ${table}.id NOT IN (SELECT id FROM customer_relation WHERE customer_id IN (${people}))`,
    );

  drop('mention_state', `id IN (${mentions})`);
  forget('mention_state', 'customer_id', people);
  drop('mention_not', `customer_id IN (${people}) OR mention_id IN (${mentions})`);
  drop('not_the_same', `one_id IN (${people}) OR other_id IN (${people})`);
  drop('came_back', `customer_id IN (${people})`);
  drop('daily_pick', `customer_id IN (${people})`);
  drop(
    'lesson_voice',
    `lesson_id IN (${ofTown('lesson')}) OR conversation_id IN (${talks})
    OR mention_id IN (${mentions})`,
  );
  // What was written at the town's voices, told to its people or kept of them goes with the town.
  const answers = `SELECT id FROM answer WHERE mention_id IN (${mentions})`;
  drop('answer_version', `answer_id IN (${answers})`);
  drop('answer', `mention_id IN (${mentions})`);
  drop('lesson_telling', `lesson_id IN (${ofTown('lesson')}) OR customer_id IN (${people})`);
  drop('lesson_not', `lesson_id IN (${ofTown('lesson')})`);
  drop('story', `customer_id IN (${people}) OR mention_id IN (${mentions})`);
  forget('story', 'conversation_id', talks);
  forget('answer', 'conversation_id', talks);
  drop('lesson', `id IN (${ofTown('lesson')})`);
  drop('reflection_answer', `id IN (${ofTown('reflection_answer')})`);
  drop('note', `customer_id IN (${people}) OR id IN (${ofTown('note')})`);

  forget('follow_up', 'previous_id', `SELECT id FROM follow_up WHERE ${promises}`);
  drop('follow_up', promises);
  forget('follow_up', 'conversation_id', talks);
  forget('follow_up', 'kept_by', talks);

  const silenced = rows(talks);
  drop('conversation_customer', `conversation_id IN (${talks}) OR customer_id IN (${people})`);
  drop('conversation_spoken_of', `conversation_id IN (${talks}) OR customer_id IN (${people})`);
  for (const { id } of silenced) write.remove('conversation', id);

  for (const { id, name, other } of named('customer_relation')) {
    write.update('customer_relation', id, { other_id: null, name: name || other });
  }
  const ofMatters = `SELECT id FROM matter WHERE customer_id IN (${people})`;
  drop('matter_note', `matter_id IN (${ofMatters})`);
  drop('matter_party', `matter_id IN (${ofMatters})`);
  drop('matter', `customer_id IN (${people})`);
  for (const { id, name, other } of named('matter_party')) {
    write.update('matter_party', id, { other_id: null, name: name || other });
  }
  forget('customer', 'sent_by', people);
  forget('customer', 'merged_into', people);
  drop('customer', `id IN (${people})`);
  // After the customers themselves, so that the search index lets go of each only once.
  for (const table of [...customerLists, 'customer_photo', 'customer_card'] as const) {
    drop(table, `customer_id IN (${people})`);
  }

  for (const { id } of rows(`SELECT id FROM source WHERE id IN (${ofTown('source')})`)) {
    write.update('source', id, { removed_at: clock.now() });
  }
  // A setting that was changed since is the person's own.
  for (const { id, value } of rows<{ value: string }>(
    `SELECT id, value FROM setting WHERE id IN (${ofTown('setting')})`,
  )) {
    if (value === JSON.stringify(business[id as keyof typeof business]))
      write.remove('setting', id);
  }
  drop('sample_row', '1');
}
