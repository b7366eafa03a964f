import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { WhatGoes } from '../../../shared/contract/contract.ts';
import { clearPassing } from '../archive/passing.ts';
import type { House } from '../core.ts';
import { writeWhole } from '../database/whole-file.ts';
import { nameOf } from '../people/name-of.ts';
import { setAsideFolder } from '../rescue/set-aside.ts';
import { backupsThatKnow, removeBackups } from './still-know.ts';
import { knownOf, olderOf } from './what-goes.ts';

/** What was begun and is to be finished, whatever happens in between: `<data>/forgetting.json`. */
const begunShape = z.array(z.object({ id: z.string(), at: z.int() }));

function begunPath(dataFolder: string): string {
  return join(dataFolder, 'forgetting.json');
}

/**
 * Forgets somebody for good: in the database, the journal beside it, and every backup from now on.
 * The older copies that still know them are removed or left; gives what is left of those. Nobody is
 * let in meanwhile. Refuses when there is nobody.
 */
export async function forgetPerson(
  house: House,
  { id, older }: { id: string; older: 'remove' | 'leave' },
): Promise<{ older: WhatGoes['older'] }> {
  const { dataFolder, backups, doors, clock, host } = house;
  const known = knownOf(house, id);
  writeWhole(begunPath(dataFolder), JSON.stringify([{ id, at: clock.now() }]));
  await doors.shutFor(async () => {
    let failed: { why: unknown } | undefined;
    const { connection } = await house.exchangeDatabase(async () => {
      await finish(house).catch((why: unknown) => (failed = { why }));
    });
    if (!failed) return;
    // They are here as before: nothing is to be done later behind anybody's back.
    if (nameOf(connection, id) !== undefined) rmSync(begunPath(dataFolder), { force: true });
    throw failed.why;
  });
  clearPassing(dataFolder);
  try {
    await backups.make('forgotten');
    await backups.bringToSecond();
    if (older === 'remove') await removeOlder(house, known);
  } catch (problem) {
    // They are forgotten all the same; only the older copies stay, and the answer says so.
    host.log('After somebody was forgotten no backup could be made', problem);
  }
  return { older: await olderOf(house, known) };
}

async function removeOlder(house: House, known: ReturnType<typeof knownOf>): Promise<void> {
  removeBackups(house, backupsThatKnow(house, known));
  const folder = setAsideFolder(house.dataFolder);
  for (const name of await house.backups.run('holdersOf', { folder, text: known.id })) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Finishes a forgetting in which the house ended; what fails is tried again at the next start. */
export async function finishForgetting(house: House): Promise<void> {
  const { dataFolder, undecided, host, remarks } = house;
  if (undecided.now || readBegun(dataFolder).length === 0) return;
  await house.exchangeDatabase(() =>
    finish(house).catch((problem: unknown) => {
      host.log('Somebody could not be forgotten to the end', problem);
      remarks.say(
        'forgetting',
        'Somebody was being forgotten when Porchlight ended, and that could not be finished. It is tried again at the next start.',
      );
    }),
  );
}

/** Does what was begun, while nobody has the database open. */
async function finish({
  dataFolder,
  databasePath,
  journalFolder,
  backups,
}: Pick<House, 'dataFolder' | 'databasePath' | 'journalFolder' | 'backups'>): Promise<void> {
  const forgotten = readBegun(dataFolder);
  await backups.run('forget', { database: databasePath, journal: journalFolder, forgotten });
  rmSync(begunPath(dataFolder));
}

function readBegun(dataFolder: string): z.infer<typeof begunShape> {
  try {
    return begunShape.parse(JSON.parse(readFileSync(begunPath(dataFolder), 'utf8')));
  } catch {
    // Nothing was begun.
    return [];
  }
}
