import { all, type Connection, type Row } from '../../database/connection.ts';
import { createJournal } from '../../journal/journal.ts';
import {
  changesByAll,
  ignoredWords,
  ignoring,
  isCustomerHere,
  keptRules,
  type Standing,
  standingColumns,
  writeChanges,
} from './apply-rules.ts';
import { noteSameVoice } from './same-voice.ts';

/**
 * Hears what was just stored, within the transaction that stores it: what another source brought
 * before is noted as its second place, and a person's rules are kept, as a step of the journal
 * that can be taken back.
 */
export function hearNew(connection: Connection, ids: readonly string[], now: number): void {
  const fresh = ids.filter((id) => !noteSameVoice(connection, id));
  const ignored = ignoredWords(connection);
  const rules = [...keptRules(connection), ...(ignored.length > 0 ? [ignoring(ignored)] : [])];
  if (fresh.length === 0 || rules.length === 0) return;
  const voices = all<Standing>(
    connection,
    `SELECT ${standingColumns} FROM heard WHERE heard.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(fresh)],
  );
  const found = voices.flatMap((said) => {
    const changes = changesByAll(rules, said, (id) => isCustomerHere(connection, id));
    return Object.keys(changes).length > 0 ? [{ id: said.id, changes }] : [];
  });
  if (found.length === 0) return;
  // The window is told of the new voices when the gathering tells of them.
  const journal = createJournal(connection, { now: () => now }, () => undefined);
  const label = `By your rules: ${told(found.map(({ changes }) => changes))}`;
  journal.step(
    label,
    (write) => {
      for (const { id, changes } of found) writeChanges(write, connection, id, changes, now);
    },
    { byItself: true },
  );
}

/** What was done to how many, such as `3 let go, 1 starred`. */
function told(changes: readonly Row[]): string {
  const count = (fitting: (one: Row) => boolean) => changes.filter(fitting).length;
  const parts: [number, string][] = [
    [count((one) => one.state === 'noted'), 'noted'],
    [count((one) => one.state === 'let-go'), 'let go'],
    [count((one) => 'starred' in one), 'starred'],
    [count((one) => 'tone' in one), 'sorted by how they are meant'],
    [count((one) => 'customer_id' in one), 'known to be by a customer'],
  ];
  return parts
    .filter(([many]) => many > 0)
    .map(([many, words]) => `${many} ${words}`)
    .join(', ');
}
