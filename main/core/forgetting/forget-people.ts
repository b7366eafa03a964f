import {
  beginGone,
  forget,
  gone,
  keepSteps,
  readPointers,
  remove,
  takeAlong,
} from '../bin/gone.ts';
import { all, type Connection, run } from '../database/connection.ts';
import { blotOut } from './blot.ts';
import { type Blotter, blotterOf, somebody } from './known-words.ts';
import { namesOfOthers, noteTied } from './tied.ts';

/** Columns without whose row theirs is nothing, where somebody is to be forgotten. */
const nothingWithout = ['story.customer_id', 'story.conversation_id', 'customer_relation.other_id'];

/** What somebody said in public, whoever decided that it was they. */
const theirVoices = `SELECT id FROM mention_state WHERE customer_id IN (${gone('customer')})
  UNION SELECT id FROM mention WHERE matched_customer_id IN (${gone('customer')})`;

/**
 * Takes people out of a database within its transaction: all that is theirs, and their names out of
 * the words of others. Whoever was merged into them is they. Conversations with others stay theirs;
 * what was said in public stays as it can be read by anybody, and is nobody's. Whoever is not there
 * is passed over. Gives how many were there.
 */
export function forgetPeople(connection: Connection, ids: readonly string[]): number {
  beginGone(connection);
  const found = run(
    connection,
    `INSERT INTO temp.gone
     WITH RECURSIVE same (id) AS (
       SELECT customer.id FROM customer JOIN json_each(?) ON json_each.value = customer.id
       UNION SELECT customer.id FROM customer JOIN same ON merged_into = same.id)
     SELECT 'customer', id FROM same`,
    [JSON.stringify(ids)],
  );
  if (found === 0) return 0;
  const pointers = readPointers(connection, nothingWithout);
  addTheirWords(connection);
  takeAlong(connection, pointers);
  noteTied(connection);
  const blotter = blotterOf(connection, namesOfOthers(connection));
  addNaming(connection, blotter);
  keepSteps(connection);
  unlink(connection);
  forget(connection, pointers);
  remove(connection);
  blotOut(connection, blotter, pointers);
  run(connection, 'DELETE FROM temp.gone');
  run(connection, 'DELETE FROM temp.tied');
  return found;
}

/** What belongs to them without pointing at them in a way that the schema knows. */
function addTheirWords(connection: Connection): void {
  const add = (table: string, condition: string) =>
    run(
      connection,
      `INSERT OR IGNORE INTO temp.gone SELECT '${table}', id FROM ${table} WHERE ${condition}`,
    );
  add('rule', `customer_id IN (${gone('customer')})`);
  add('story', `mention_id IN (${theirVoices})`);
  // What was sent is in public as well; what was not is about them alone.
  add('answer', `state <> 'sent' AND mention_id IN (${theirVoices})`);
}

/** Rules and searches that name them look for nobody any more. */
function addNaming(connection: Connection, { far }: Blotter): void {
  for (const [table, columns] of [
    ['rule', 'author || char(10) || containing'],
    ['saved_search', 'name || char(10) || words'],
  ] as const) {
    const rows = all<{ id: string; words: string }>(
      connection,
      `SELECT id, ${columns} AS words FROM ${table}`,
    ).filter(({ words }) => far(words) !== words);
    run(connection, `INSERT OR IGNORE INTO temp.gone SELECT '${table}', value FROM json_each(?)`, [
      JSON.stringify(rows.map(({ id }) => id)),
    ]);
  }
}

/** What stays and is not to say whose it was. */
function unlink(connection: Connection): void {
  run(connection, `UPDATE answer SET heart = '' WHERE mention_id IN (${theirVoices})`);
  run(
    connection,
    `DELETE FROM journal_change WHERE (table_name = 'mention_state' AND row_id IN (${theirVoices}))
       OR (table_name = 'answer' AND row_id IN (
         SELECT id FROM answer WHERE mention_id IN (${theirVoices})))`,
  );
  run(
    connection,
    `UPDATE mention SET likely_customer_id = NULL, likely_why = ''
     WHERE likely_customer_id IN (${gone('customer')})`,
  );
  run(
    connection,
    `UPDATE matter_party SET name = '${somebody}' WHERE name = '' AND other_id IN (${gone('customer')})`,
  );
}
