import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * Asks for a passphrase without showing it; off a terminal, the first line of the standard input.
 * Never an argument: those can be seen by everybody on the machine.
 */
export async function askPassphrase(question = 'Passphrase'): Promise<string> {
  const silent = new Writable({ write: (_part, _encoding, done) => done() });
  const terminal = process.stdin.isTTY;
  if (terminal) process.stderr.write(`${question}: `);
  const reading = createInterface({ input: process.stdin, output: silent, terminal });
  try {
    // Where there is nobody to answer, nothing is the answer.
    const ended = once(reading, 'close').then(() => '');
    return await Promise.race([reading.question(''), ended]);
  } finally {
    reading.close();
    if (terminal) process.stderr.write('\n');
  }
}
