import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectFolder } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';
import { lockQuickly } from '../support/lock-quickly.ts';

test('a command asks for the passphrase of a house that is locked, and does nothing without', async () => {
  const folder = temporaryFolder();
  await lockQuickly(folder, 'porch lamp');
  const people = (input: string) =>
    spawnSync(
      process.execPath,
      ['main/command/porchlight.ts', 'people', '--json', `--data=${folder}`],
      { cwd: projectFolder, input, encoding: 'utf8' },
    );
  const known = people('porch lamp\n');
  expect(known).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(known.stdout)).toMatchObject({ total: 0 });
  // Nobody to be asked: a script, a task at night.
  for (const input of ['', 'porch lamb\n']) {
    const refused = people(input);
    expect(refused).toMatchObject({ status: 1, stderr: 'That is not the passphrase.\n' });
    expect(JSON.parse(refused.stdout).error).toMatchObject({ code: 'forbidden' });
  }
});
