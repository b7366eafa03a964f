import { performance } from 'node:perf_hooks';
import { run, transaction } from '../../main/core/database/connection.ts';
import { openBenchHouse, timed } from './bench-house.ts';

/**
 * How long the timeline of a house with 100,000 entries takes to answer: talks, notes with links
 * and tags, follow-ups kept, and as many voices again of which few are our people's. Run with
 * `npm run bench -- timeline`; it prints medians of eleven runs, in milliseconds.
 */
const entries = Number(process.argv[2] ?? 100_000);
const people = 5000;
const words = 'boiler quote bread knee garden market letter roof school invoice harbour'.split(' ');
const media = ['phone', 'counter', 'counter', 'email', 'text', 'visit'];
const say = (line: string) => process.stdout.write(`${line}\n`);

let seed = 1;
function random(below: number): number {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
}
const one = <T>(of: readonly T[]): T => of[random(of.length)] as T;
const idOf = (kind: string, number: number) =>
  `018f0000-${kind}-7000-8000-${String(number).padStart(12, '0')}`;
const someWords = (count: number) => Array.from({ length: count }, () => one(words)).join(' ');

const { house, client, close } = await openBenchHouse();
const { connection, clock } = house;
const now = clock.now();
const tenYears = 3650 * 86_400_000;
const moment = () => now - Math.floor((random(1_000_000) / 1_000_000) * tenYears);

function fill(): void {
  for (let number = 0; number < people; number += 1) {
    run(
      connection,
      `INSERT INTO customer (id, given_name, family_name, display_name, sort_name, added_at, added_day)
       VALUES (?, ?, ?, ?, ?, ?, '2016-01-01')`,
      [
        idOf('aaaa', number),
        `Given${number}`,
        'Marin',
        `Given${number} Marin`,
        `given${number}`,
        now - tenYears,
      ],
    );
  }
  const somebody = () => idOf('aaaa', random(people));
  for (let number = 0; number < entries; number += 1) {
    const at = moment();
    const kind = number % 10;
    if (kind < 6) {
      const id = idOf('bbbb', number);
      run(
        connection,
        `INSERT INTO conversation (id, medium, happened_at, happened_day, said, written_at)
         VALUES (?, ?, ?, ?, ?, 1)`,
        [id, one(media), at, new Date(at).toISOString().slice(0, 10), someWords(14)],
      );
      run(connection, 'INSERT INTO conversation_customer VALUES (?, ?, ?)', [id, id, somebody()]);
    } else if (kind < 8) {
      const linked = somebody();
      run(connection, 'INSERT INTO note (id, customer_id, body, written_at) VALUES (?, ?, ?, ?)', [
        idOf('cccc', number),
        somebody(),
        `${someWords(20)} #${one(words)} [@Given Marin](person:${linked})`,
        at,
      ]);
    } else {
      run(
        connection,
        `INSERT INTO follow_up (id, text, customer_id, due_day, state, done_at, made_at)
         VALUES (?, ?, ?, '2026-01-01', 'done', ?, ?)`,
        [idOf('dddd', number), someWords(4), somebody(), at, at - 86_400_000],
      );
    }
  }
  const source = idOf('eeee', 0);
  run(
    connection,
    `INSERT INTO source (id, kind, name, address, added_at) VALUES (?, 'feed', 'Town', 'https://a.example', 1)`,
    [source],
  );
  for (let number = 0; number < entries; number += 1) {
    const at = moment();
    run(
      connection,
      `INSERT INTO mention (id, source_id, identity, text, published_at, received_at, content_hash,
         matched_customer_id) VALUES (?, ?, ?, ?, ?, ?, 'h', ?)`,
      [
        idOf('ffff', number),
        source,
        String(number),
        someWords(12),
        at,
        at,
        number % 50 === 0 ? somebody() : null,
      ],
    );
  }
}

await timed(
  `${entries} entries and ${entries} voices (into the tables)`,
  () => transaction(connection, fill),
  1,
);
connection.exec('ANALYZE');

await timed('the first hundred', () => client.timeline.list({}));
for (const kind of ['conversation', 'note', 'follow-up', 'mention', 'answer'] as const) {
  await timed(`the first hundred, only ${kind}`, () => client.timeline.list({ kinds: [kind] }));
}
await timed('by telephone', () => client.timeline.list({ media: ['phone'] }));
await timed('by letter (there are none)', () => client.timeline.list({ media: ['letter'] }));
await timed('with a tag', () => client.timeline.list({ tag: 'boiler' }));
await timed('with a word that is in most', () => client.timeline.list({ words: 'boiler' }));
await timed('with three words', () => client.timeline.list({ words: 'boiler quote knee' }));
await timed('of one year long ago', () =>
  client.timeline.list({ from: '2018-01-01', to: '2018-12-31' }),
);
await timed('of one customer', () => client.timeline.list({ customerId: idOf('aaaa', 7) }));
await timed('where a customer was spoken of', () =>
  client.timeline.list({ spokenOf: idOf('aaaa', 7) }),
);
await timed('the tags', () => client.timeline.tags());
await timed('the years', () => client.timeline.years());

let after: string | null = null;
let pages = 0;
let slowest = 0;
const start = performance.now();
do {
  const before = performance.now();
  const page: Awaited<ReturnType<typeof client.timeline.list>> = await client.timeline.list({
    after,
    limit: 200,
  });
  slowest = Math.max(slowest, performance.now() - before);
  pages += 1;
  after = page.next;
} while (after);
const each = (performance.now() - start) / pages;
say(
  `all of it, ${pages} pages of 200: ${each.toFixed(1)} ms a page, the slowest ${slowest.toFixed(1)} ms`,
);

await close();
