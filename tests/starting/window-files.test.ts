import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy, listWindowFiles } from '../../main/starting/window-files.ts';
import { projectFolder } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';

function windowFiles() {
  const folder = join(temporaryFolder(), 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/start-x1.js'), '');
  writeFileSync(join(folder, 'assets/start-x1.js.secret'), '');
  writeFileSync(join(folder, '../outside.html'), '');
  return listWindowFiles(folder);
}

describe("the window's files", () => {
  it('gives the page for every screen that the window knows', () => {
    const files = windowFiles();
    const screens = readFileSync(join(projectFolder, 'renderer/app/screens.ts'), 'utf8');
    const paths = [...screens.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(8);
    for (const path of ['/', ...paths]) {
      const address = path.replace(/:\w+/, '0195a1de-7c1e-7b6f-8a39-3b6f2f0c1d2e');
      expect(files(address)?.path, address).toMatch(/index\.html$/);
    }
  });

  it('gives built files with their type', () => {
    expect(windowFiles()('/assets/start-x1.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      lasting: true,
    });
  });

  it.each([
    '/nothing',
    '/people/../../etc/passwd',
    '/../outside.html',
    '/..%2foutside.html',
    '/assets/../../outside.html',
    '/assets',
    '/assets/start-x1.js.secret',
    '//etc/passwd',
    '/constructor',
    '/nothing/people',
    '/people/one/two',
    '/listening/one/talks',
    '/people/one.html',
  ])('gives nothing for %s', (path) => {
    expect(windowFiles()(path)).toBeUndefined();
  });

  it('allows no script but its own, no frame, nothing remote', () => {
    const policy = contentPolicy("'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });
});
