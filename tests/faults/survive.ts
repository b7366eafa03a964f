import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { openConnection } from '../../main/core/database/connection.ts';
import { migrate } from '../../main/core/database/migrate.ts';
import { migrations } from '../../main/core/database/migrations/index.ts';
import { startFeedServer } from '../support/feed-server.ts';
import { buildHouse } from './built-house.ts';
import { type Acknowledged, compare, note, nothingYet } from './compare.ts';
import { type Doing, doings, type PlannedHouse, type PlannedKill, planOf } from './plan.ts';

export interface Outcome {
  kills: number;
  /** What the houses had acknowledged in all. */
  acknowledged: number;
  /** Acknowledged writings that were not there afterwards. */
  lost: number;
  /** Times that the database was not whole afterwards. */
  damaged: number;
}

interface Options {
  kills: number;
  seed: number;
  tell(line: string): void;
}

/** Houses that are lived in at the same time. */
const atOnce = 2;
/** Within so many milliseconds a house is killed, once it has come to the moment that is planned. */
const within = { migrating: 300, other: 60 };

/**
 * Kills the real core with SIGKILL at random moments, `kills` times, and compares each time what is
 * there with what had been acknowledged. The moments follow from the seed.
 */
export async function survive({ kills, seed, tell }: Options): Promise<Outcome> {
  const program = await buildHouse();
  const feeds = await startFeedServer();
  const items = Array.from({ length: 60 }, (_, item) => ({ title: `Word ${item}` }));
  const feed = feeds.feed('/words.xml', 'Words', items);
  const houses = planOf(kills, seed);
  const table = new Map(doings.map((doing) => [doing, nothing()]));
  const live = async () => {
    for (let house = houses.shift(); house; house = houses.shift()) {
      add(table.get(house.doing), await liveAndDie(house, program, feed));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, live));
  } finally {
    await feeds.close();
  }
  const all = nothing();
  for (const [doing, row] of table) {
    if (row.kills === 0) continue;
    tell(`${doing.padEnd(12)} ${row.kills} kills, ${inWords(row)}`);
    add(all, row);
  }
  return all;
}

/** What came of it: "1,204 acknowledged, 0 lost, 0 damaged". */
export function inWords({ acknowledged, lost, damaged }: Outcome): string {
  return `${acknowledged.toLocaleString('en-GB')} acknowledged, ${lost} lost, ${damaged} damaged`;
}

const nothing = (): Outcome => ({ kills: 0, acknowledged: 0, lost: 0, damaged: 0 });

function add(sum: Outcome | undefined, one: Outcome): void {
  if (!sum) return;
  sum.kills += one.kills;
  sum.acknowledged += one.acknowledged;
  sum.lost += one.lost;
  sum.damaged += one.damaged;
}

/** One house through several kills. */
async function liveAndDie(
  { doing, kills }: PlannedHouse,
  program: string,
  feed: string,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-faults-'));
  let known = nothingYet();
  const outcome = nothing();
  try {
    for (const [round, kill] of kills.entries()) {
      let here = folder;
      let before = known.count;
      if (doing === 'migrating') {
        // Each time from another of the earlier schemas, in a house of its own.
        here = join(folder, String(round));
        known = nothingYet();
        before = 0;
        makeEarlier(here, kill.from, known);
      }
      await killOnce([program, here, doing, feed], doing, kill, known);
      const acknowledged = known.count - before;
      add(outcome, { kills: 1, acknowledged, ...compare(here, known) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome;
}

async function killOnce(
  program: readonly string[],
  doing: Doing,
  { chance, lines }: PlannedKill,
  known: Acknowledged,
): Promise<void> {
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const complaint = text(child.stderr);
  let timer: NodeJS.Timeout | undefined;
  const killWithin = (most: number) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), chance * most);
  };
  const longest = setTimeout(() => child.kill('SIGKILL'), 60_000);
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    note(line, known);
    said += 1;
    // Migrating is what it does between its first line and its second.
    if (doing === 'migrating') killWithin(within.migrating);
    else if (said - 2 >= lines) killWithin(within.other);
  }
  clearTimeout(timer);
  clearTimeout(longest);
  const [code] = await ended;
  // Whoever ended by itself was not killed, and proved nothing.
  if (code !== null) throw new Error(`It ended while ${doing}: ${await complaint}`);
}

/** A closed house of an earlier schema with people in it, who count as acknowledged. */
function makeEarlier(folder: string, version: number, known: Acknowledged): void {
  mkdirSync(folder);
  const connection = openConnection(join(folder, 'porchlight.db'));
  migrate(connection, migrations.slice(0, version));
  const insert = connection.prepare(
    `INSERT INTO customer (id, given_name, display_name, sort_name, added_at, added_day)
     VALUES (?, ?, ?, ?, 1, '2026-01-01')`,
  );
  connection.transaction(() => {
    for (let number = 0; number < 300; number++) {
      const id = crypto.randomUUID();
      const name = `Earlier ${number}`;
      insert.run(id, name, name, name.toLowerCase());
      known.people.set(id, name);
      known.count += 1;
    }
  })();
  connection.close();
}
