import { type Connection, run, transaction } from '../database/connection.ts';
import { beginGone, forget, keepSteps, readPointers, remove, takeAlong } from './gone.ts';
import { type Binned, tableOf } from './kinds.ts';

/**
 * Lets rows go for good within one transaction, with all that cannot be without them; what can be
 * only forgets them. Conversations leave with the last who took part. The journal forgets what it
 * held of them, so that nothing can be brought back; that a step was taken on a day is kept as a
 * number. Gives how many of the named went.
 */
export function letGo(connection: Connection, entries: readonly Binned[]): number {
  return transaction(connection, () => {
    beginGone(connection);
    let named = 0;
    for (const { kind, id } of entries) {
      named += run(
        connection,
        `INSERT OR IGNORE INTO temp.gone SELECT '${tableOf[kind]}', id FROM ${tableOf[kind]}
         WHERE id = ? AND binned_at IS NOT NULL`,
        [id],
      );
    }
    const pointers = readPointers(connection);
    takeAlong(connection, pointers);
    keepSteps(connection);
    forget(connection, pointers);
    remove(connection);
    run(connection, 'DELETE FROM temp.gone');
    return named;
  });
}
