import { run, transaction } from '../../main/core/database/connection.ts';
import { openBenchHouse, timed } from './bench-house.ts';

/**
 * How long Today takes to answer in a house of 20,000 people with 60,000 talks and 100,000
 * mentions, of which a third are our people's and most were never dealt with. Run with
 * `npm run bench -- today`; it prints medians of eleven runs, in milliseconds.
 */
const people = 20_000;
const talks = 60_000;
const mentions = 100_000;
const tenYears = 3650 * 86_400_000;
const circles = ['inner', 'regular', 'wider', 'wider', 'wider', 'none'];
const tones = ['complaint', 'question', 'praise', 'plain', 'plain'];

let seed = 1;
function random(below: number): number {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
}
const one = <T>(of: readonly T[]): T => of[random(of.length)] as T;
const idOf = (kind: string, number: number) =>
  `018f0000-${kind}-7000-8000-${String(number).padStart(12, '0')}`;

const { house, client, close } = await openBenchHouse();
const { connection, clock } = house;
const now = clock.now();
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const moment = () => now - Math.floor((random(1_000_000) / 1_000_000) * tenYears);
const somebody = () => idOf('aaaa', random(people));

function fill(): void {
  for (let number = 0; number < people; number += 1) {
    const id = idOf('aaaa', number);
    const name = `Given${number} Marin`;
    run(
      connection,
      `INSERT INTO customer (id, display_name, sort_name, circle, added_at, added_day)
       VALUES (?, ?, ?, ?, ?, '2016-01-01')`,
      [id, name, name.toLowerCase(), one(circles), now - tenYears],
    );
    if (number % 3 > 0) continue;
    run(
      connection,
      `INSERT INTO customer_date (id, customer_id, kind, month, day) VALUES (?, ?, 'birthday', ?, ?)`,
      [idOf('dada', number), id, 1 + random(12), 1 + random(28)],
    );
  }
  for (let number = 0; number < talks; number += 1) {
    const id = idOf('bbbb', number);
    const at = moment();
    run(
      connection,
      `INSERT INTO conversation (id, medium, happened_at, happened_day, said, reached, written_at)
       VALUES (?, 'phone', ?, ?, 'About the boiler, it leaks again.', ?, 1)`,
      [id, at, dayOf(at), number % 9 === 0 ? 0 : 1],
    );
    run(connection, 'INSERT INTO conversation_customer VALUES (?, ?, ?)', [id, id, somebody()]);
    if (number % 20 > 0) continue;
    run(
      connection,
      `INSERT INTO follow_up (id, text, customer_id, due_day, made_at) VALUES (?, 'Call', ?, ?, ?)`,
      [idOf('dddd', number), somebody(), dayOf(now + random(90) * 86_400_000), at],
    );
  }
  const source = idOf('eeee', 0);
  run(
    connection,
    `INSERT INTO source (id, kind, name, address, added_at)
     VALUES (?, 'feed', 'Town paper', 'https://paper.example/feed', 1)`,
    [source],
  );
  for (let number = 0; number < mentions; number += 1) {
    const id = idOf('ffff', number);
    const at = moment();
    run(
      connection,
      `INSERT INTO mention (id, source_id, identity, title, text, author, published_at, received_at,
         content_hash, tone, matched_customer_id)
       VALUES (?, ?, ?, '', 'The boiler they mended is as good as new.', 'Rosa M', ?, ?, 'h', ?, ?)`,
      [id, source, id, at, at, one(tones), number % 3 === 0 ? somebody() : null],
    );
    if (number % 10 === 0) {
      run(connection, `INSERT INTO mention_state (id, state) VALUES (?, 'answered')`, [id]);
    }
  }
}

await timed(
  `${people} people, ${talks} talks, ${mentions} mentions`,
  () => transaction(connection, fill),
  1,
);
connection.exec('ANALYZE');
await timed('the first look of the day, which names somebody', () => client.today.get(), 1);
await timed('today, as it was named', () => client.today.get());
await timed('around today', () => client.today.around());
await timed('the days of steps', () => client.today.steps({ days: 61 }));
await timed('the street', () => client.today.street({ limit: 60 }));
await timed('the whole town', () => client.today.town());
await close();
