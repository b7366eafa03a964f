import { UsageProblem } from '../starting/options.ts';
import { commandUsage, readCommandLine } from './arguments.ts';

/** The command shell: one command, its answer on the standard streams, its exit code. */
export async function porchlight(args: readonly string[]): Promise<number> {
  try {
    const line = readCommandLine(args);
    if (line === 'help') {
      process.stdout.write(`${commandUsage}\n`);
      return 0;
    }
    // Only now, so that a wrong word is answered at once.
    const { run } = await import('./run.ts');
    const { json, text, code, refused } = await run(line);
    if (line.json) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
    else if (!refused) process.stdout.write(`${text}\n`);
    if (refused) process.stderr.write(`${text}\n`);
    return code;
  } catch (problem) {
    if (!(problem instanceof UsageProblem)) throw problem;
    process.stderr.write(`${problem.message}\n\n${commandUsage}\n`);
    return 2;
  }
}
