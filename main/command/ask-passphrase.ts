import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * Asks for a passphrase without showing it; off a terminal, the first line of the standard input.
 * Never an argument: those can be seen by everybody on the machine.
 */
export async function askPassphrase(): Promise<string> {
  const silent = new Writable({ write: (_part, _encoding, done) => done() });
  const terminal = process.stdin.isTTY;
  if (terminal) process.stderr.write('Passphrase: ');
  const reading = createInterface({ input: process.stdin, output: silent, terminal });
  try {
    return await reading.question('');
  } finally {
    reading.close();
    if (terminal) process.stderr.write('\n');
  }
}
