import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { type Connection, first, type Row } from '../database/connection.ts';
import { moveInto } from '../database/whole-file.ts';
import { beginningOf, keptFiles, keptPath } from '../journal/kept-files.ts';
import { stepsOf } from '../journal/read-kept.ts';
import { asBytes, linesOfStep } from '../journal/step-lines.ts';

/**
 * Writes the journal that is kept beside the database anew, each file with the same steps, as the
 * database has them now. Nobody may have it open.
 */
export async function writeKeptAnew(connection: Connection, folder: string): Promise<void> {
  for (const number of keptFiles(folder)) {
    const path = keptPath(folder, number);
    const beginning = beginningOf(path);
    if (!beginning) {
      // It leads nowhere, and nobody can tell what is in it.
      rmSync(path);
      continue;
    }
    const draft = `${path}.new`;
    const file = openSync(draft, 'w', 0o600);
    try {
      const add = (lines: readonly string[]) => writeWhole(file, asBytes(lines));
      add([JSON.stringify(beginning)]);
      for await (const { step } of stepsOf(path)) {
        const present = first<Row & { id: string }>(
          connection,
          'SELECT * FROM journal_step WHERE id = ?',
          [step.id],
        );
        if (present) for (const lines of linesOfStep(connection, present)) add(lines);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    moveInto(draft, path);
  }
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
}
