import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/refusal.ts';
import type { Clock } from '../clock.ts';
import { openConnection } from '../database/connection.ts';
import { createJournal } from '../journal/journal.ts';
import type { FromThread, ThreadData } from './heavy-work.ts';
import { doTask, type Progress, type Tell } from './tasks.ts';

/**
 * The thread in which one heavy task is done, with a connection of its own: what it writes is one
 * transaction, so that it is all there or not at all, also when it is stopped or breaks off.
 */
const { databasePath, now, today, zone, name, input, stop } = workerData as ThreadData;
const connection = openConnection(databasePath);
const topics = new Set<string>();
const clock: Clock = {
  now: () => now,
  today: () => today,
  zone: () => zone,
  offset: 0,
  wake: () => () => undefined,
};
const journal = createJournal(connection, clock, (tables) => {
  for (const table of tables) topics.add(table);
});

/** How often it is told how far it is, in milliseconds. */
const tellEvery = 80;
let told = 0;
let stage: Progress['stage'] | null = null;

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

const tell: Tell = (at, done, of) => {
  if (Atomics.load(stop, 0) === 1) {
    throw new Refusal('stopped', 'Stopped. Nothing of it was kept.');
  }
  const moment = performance.now();
  if (at === stage && moment - told < tellEvery) return;
  stage = at;
  told = moment;
  say({ type: 'progress', stage: at, done, of });
};

try {
  const result = doTask({ connection, clock, journal }, name, input, tell);
  say({ type: 'done', result, topics: [...topics] });
} catch (problem) {
  if (problem instanceof Refusal) {
    say({ type: 'refused', code: problem.code, sentence: problem.message, field: problem.field });
  } else {
    const known = problem instanceof Error ? problem : new Error(String(problem));
    const code = 'code' in known ? String(known.code) : undefined;
    say({ type: 'failed', line: known.stack ?? known.message, code });
  }
} finally {
  connection.close();
}
