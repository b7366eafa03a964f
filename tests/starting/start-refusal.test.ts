import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPlainHost } from '../../main/browser/host.ts';
import { openHouse } from '../../main/starting/open-house.ts';
import { projectFolder } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';
import { smallDisk } from '../support/small-disk.ts';

const open = (data: string) =>
  openHouse(
    { data, sample: false, routes: [], help: false },
    { kind: 'command', gathersByItself: false, hostIn: createPlainHost },
  );

test('a folder on a full disk is refused in a sentence, and opens when there is room', async ({
  skip,
}) => {
  const disk = smallDisk(2000);
  if (!disk) return skip('This machine does not let us mount a small disk');
  onTestFinished(() => disk.end());
  const ballast = join(disk.folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(2000 * 1024 - 8192));
  const data = join(disk.folder, 'data');
  await expect(open(data)).rejects.toThrow(/There is no room left on the disk .*start again/);
  writeFileSync(ballast, '');
  await (await open(data)).close();
});

test('a folder that may not be written is refused in a sentence', async ({ skip }) => {
  const disk = smallDisk(2000);
  if (!disk) return skip('This machine does not let us mount a small disk');
  onTestFinished(() => disk.end());
  const data = join(disk.folder, 'data');
  await (await open(data)).close();
  disk.mount('ro');
  await expect(open(data)).rejects.toThrow('may not write to its folder');
  disk.mount('rw');
  await (await open(data)).close();
});

test('a folder of somebody else is refused in a sentence', ({ skip }) => {
  if (process.getuid?.() !== 0) return skip('Only root can be somebody else');
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  const run = spawnSync(
    process.execPath,
    [join(projectFolder, 'main/command/porchlight.ts'), 'people', `--data=${data}`],
    { uid: 65_534, gid: 65_534, encoding: 'utf8' },
  );
  if (run.stderr.includes('Cannot find')) return skip('Nobody else may read the program here');
  expect(run.stderr).toBe(
    `Porchlight may not write to its folder (${data}). Allow it that and start again; nothing is lost.\n`,
  );
  expect(run.status).toBe(1);
});

test('a file in the folder’s place is told', async () => {
  const file = join(temporaryFolder(), 'data');
  writeFileSync(file, 'no folder');
  await expect(open(join(file, 'inside'))).rejects.toThrow('cannot be reached');
});
