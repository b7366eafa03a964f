import { expect, test } from 'vitest';
import { all, openConnection } from '../../../main/core/database/connection.ts';
import { migrate } from '../../../main/core/database/migrate.ts';
import { written } from '../../../main/core/forgetting/blot.ts';
import { journaledTables } from '../../../main/core/journal/tables.ts';

/** Columns of text in which nobody else is named: what somebody is, a choice, a day, a number. */
const notWords: Record<string, string> = {
  customer:
    'given_name family_name nickname company role name_order pronouns said_as display_name sort_name circle added_day',
  customer_name: 'name label',
  customer_work: 'company role',
  customer_contact: 'kind label value network normalised',
  customer_date: 'kind',
  customer_tag: 'tag',
  customer_card: 'uid',
  matter: 'state opened_day closed_day',
  matter_party: 'side',
  conversation: 'medium happened_day begun_by',
  follow_up:
    'due_day due_time snoozed_until recurs_unit recurs_from recurs_anchor state snoozed_time recurs_on',
  reminder: 'kind about_id meant_for how',
  mention_state: 'state snoozed_until tone',
  mention_not: 'author_key',
  daily_pick: 'day state',
  answer: 'kind state wakes_on way address',
  opening: 'tone',
  lesson: 'state since_day changed_day',
  lesson_telling: 'state told_day',
  lesson_not: 'voice_id',
  story: 'leave leave_day',
  reflection_answer: 'week question',
  came_back: 'day',
  leap: 'named_day',
};

/** Tables that go with whom they name (forget-people.ts), or in which the public speaks. */
const others = ['colleague', 'source', 'mention', 'mention_earlier', 'setting', 'sample_row'];
const goWhole = ['rule', 'saved_search'];

test('every column with words of a person is known to forgetting', () => {
  const connection = openConnection(':memory:');
  migrate(connection);
  const unknown = journaledTables
    .filter((table) => ![...others, ...goWhole].includes(table))
    .flatMap((table) => {
      const known = [...(written[table] ?? []), ...(notWords[table] ?? '').split(' ')];
      return all<{ name: string }>(
        connection,
        `SELECT name FROM pragma_table_xinfo('${table}') WHERE type = 'TEXT' AND pk = 0
           AND hidden = 0 AND name NOT IN (SELECT "from" FROM pragma_foreign_key_list('${table}'))`,
      )
        .filter(({ name }) => !known.includes(name))
        .map(({ name }) => `${table}.${name}`);
    });
  expect(unknown).toEqual([]);
  connection.close();
});
