import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildIfNeeded } from '../../main/starting/build.ts';
import type { Licence } from '../../shared/licence.ts';
import { projectFolder } from '../support/child.ts';

beforeAll(() => buildIfNeeded(), 120_000);

/** The licences under which others' work may be handed on within an app like this one. */
const permissive =
  /^(MIT|MIT-0|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|Unlicense|CC0-1\.0|\(MIT OR [\w.-]+\))$/;

test('a build lists the work of others in it, each under a licence that permits it', () => {
  const path = join(projectFolder, 'dist/renderer/licences.json');
  const licences = JSON.parse(readFileSync(path, 'utf8')) as Licence[];
  const names = licences.map(({ name }) => name);
  // From the window, the core, what is packed beside them, and the letters.
  for (const name of ['react', 'zod', 'better-sqlite3', 'electron', '@fontsource-variable/inter']) {
    expect(names).toContain(name);
  }
  // What is needed only to build and test is not handed on.
  for (const name of ['vite', 'vitest', 'typescript', 'fast-check']) {
    expect(names).not.toContain(name);
  }
  expect(licences.filter(({ licence }) => !permissive.test(licence))).toEqual([]);
  const bare = licences.filter(({ text }) => text === '').map(({ name }) => name);
  expect(bare.length).toBeLessThan(licences.length / 10);
});

test('nothing of others runs when it is installed, and nothing of ours relies on it', () => {
  const settings = readFileSync(join(projectFolder, '.npmrc'), 'utf8');
  expect(settings).toMatch(/^ignore-scripts=true$/m);
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  // With that setting npm passes over what goes before and after a script of its own, too.
  expect(Object.keys(scripts).filter((name) => /^(pre|post|install)/.test(name))).toEqual([]);
});
