import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { House } from '../../../main/core/core.ts';
import { type Connection, openConnection, run } from '../../../main/core/database/connection.ts';
import { ownTables } from '../../../main/core/database/look.ts';
import { createJournal } from '../../../main/core/journal/journal.ts';
import { addCustomer } from '../../support/customers.ts';
import { stillClock } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

/** As much of a house as a person's writing needs, so that many can be lived in quickly. */
export type SmallHouse = Pick<House, 'connection' | 'journal' | 'clock'>;

/** A house on a database that is there already. */
export function smallHouse(path: string): SmallHouse {
  const connection = openConnection(path);
  connection.pragma('synchronous = OFF');
  const clock = stillClock();
  return { connection, clock, journal: createJournal(connection, clock, () => undefined) };
}

/** Something that happens in a house: what, with which words, to which of its people. */
export interface Happening {
  what: 'meet' | 'talk' | 'promise' | 'mention' | 'photo' | 'note' | 'setting' | 'bin' | 'undo';
  words: string;
  whom: number;
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('Łucja 🏮', '‏نور', '\u0000\n\r\t"\\', "'; DROP TABLE note; --", '{"file":"x"}'),
);

/** What may have happened in a house. */
export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Happening['what']>(
      'meet',
      ...([
        'meet',
        'talk',
        'promise',
        'mention',
        'photo',
        'note',
        'setting',
        'bin',
        'undo',
      ] as const),
    ),
    words,
    whom: fc.nat(20),
  }),
  { maxLength: 25 },
);

/** Lets it all happen in a house, through the journal where a person does it. */
export function live(house: SmallHouse, all: readonly Happening[]): void {
  const people = [addCustomer(house, { givenName: 'Rosa' })];
  for (const { what, words, whom } of all) {
    const id = people[whom % people.length] ?? '';
    if (what === 'meet') people.push(addCustomer(house, { givenName: words, company: 'The Mill' }));
    if (what === 'talk') talk(house, [id], '2026-03-01', { said: words });
    if (what === 'promise') promise(house, id, words, '2026-03-09');
    if (what === 'mention') mention(house, id, words, house.clock.now() - whom, words);
    if (what === 'photo') photo(house, id, words);
    if (what === 'undo') undoAndMeet(house, words);
    if (what === 'note' || what === 'setting' || what === 'bin')
      write(house, { what, words, whom }, id);
  }
}

function write(house: SmallHouse, { what, words, whom }: Happening, id: string): void {
  house.journal.step(words || 'Wrote something', (step) => {
    if (what === 'setting') step.put('setting', { id: 'yourName', value: JSON.stringify(words) });
    if (what === 'bin') step.update('customer', id, { binned_at: whom });
    if (what === 'note') {
      const note = { id: crypto.randomUUID(), customer_id: id, body: words, written_at: whom };
      step.insert('note', note);
    }
  });
}

/** Takes something back that others do not build upon. */
function undoAndMeet(house: SmallHouse, givenName: string): void {
  addCustomer(house, { givenName });
  house.journal.undo();
}

function photo(house: SmallHouse, customer: string, words: string): void {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, ...Buffer.from(words), 0]);
  const picture = createHash('sha256').update(bytes).digest('hex');
  run(house.connection, 'INSERT OR IGNORE INTO picture VALUES (?, ?, ?)', [
    picture,
    'image/jpeg',
    bytes as never,
  ]);
  house.journal.step('Gave a photo', (step) =>
    step.put('customer_photo', { id: customer, customer_id: customer, picture_id: picture }),
  );
}

/** Every row of every table of its own; in their order where that is told apart by anything. */
export function everything(connection: Connection): Record<string, unknown[]> {
  const tables = ownTables(connection).map((table) => {
    const rows = connection.prepare(`SELECT * FROM "${table}"`).all() as { id?: unknown }[];
    // A standing that says nothing is as good as none.
    const told = rows.filter((row) => table !== 'customer_standing' || !saysNothing(row));
    // The search numbers its documents as they come.
    if (table === 'search_document') for (const row of rows) delete row.id;
    const texts = told.map((row) =>
      JSON.stringify(row, (_key, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('hex') : value,
      ),
    );
    return [table, table === 'journal_step' ? texts : texts.sort()] as const;
  });
  return Object.fromEntries(tables);
}

function saysNothing(row: object): boolean {
  return Object.entries(row).every(([column, value]) => column === 'customer_id' || !value);
}
