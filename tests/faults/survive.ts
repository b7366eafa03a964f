import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openConnection } from '../../main/core/database/connection.ts';
import { complaintsOf } from '../../main/core/database/look.ts';
import { migrate } from '../../main/core/database/migrate.ts';
import { migrations } from '../../main/core/database/migrations/index.ts';
import { findTrouble } from '../../main/core/rescue/find-trouble.ts';
import { startFeedServer } from '../support/feed-server.ts';

/** What the core is doing when it is killed. */
const doings = ['writing', 'gathering', 'migrating', 'backing up', 'restoring'] as const;
type Doing = (typeof doings)[number];

export interface Outcome {
  kills: number;
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

/** Houses are lived in on over several kills, and then left for a new one. */
const killsOfOne = 4;

/**
 * Kills the real core with SIGKILL at random moments, `kills` times, and compares each time what is
 * there with what had been acknowledged. The moments follow from the seed.
 */
export async function survive({ kills, seed, tell }: Options): Promise<Outcome> {
  const random = randomOf(seed);
  const feeds = await startFeedServer();
  const items = Array.from({ length: 60 }, (_, item) => ({ title: `Word ${item}` }));
  const feed = feeds.feed('/words.xml', 'Words', items);
  const outcome: Outcome = { kills: 0, lost: 0, damaged: 0 };
  const table = new Map<string, Outcome>();
  try {
    while (outcome.kills < kills) {
      const doing = doings[Math.floor(outcome.kills / killsOfOne) % doings.length] ?? 'writing';
      const row = table.get(doing) ?? { kills: 0, lost: 0, damaged: 0 };
      const rounds = Math.min(killsOfOne, kills - outcome.kills);
      const one = await liveAndDie(doing, rounds, random, feed);
      for (const sum of [row, outcome]) {
        sum.kills += one.kills;
        sum.lost += one.lost;
        sum.damaged += one.damaged;
      }
      table.set(doing, row);
    }
  } finally {
    await feeds.close();
  }
  for (const [doing, row] of table) {
    tell(`${doing.padEnd(12)} ${row.kills} kills, ${row.lost} lost, ${row.damaged} damaged`);
  }
  return outcome;
}

interface Acknowledged {
  people: Map<string, string>;
  notes: Set<string>;
  binned: Set<string>;
}

/** One house through several kills. */
async function liveAndDie(
  doing: Doing,
  rounds: number,
  random: () => number,
  feed: string,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-faults-'));
  const known: Acknowledged = { people: new Map(), notes: new Set(), binned: new Set() };
  const outcome: Outcome = { kills: 0, lost: 0, damaged: 0 };
  try {
    for (let round = 0; round < rounds; round++) {
      let here = folder;
      if (doing === 'migrating') {
        // Each time from another of the earlier schemas, in a house of its own.
        here = join(folder, String(round));
        makeEarlier(here, 1 + Math.floor(random() * (migrations.length - 1)), known);
      }
      await killOnce(here, doing, random(), feed, known);
      outcome.kills += 1;
      const found = compare(here, known);
      outcome.lost += found.lost;
      outcome.damaged += found.damaged;
      if (doing === 'migrating') known.people.clear();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome;
}

async function killOnce(
  folder: string,
  doing: Doing,
  chance: number,
  feed: string,
  known: Acknowledged,
): Promise<void> {
  const script = join(import.meta.dirname, 'faulty-house.ts');
  const child = spawn(process.execPath, [script, folder, doing, feed], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  let timer: NodeJS.Timeout | undefined;
  const killIn = (milliseconds: number) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
  };
  // Migrating is over before it says anything, so that is killed by the time since its start.
  if (doing === 'migrating') killIn(150 + chance * 700);
  const longest = setTimeout(() => child.kill('SIGKILL'), 30_000);
  for await (const line of createInterface({ input: child.stdout })) {
    note(line, known);
    killIn(chance * 400);
  }
  clearTimeout(timer);
  clearTimeout(longest);
  await ended;
}

/** A line that was cut off was not acknowledged: nobody could have read it. */
function note(line: string, known: Acknowledged): void {
  let said: Record<string, string>;
  try {
    said = JSON.parse(line) as Record<string, string>;
  } catch {
    return;
  }
  if (said.person) known.people.set(said.person, said.givenName ?? '');
  if (said.note) known.notes.add(said.note);
  if (said.binned) known.binned.add(said.binned);
}

/** Opens the house as the next start would, and counts what is not as it was acknowledged. */
function compare(folder: string, known: Acknowledged): { lost: number; damaged: number } {
  const databasePath = join(folder, 'porchlight.db');
  const trouble = findTrouble({
    ...{ dataFolder: folder, databasePath, journalFolder: join(folder, 'journal') },
    clock: { now: () => 0 } as never,
    backups: { all: () => ({ here: [], second: [] }) },
  });
  if (trouble) return { lost: 0, damaged: 1 };
  const connection = openConnection(databasePath);
  try {
    // Killed before there was even a schema, nothing can have been acknowledged.
    if (known.people.size === 0) return { lost: 0, damaged: 0 };
    const damaged = complaintsOf(connection, { thorough: true }).length > 0 ? 1 : 0;
    const rows = (sql: string) => connection.prepare(sql).all() as { id: string; value: unknown }[];
    const has = new Map(
      rows('SELECT id, display_name AS value FROM customer').map((row) => [row.id, row.value]),
    );
    let lost = [...known.people].filter(([id, name]) => has.get(id) !== name).length;
    if (known.notes.size > 0) {
      const notes = new Map(
        rows('SELECT id, binned_at AS value FROM note').map((row) => [row.id, row.value]),
      );
      lost += [...known.notes].filter((id) => !notes.has(id)).length;
      lost += [...known.binned].filter((id) => notes.get(id) === null).length;
    }
    return { lost, damaged };
  } finally {
    connection.close();
  }
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
    }
  })();
  connection.close();
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32, Tommy Ettinger, 2017). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
