import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBuilt } from '../../main/starting/build.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Writes a file that was changed so many seconds ago. */
function write(folder: string, path: string, secondsAgo: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), '');
  // Its folders change with it, up to the top.
  for (let at = path; at !== '.'; at = dirname(at)) changed(join(folder, at), secondsAgo);
}

function changed(path: string, secondsAgo: number): void {
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(path, then, then);
}

function builtHouse(): string {
  const folder = temporaryFolder();
  write(folder, 'main/core/core.ts', 100);
  write(folder, 'renderer/app/start.tsx', 100);
  write(folder, 'package-lock.json', 100);
  write(folder, 'dist/renderer/index.html', 50);
  write(folder, 'dist/node/browser.js', 50);
  write(folder, 'dist/preload/preload.cjs', 50);
  return folder;
}

describe('a build', () => {
  it('is kept while nothing was changed since', () => {
    expect(isBuilt(builtHouse())).toBe(true);
  });

  it.each(['main/core/core.ts', 'renderer/app/new.css', 'package-lock.json', 'vite.config.ts'])(
    'is made anew when %s is newer',
    (path) => {
      const folder = builtHouse();
      write(folder, path, 10);
      expect(isBuilt(folder)).toBe(false);
    },
  );

  it('is made anew when a source was taken away', () => {
    const folder = builtHouse();
    rmSync(join(folder, 'renderer/app/start.tsx'));
    expect(isBuilt(folder)).toBe(false);
  });

  it('is made anew when a part of it is missing', () => {
    const folder = builtHouse();
    rmSync(join(folder, 'dist/preload'), { recursive: true });
    expect(isBuilt(folder)).toBe(false);
  });
});
