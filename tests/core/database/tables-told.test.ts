import { expect, test } from 'vitest';
import {
  all,
  type Connection,
  type Row,
  type Value,
} from '../../../main/core/database/connection.ts';
import { newId } from '../../../main/core/journal/new-id.ts';
import type { JournaledTable } from '../../../main/core/journal/tables.ts';
import { linkTo } from '../../../shared/note-words.ts';
import { addCustomer } from '../../support/customers.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { mention } from '../../support/stored-rows.ts';

/** What is made from the rest and says nothing of its own, or is told another way. */
const derived: Record<string, string> = {
  'customer_standing.customer_id': 'how things stand follows from the talks and promises',
  'spoken_name.customer_id': 'follows from the names',
  'search_document.customer_id': 'follows from everything else',
  'likely_moved.customer_id': 'notes only what a merge moved',
  'note_link.customer_id': 'follows from the notes that link them, which are there',
  'journal_change.customer_id': 'the changes are told in words',
  'journal_about.customer_id': 'the changes are told in words',
  'customer_photo.customer_id': 'the picture itself is there',
  'not_the_same.other_id': 'counted with the other half; who the other is, is theirs',
  'customer_relation.other_id': 'stands with whom it was written down for',
  'mention_not.customer_id': 'told by its time and its source',
};

/** Every column that points at a customer, as the schema has it. */
function pointers(connection: Connection): { table: string; column: string }[] {
  return all(
    connection,
    `SELECT DISTINCT tables.name AS "table", columns.name AS "column"
     FROM sqlite_schema AS tables JOIN pragma_table_xinfo(tables.name) AS columns
     LEFT JOIN pragma_foreign_key_list(tables.name) AS pointer ON pointer."from" = columns.name
     WHERE tables.type = 'table' AND (pointer."table" = 'customer' OR columns.name = 'customer_id')`,
  );
}

/** Somebody with a row in every table that can have one; each text begins with "w:". */
function everywhere({ house, clock }: OpenedHouse): string {
  const [rosa, leo] = ['Rosa', 'Leo'].map((givenName) => addCustomer(house, { givenName }));
  if (!rosa || !leo) throw new Error('Nobody was added');
  const voice = mention(house, rosa, 'w: bread', 1_700_000_000_000);
  const guessed = mention(house, null, 'w: cake', 1_700_000_000_001);
  house.connection
    .prepare(
      "UPDATE mention SET likely_customer_id = ?, likely_why = 'w: sounds alike' WHERE id = ?",
    )
    .run(rosa, guessed);
  house.journal.step('All of it', (write) => {
    const add = (table: JournaledTable, row: Row) => {
      const id = typeof row.id === 'string' ? row.id : newId(clock);
      write.insert(table, { ...row, id });
      return id;
    };
    const of = (words: Record<string, Value>) => ({ customer_id: rosa, ...words });
    addCustomerRows(add, of);
    write.update('customer', leo, { sent_by: rosa, merged_into: rosa, display_name: 'w: Leo' });
    const talk = { medium: 'phone', happened_at: 1, happened_day: '2026-02-01', written_at: 1 };
    const own = add('conversation', { ...talk, said: 'w: knee' });
    add('conversation_customer', of({ conversation_id: own }));
    const other = add('conversation', { ...talk, said: 'w: Rosa sings. Leo has debts.' });
    add('conversation_spoken_of', of({ conversation_id: other }));
    add('note', of({ body: 'w: rye', written_at: 1 }));
    add('note', {
      ...{ customer_id: leo, written_at: 1 },
      body: `w: Met ${linkTo({ id: rosa, name: 'Rosa' })}. Leo owes money.`,
    });
    add('follow_up', of({ text: 'w: quote', due_day: '2026-03-09', made_at: 1 }));
    add('daily_pick', of({ day: '2026-02-01', position: 0, reasons: '[]', picked_at: 1 }));
    const lesson = add('lesson', { sentence: 'w: ask', since_day: '2026-02-01' });
    add('lesson_telling', of({ lesson_id: lesson, words: 'w: we open at six', position: 0 }));
    add('story', of({ text: 'w: story', shown_name: 'w: R.', kept_at: 1 }));
    add('came_back', of({ day: '2026-02-03' }));
    add('rule', of({ made_at: 1, author: 'w: @rosa', does: 'link' }));
    add('mention_state', { ...of({}), id: voice });
    add('mention_not', of({ mention_id: guessed }));
    const [one = '', two = ''] = [rosa, leo].sort();
    add('not_the_same', { one_id: one, other_id: two, said_at: 1 });
    const matter = add('matter', of({ name: 'w: will', note: 'w: urgent', made_at: 1 }));
    add('matter_note', { matter_id: matter, body: 'w: signed', written_at: 1 });
    const fence = add('matter', { customer_id: leo, name: 'The fence', made_at: 1 });
    add('matter_party', { matter_id: fence, side: 'other', other_id: rosa, role: 'w: neighbour' });
  });
  return rosa;
}

/** The rows that stand under a customer alone. */
function addCustomerRows(
  add: (table: JournaledTable, row: Row) => string,
  of: (words: Record<string, Value>) => Row,
): void {
  const name = { kind: 'phone', value: 'w: 0201', normalised: '0201', label: 'w: shop' };
  add('customer_contact', of(name));
  add('customer_relation', of({ name: 'w: Tom', relation: 'w: son', note: 'w: at sea' }));
  add('customer_date', of({ kind: 'other', label: 'w: fair', month: 4, day: 1 }));
  add('customer_fact', of({ text: 'w: sugar' }));
  add('customer_tag', of({ tag: 'w: choir' }));
  add('customer_name', of({ name: 'w: Verdi', label: 'w: maiden' }));
  add('customer_work', of({ company: 'w: Harbour', role: 'w: pilot' }));
  add('customer_card', of({ uid: 'w: uid' }));
}

test('each table that knows somebody is in what is told of them, and the rest of it is not', async () => {
  const opened = await openHouse();
  const rosa = everywhere(opened);
  const { connection } = opened.house;
  const { content } = await opened.client.exchange.exportPerson({ id: rosa, format: 'data' });
  const page = await opened.client.exchange.exportPerson({ id: rosa, format: 'page' });
  const missing = pointers(connection)
    .filter(({ table, column }) => !Object.hasOwn(derived, `${table}.${column}`))
    .flatMap(({ table, column }) => {
      const rows = all<Row>(connection, `SELECT * FROM ${table} WHERE ${column} = ?`, [rosa]);
      if (rows.length === 0) return [`${table}.${column}: nothing in this test points at them`];
      const words = rows.flatMap((row) => Object.values(row)).filter((value) => isWords(value));
      return words
        .filter((said) => !content.includes(firstSentence(said)))
        .map((said) => `${table}.${column}: ${said}`);
    });
  expect(missing).toEqual([]);
  for (const others of ['debts', 'owes money', 'The fence']) {
    expect(content).not.toContain(others);
    expect(page.content).not.toContain(others);
  }
  for (const told of ['w: we open at six', 'w: R.', 'w: sounds alike', 'Met Rosa', 'w: @rosa']) {
    expect(page.content).toContain(told);
  }
});

function isWords(value: Value | undefined): value is string {
  return typeof value === 'string' && value.includes('w: ');
}

/** Of what others said only the sentences about them are told. */
function firstSentence(words: string): string {
  return /w: [^.[]+/.exec(words)?.[0] ?? words;
}
