import type { Answer } from '../../main/command/answer.ts';
import { readCommandLine } from '../../main/command/arguments.ts';
import { run } from '../../main/command/run.ts';
import { temporaryFolder } from '../support/folder.ts';

export interface Ran extends Answer {
  json: Record<string, unknown>;
}

/** The command shell in this process, on a data folder of the test's own, on 2 March 2026. */
export function commandShell() {
  return commandShellIn().porchlight;
}

/** The same, with the folder of its data. */
export function commandShellIn() {
  const data = `${temporaryFolder()}/data`;
  const porchlight = async (...args: string[]): Promise<Ran> => {
    const common = [`--data=${data}`, '--clock=2026-03-02T08:00'];
    const line = readCommandLine([...args, ...common]);
    if (line === 'help') throw new Error('Help is for people');
    const answer = await run(line);
    // As a program would read it.
    return { ...answer, json: JSON.parse(JSON.stringify(answer.json)) };
  };
  return { porchlight, data };
}
