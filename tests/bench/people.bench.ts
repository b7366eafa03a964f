import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createRouterClient } from '@orpc/server';
import { createClock } from '../../main/core/clock.ts';
import { openCore } from '../../main/core/core.ts';
import { run, transaction } from '../../main/core/database/connection.ts';
import { router } from '../../main/core/router.ts';
import { rebuildDerived } from '../../main/core/search/rebuild.ts';
import type { Client } from '../../shared/contract/contract.ts';

/**
 * How long a house of 20,000 people with ten conversations each takes to answer. Run with
 * `node tests/bench/people.bench.ts [people]`; it prints medians of eleven runs, in milliseconds.
 */
const people = Number(process.argv[2] ?? 20_000);
const talksEach = 10;
const folder = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
const given = 'Rosa Leo Ágnes Zoë Jürgen Mei Hana Omar Priya Søren Luca Ines Katharina Bruno'.split(
  ' ',
);
const family = 'Marin Blu Kovács Müller Rossi Tanaka Haddad Sharma Dahl Peña Novák Okafor'.split(
  ' ',
);
const words =
  'boiler quote bread knee garden market letter roof school invoice harbour winter dog table lamp bicycle'.split(
    ' ',
  );
const say = (line: string) => process.stdout.write(`${line}\n`);

let seed = 1;
function random(below: number): number {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
}
function one<T>(of: readonly T[]): T | undefined {
  return of[random(of.length)];
}

function cards(): string {
  return Array.from({ length: people }, (_, index) => {
    const [first, last] = [one(given), `${one(family)}-${index}`];
    return [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `N:${last};${first};;;`,
      `FN:${first} ${last}`,
      `TEL;TYPE=CELL:+39 055 ${String(1_000_000 + index)}`,
      `EMAIL:person${index}@example.org`,
      `BDAY:--0${1 + random(9)}1${random(9)}`,
      `CATEGORIES:${one(words)}`,
      `NOTE:met over the ${one(words)}`,
      'END:VCARD',
      '',
    ].join('\r\n');
  }).join('');
}

async function timed(label: string, work: () => unknown, times = 11): Promise<void> {
  const took: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  say(`${label.padEnd(52)} ${(took[Math.floor(times / 2)] ?? 0).toFixed(1).padStart(9)} ms`);
}

const options = {
  dataFolder: folder,
  clock: createClock({ zone: 'Europe/Rome' }),
  host: {
    notify: async () => false,
    openLink: async () => true,
    secrets: {
      read: async () => undefined,
      keep: async () => undefined,
      forget: async () => undefined,
    },
    log: (line: string, cause?: unknown) => process.stderr.write(`${line} ${cause}\n`),
  },
  shell: 'command' as const,
  version: 'bench',
  sampleFolder: '',
};
let core = await openCore(options);
const client = createRouterClient(router, { context: core.house }) as Client;
await client.settings.save({ country: 'IT' });

const file = { fileName: 'all.vcf', content: Buffer.from(cards()).toString('base64') };
await timed(`preview a file of ${people}`, () => client.exchange.previewPeople(file), 1);
await timed(`import a file of ${people}`, () => client.exchange.importPeople(file), 1);
await timed('import it again, skipping all', () => client.exchange.importPeople(file), 1);

const { connection } = core.house;
const ids = connection.prepare('SELECT id FROM customer ORDER BY id').pluck().all() as string[];
await timed(
  `${people * talksEach} conversations (straight into the tables)`,
  () =>
    transaction(connection, () => {
      ids.forEach((customer, person) => {
        for (let talk = 0; talk < talksEach; talk += 1) {
          const id = `018f0000-0000-7000-8000-${String(person * talksEach + talk).padStart(12, '0')}`;
          const days = random(700);
          const day = new Date(core.house.clock.now() - days * 86_400_000);
          const said = Array.from({ length: 12 }, () => one(words)).join(' ');
          run(
            connection,
            `INSERT INTO conversation (id, medium, happened_at, happened_day, said, written_at)
             VALUES (?, 'phone', ?, ?, ?, 1)`,
            [id, day.getTime(), day.toISOString().slice(0, 10), said],
          );
          run(connection, 'INSERT INTO conversation_customer VALUES (?, ?, ?)', [id, id, customer]);
        }
      });
    }),
  1,
);
await core.close();
say(`database: ${(statSync(join(folder, 'porchlight.db')).size / 1e6).toFixed(0)} MB`);

await timed(
  'open and close the house',
  async () => {
    await core.close();
    core = await openCore(options);
  },
  5,
);
const open = createRouterClient(router, { context: core.house }) as Client;
for (const sort of ['name', 'silence', 'stretch', 'next-follow-up', 'added'] as const) {
  await timed(`list by ${sort}, first hundred`, () => open.people.list({ sort }));
}
await timed('list by name, last hundred', () => open.people.list({ offset: people - 100 }));
await timed('list of the overdue by stretch', () =>
  open.people.list({ overdue: true, sort: 'stretch' }),
);
for (const typed of ['r', 'ro', 'rosa', 'rosa ma', 'boiler', '055 100', 'rsoa']) {
  await timed(`list with "${typed}"`, () => open.people.list({ words: typed }));
}
for (const typed of ['b', 'bo', 'boiler', 'rosa', 'rosa boiler', '055 1000', 'katarina']) {
  await timed(`search for "${typed}"`, () => open.search.find({ words: typed }));
}
const someone = ids[Math.floor(people / 2)] ?? '';
await timed('a person', () => open.people.get({ id: someone }));
await timed('their timeline', () => open.timeline.list({ customerId: someone }));
await timed('change one field of a person', () =>
  open.people.change({ id: someone, changes: { role: String(random(1e6)) } }),
);
await timed('put 1,000 in the bin', () => open.people.bin({ ids: ids.slice(0, 1000) }), 1);
await timed('make everything derived anew', () => rebuildDerived(core.house.connection), 1);
await timed('export as vCard', () => open.exchange.exportPeople({ format: 'vcard' }), 1);
await core.close();
rmSync(folder, { recursive: true, force: true });
