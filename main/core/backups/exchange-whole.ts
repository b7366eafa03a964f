import { isDeepStrictEqual } from 'node:util';
import type { House } from '../core.ts';
import { openConnection } from '../database/connection.ts';
import { bringInIncoming, clearIncoming, incomingPath } from '../database/exchange-file.ts';
import { countRows } from '../database/look.ts';
import { forgottenIn } from '../forgetting/forget-in-file.ts';
import { clearKept } from '../journal/kept-files.ts';
import { readSettings } from '../settings/settings.ts';
import { hasContent } from './before.ts';
import type { Choices } from './choices.ts';
import { holdsOf } from './list.ts';

interface HowExchanged {
  cameIn?: () => void;
  withForgotten?: boolean;
}

/**
 * Puts another house in the place of the one that is here: `makeReady` makes its database at the
 * path that it is given, `cameIn` hears when it is in its place. What is here is saved first, while
 * nobody can write any more; `before` names that backup, null when there was nothing to lose.
 * Whoever was forgotten here stays forgotten, unless they are to come back. What fails changes
 * nothing.
 */
export async function exchangeWhole(
  house: House,
  makeReady: (incoming: string) => Promise<void>,
  { cameIn = () => undefined, withForgotten = false }: HowExchanged = {},
) {
  const { backups, databasePath } = house;
  clearIncoming(databasePath);
  const database = incomingPath(databasePath);
  await makeReady(database);
  const forgotten = withForgotten ? [] : forgottenIn(house.connection);
  await backups.run('stayForgotten', { database, forgotten });
  const { choices } = backups;
  let before: string | null = null;
  const restored = await house.doors.shutFor(async () => {
    try {
      const inside = await house.exchangeDatabase(async () => {
        // Only now nobody writes any more, no thread either.
        if (isWorthKeeping(databasePath)) before = (await backups.make('before-restore')).name;
        // Its steps are in that backup, and none of what comes in.
        if (before !== null) clearKept(house.journalFolder);
        bringInIncoming(databasePath);
        cameIn();
      });
      keepChoicesAsTheyAre(inside, choices);
      return { before, holds: holdsOf(countRows(inside.connection)) };
    } finally {
      clearIncoming(databasePath);
    }
  });
  // From now on the newest is of this line of things; one that fails has said so.
  await backups.make('restored').catch(() => undefined);
  return restored;
}

function isWorthKeeping(databasePath: string): boolean {
  const connection = openConnection(databasePath);
  try {
    return hasContent(connection);
  } finally {
    connection.close();
  }
}

/** Where backups go is no part of what was brought back: they go on as they do now. */
export function keepChoicesAsTheyAre({ journal, connection }: House, choices: Choices): void {
  const { backupFolder, backupGigabytes } = readSettings(connection);
  if (isDeepStrictEqual({ backupFolder, backupGigabytes }, choices)) return;
  journal.step(
    'Left the backups going where they go',
    (write) => {
      for (const [id, value] of Object.entries(choices)) {
        write.put('setting', { id, value: JSON.stringify(value) });
      }
    },
    { byItself: true },
  );
}
