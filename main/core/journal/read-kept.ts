import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Row } from '../database/connection.ts';
import { beginningOf, keptFiles, keptPath, parsed } from './kept-files.ts';
import type { JournaledTable } from './tables.ts';

/** A row as a step left it; without `after` it went. */
export interface KeptChange {
  table: JournaledTable;
  id: string;
  after?: Row;
}

/** What a change refers to, and no step of the journal has written. */
export interface KeptGiven {
  given: 'mention' | 'picture';
  row: Row;
  /** In base64. */
  bytes?: string;
}

/** A step as it was written down. */
export interface KeptStep {
  step: Row & { id: string; at: number; label: string; undoes: string | null };
  lines: (KeptChange | KeptGiven)[];
}

type Line = { step: KeptStep['step'] } | KeptChange | KeptGiven | { ends: string } | undefined;

/**
 * The whole steps of the kept journal that follow on a step of a database (`null`: on none at
 * all), in their order. Steps that the database has already may be among them.
 */
export async function* stepsAfter(
  folder: string,
  lastStep: string | null,
): AsyncGenerator<KeptStep> {
  const files = keptFiles(folder).map((number) => keptPath(folder, number));
  const from = await whereFollows(files, lastStep);
  if (!from) return;
  let isPast = from.atStart;
  for (const path of files.slice(from.index)) {
    for await (const step of stepsOf(path)) {
      if (isPast) yield step;
      isPast ||= step.step.id === lastStep;
    }
  }
}

/** The file in which what follows begins: where it is said to, or where that step stands itself. */
async function whereFollows(files: readonly string[], lastStep: string | null) {
  for (const [index, path] of files.entries()) {
    const beginning = beginningOf(path);
    if (beginning && beginning.after === lastStep) return { index, atStart: true };
    for await (const { step } of stepsOf(path)) {
      if (step.id === lastStep) return { index, atStart: false };
    }
  }
  return undefined;
}

/** The steps of one file; one whose end is missing was never acknowledged. */
export async function* stepsOf(path: string): AsyncGenerator<KeptStep> {
  const input = createReadStream(path);
  let present: KeptStep | undefined;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = parsed<Line>(text);
      if (!line) present = undefined;
      else if ('step' in line) present = { step: line.step, lines: [] };
      else if ('ends' in line) {
        if (present?.step.id === line.ends) yield present;
        present = undefined;
      } else present?.lines.push(line);
    }
  } finally {
    input.destroy();
  }
}
