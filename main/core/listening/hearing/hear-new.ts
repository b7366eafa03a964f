import { all, type Connection, type Row, run } from '../../database/connection.ts';
import { createJournal } from '../../journal/journal.ts';
import type { Write } from '../../journal/write.ts';
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

/** What the rules make of one voice. */
interface Found {
  id: string;
  changes: Row;
}

/**
 * Hears what was just gathered, within the transaction that stores it: what another source brought
 * before is noted as its second place, and a person's rules are kept, as a step of the journal
 * that can be taken back. Gives how many are second places.
 */
export function hearNew(connection: Connection, ids: readonly string[], now: number): number {
  const fresh = ids.filter((id) => {
    const isTwin = noteSameVoice(connection, id, (twin, learnt) => learn(connection, twin, learnt));
    return !isTwin;
  });
  const found = ruledAmong(connection, fresh);
  if (found.length > 0) {
    // The window is told of the new voices when the gathering tells of them.
    const journal = createJournal(connection, { now: () => now }, () => undefined);
    const label = `By your rules: ${told(found.map(({ changes }) => changes))}`;
    journal.step(label, (write) => keepTo(write, connection, found, now), { byItself: true });
  }
  return ids.length - fresh.length;
}

/**
 * Looks which of the voices that a step of the journal brings were heard before. What those learn
 * from them is part of the step. Gives those that nobody has heard.
 */
export function freshAmong(write: Write, connection: Connection, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const isTwin = noteSameVoice(connection, id, (twin, learnt) => {
      write.update('mention', twin, learnt);
    });
    return !isTwin;
  });
}

/** Keeps a person's rules with fresh voices, as part of the step that brings them. */
export function keepRulesWithin(
  write: Write,
  connection: Connection,
  fresh: readonly string[],
  now: number,
): void {
  keepTo(write, connection, ruledAmong(connection, fresh), now);
}

function ruledAmong(connection: Connection, fresh: readonly string[]): Found[] {
  const ignored = ignoredWords(connection);
  const rules = [...keptRules(connection), ...(ignored.length > 0 ? [ignoring(ignored)] : [])];
  if (fresh.length === 0 || rules.length === 0) return [];
  const voices = all<Standing>(
    connection,
    `SELECT ${standingColumns} FROM heard WHERE heard.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(fresh)],
  );
  return voices.flatMap((said) => {
    const changes = changesByAll(rules, said, (id) => isCustomerHere(connection, id));
    return Object.keys(changes).length > 0 ? [{ id: said.id, changes }] : [];
  });
}

function keepTo(write: Write, connection: Connection, found: readonly Found[], now: number): void {
  for (const { id, changes } of found) writeChanges(write, connection, id, changes, now);
}

function learn(connection: Connection, twin: string, learnt: Row): void {
  const sets = Object.keys(learnt).map((column) => `${column} = @${column}`);
  run(connection, `UPDATE mention SET ${sets.join(', ')} WHERE id = @twin`, { ...learnt, twin });
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
