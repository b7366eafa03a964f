import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '../../main/core/database/connection.ts';
import { complaintsOf } from '../../main/core/database/look.ts';
import { findTrouble } from '../../main/core/rescue/find-trouble.ts';

/** What a house has acknowledged, by what it said before it was killed. */
export interface Acknowledged {
  people: Map<string, string>;
  notes: Set<string>;
  binned: Set<string>;
  forgotten: Set<string>;
  /** How much it has acknowledged in all. */
  count: number;
}

export function nothingYet(): Acknowledged {
  return { people: new Map(), notes: new Set(), binned: new Set(), forgotten: new Set(), count: 0 };
}

/** Takes note of a line. One that was cut off was not acknowledged: nobody could have read it. */
export function note(line: string, known: Acknowledged): void {
  let said: Record<string, string>;
  try {
    said = JSON.parse(line) as Record<string, string>;
  } catch {
    return;
  }
  if (said.person || said.note || said.binned || said.restored || said.forgot) known.count += 1;
  if (said.person) known.people.set(said.person, said.givenName ?? '');
  if (said.note) known.notes.add(said.note);
  if (said.binned) known.binned.add(said.binned);
  // From here on they may be there or not, and afterwards they must not be.
  if (said.forgetting) known.people.delete(said.forgetting);
  if (said.without) known.notes.delete(said.without);
  if (said.forgot) known.forgotten.add(said.forgot);
}

/** Opens the house as the next start would, and counts what is not as it was acknowledged. */
export function compare(folder: string, known: Acknowledged): { lost: number; damaged: number } {
  const databasePath = join(folder, 'porchlight.db');
  const trouble = findTrouble({
    ...{ dataFolder: folder, databasePath, journalFolder: join(folder, 'journal') },
    clock: { now: () => 0 } as never,
    backups: { all: () => ({ here: [], second: [] }) },
  });
  if (trouble) return { lost: 0, damaged: 1 };
  // Killed before there was even a schema, nothing can have been acknowledged.
  if (known.people.size === 0 || !existsSync(databasePath)) {
    return { lost: known.people.size, damaged: 0 };
  }
  const connection = openConnection(databasePath);
  try {
    const damaged = complaintsOf(connection, { thorough: true }).length > 0 ? 1 : 0;
    const rows = (sql: string) =>
      new Map(
        (connection.prepare(sql).all() as { id: string; value: unknown }[]).map((row) => [
          row.id,
          row.value,
        ]),
      );
    const people = rows('SELECT id, display_name AS value FROM customer');
    let lost = [...known.people].filter(([id, name]) => people.get(id) !== name).length;
    lost += [...known.forgotten].filter((id) => people.has(id)).length;
    if (known.notes.size > 0) {
      const notes = rows('SELECT id, binned_at AS value FROM note');
      lost += [...known.notes].filter((id) => !notes.has(id)).length;
      lost += [...known.binned].filter((id) => notes.get(id) === null).length;
    }
    return { lost, damaged };
  } finally {
    connection.close();
  }
}
