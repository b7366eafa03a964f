import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FolderInUse, lockFolder } from '../../main/starting/folder-lock.ts';
import { startChild } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';

async function heldByAnother(folder: string) {
  const child = startChild('tests/starting/support/hold-folder.ts', [folder]);
  onTestFinished(() => void child.process.kill('SIGKILL'));
  await child.saying(/held/);
  return child;
}

function refusalOf(folder: string): FolderInUse {
  try {
    lockFolder(folder).release();
  } catch (problem) {
    if (problem instanceof FolderInUse) return problem;
    throw problem;
  }
  throw new Error('The folder was free');
}

describe('a data folder', () => {
  it('is open in one process at a time, and the second is told where', async () => {
    const folder = temporaryFolder();
    const child = await heldByAnother(folder);
    const refusal = refusalOf(folder);
    expect(refusal.code).toBe('in-use');
    expect(refusal.message).toContain('http://127.0.0.1:5267');
    expect(refusal.openAt).toMatchObject({ process: child.process.pid, secret: 'quiet' });
  });

  it('is free again when its process was killed', async () => {
    const folder = temporaryFolder();
    const child = await heldByAnother(folder);
    child.process.kill('SIGKILL');
    await child.finished;
    const lock = lockFolder(folder);
    expect(refusalOf(folder)).toBeInstanceOf(FolderInUse);
    lock.release();
    lockFolder(folder).release();
  });

  it('is refused twice in the same process as well', () => {
    const folder = temporaryFolder();
    const lock = lockFolder(folder);
    lock.say({ shell: 'desktop', process: 7 });
    expect(refusalOf(folder).message).toContain('in its own window (process 7)');
    lock.release();
  });

  it('is taken again when it was deleted and made anew, unless another was faster', async () => {
    const folder = temporaryFolder();
    const lock = lockFolder(folder);
    lock.say({ shell: 'browser', process: 7, address: 'http://127.0.0.1:1' });
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    lock.retake();
    expect(refusalOf(folder).message).toContain('http://127.0.0.1:1');
    lock.retake();
    lock.release();

    const other = lockFolder(folder);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const child = await heldByAnother(folder);
    expect(() => other.retake()).toThrow(FolderInUse);
    child.process.kill('SIGKILL');
    await child.finished;
    other.retake();
    expect(refusalOf(folder)).toBeInstanceOf(FolderInUse);
    other.release();
  });

  it('names no place when what the first said cannot be read', () => {
    const folder = temporaryFolder();
    const lock = lockFolder(folder);
    writeFileSync(join(folder, 'open-at.json'), '{"shell":');
    expect(refusalOf(folder).openAt).toBeUndefined();
    lock.release();
  });

  it.skipIf(process.platform === 'win32')('tells where it is to its owner alone', () => {
    const folder = temporaryFolder();
    const lock = lockFolder(folder);
    lock.say({ shell: 'browser', process: 7, secret: 'quiet' });
    expect(statSync(join(folder, 'open-at.json')).mode & 0o777).toBe(0o600);
    lock.release();
  });
});
