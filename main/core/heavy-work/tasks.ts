import type { House } from '../core.ts';
import { type Connection, first } from '../database/connection.ts';
import { type BroughtIn, importPeople, type PeopleImport } from '../exchange/bring-in.ts';
import { exportPeople, type PeopleExport } from '../exchange/export.ts';
import { type Preview, previewPeople } from '../exchange/preview.ts';
import type { PeopleFile } from '../exchange/read-file.ts';
import { changesOf, stepToUndo } from '../journal/undo.ts';

/** What can take so long that nobody is to wait for it. */
export interface Tasks {
  preview: { input: PeopleFile; result: Preview };
  import: { input: PeopleImport; result: BroughtIn };
  export: { input: PeopleExport; result: { fileName: string; content: string } };
  undo: { input: { step: string | undefined }; result: { step: string; label: string } };
}

export type TaskName = keyof Tasks;

/** What a task needs of the house; a thread has these of its own. */
export type Tools = Pick<House, 'connection' | 'clock' | 'journal'>;

/** How far a task has come. */
export interface Progress {
  stage: 'reading' | 'writing' | 'finding-places';
  done: number;
  of: number;
}

/** Tells how far it is; throws when the task is to stop, so that nothing of it is kept. */
export type Tell = (stage: Progress['stage'], done: number, of: number) => void;

/** Bytes of base64 from which on a file takes its time: some thousand people. */
const largeFile = 400_000;
/** People from which on writing them out takes its time. */
const manyPeople = 1000;
/** Rows of a step from which on taking it back takes its time. */
const manyChanges = 2000;

/** Whether a task is done in a thread of its own. Refuses what cannot be undone at all. */
export function isHeavy(
  { connection }: Pick<House, 'connection'>,
  input: Tasks[TaskName]['input'],
): boolean {
  if ('content' in input) return input.content.length > largeFile;
  if ('format' in input) return (input.ids?.length ?? countPeople(connection)) > manyPeople;
  return changesOf(connection, stepToUndo(connection, input.step).id) > manyChanges;
}

function countPeople(connection: Connection): number {
  return Number(
    first<{ people: number }>(
      connection,
      'SELECT count(*) AS people FROM customer WHERE binned_at IS NULL',
    )?.people,
  );
}

/** Does a task here and now. */
export function doTask<Name extends TaskName>(
  tools: Tools,
  name: Name,
  input: Tasks[Name]['input'],
  tell: Tell,
): Tasks[Name]['result'] {
  const tasks: { [One in TaskName]: (given: Tasks[One]['input']) => Tasks[One]['result'] } = {
    preview: (file) => previewPeople(tools, file, tell),
    import: (file) => importPeople(tools, file, tell),
    export: (wanted) => exportPeople(tools, wanted),
    undo: ({ step }) => tools.journal.undo(step),
  };
  return tasks[name](input);
}
