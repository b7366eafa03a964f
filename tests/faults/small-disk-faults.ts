import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/child.ts';
import { smallDisk } from '../support/small-disk.ts';

/** A command of the real program on a data folder: its exit code and what it said of a refusal. */
function porchlight(data: string, ...args: string[]) {
  const program = join(projectFolder, 'main/command/porchlight.ts');
  const run = spawnSync(process.execPath, [program, ...args, `--data=${data}`], {
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/**
 * A small file system that really fills, and one that may not be written: the program refuses in a
 * sentence, keeps what it had, and goes on when the cause is gone. Gives how many of that failed;
 * says what this machine does not allow.
 */
export async function smallDiskFaults(tell: (line: string) => void): Promise<number> {
  const disk = smallDisk(8000);
  if (!disk) {
    tell('not tried: a full and a read-only disk (this machine lets us mount none)');
    return 0;
  }
  let failed = 0;
  const expect = (name: string, so: boolean) => {
    tell(`${so ? 'well' : 'NOT WELL'}: ${name}`);
    if (!so) failed += 1;
  };
  try {
    const data = join(disk.folder, 'data');
    const people = join(disk.folder, 'people.csv');
    writeFileSync(people, 'First name\nRosa\nNoor');
    expect('a house on a small disk', porchlight(data, 'import', people).code === 0);

    const ballast = join(disk.folder, 'ballast');
    const { bavail, bsize } = statfsSync(disk.folder);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    const many = Array.from({ length: 2 }, (_, row) => `Ada ${row}`);
    writeFileSync('/dev/shm/porchlight-people.csv', ['First name', ...many].join('\n'));
    const full = porchlight(data, 'import', '/dev/shm/porchlight-people.csv');
    expect('a full disk is refused in a sentence', full.code === 1 && /room|full/.test(full.err));
    rmSync(ballast);
    const after = porchlight(data, 'people', '--json');
    expect('nothing is lost by it, and it goes on', JSON.parse(after.out).total === 2);

    disk.mount('ro');
    const forbidden = porchlight(data, 'people');
    expect('a read-only disk is refused in a sentence', /may not write/.test(forbidden.err));
    disk.mount('rw');
    expect('and opens when it may be written', porchlight(data, 'people').code === 0);
  } finally {
    rmSync('/dev/shm/porchlight-people.csv', { force: true });
    disk.end();
  }
  tell(
    'see also tests/core/rescue and tests/starting: folder deleted, moved or forbidden, clock set back',
  );
  return failed;
}
