import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, runChild } from './support/child.ts';
import { temporaryFolder } from './support/folder.ts';

const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';
const rules = join(projectFolder, '.dependency-cruiser.cjs');

interface Cruised {
  modules: { source: string; dependencies: unknown[] }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

/** What the layers' rules see in these folders of a house. */
async function cruise(house: string, folders: string[]): Promise<Cruised> {
  const base = ['--config', rules, '--output-type', 'json', '--no-progress'];
  const { out } = await runChild(cruiser, [...base, ...folders], {}, house);
  return JSON.parse(out) as Cruised;
}

/** A small house of its own, from paths and their text. */
function build(files: Record<string, string>): string {
  const house = temporaryFolder();
  for (const [path, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}

describe('the layers of the house', { timeout: 60_000 }, () => {
  it('are really read: every source with what it imports', async () => {
    const { modules } = await cruise(projectFolder, ['main', 'shared']);
    const written = globSync('{main,shared}/**/*.ts', { cwd: projectFolder });
    const seen = new Set(modules.map(({ source }) => source));
    expect(written.filter((path) => !seen.has(path.split(sep).join('/')))).toEqual([]);
    const router = modules.find(({ source }) => source === 'main/core/router.ts');
    expect(router?.dependencies.length).toBeGreaterThan(5);
  });

  it.each([
    ['main/core/a.ts', "import '../desktop/b.ts';", 'core-knows-no-shell'],
    ['main/core/a.ts', "import type { B } from '../desktop/b.ts';", 'core-knows-no-shell'],
    ['renderer/a.tsx', "import '../main/desktop/b.ts';", 'renderer-knows-only-shared'],
    ['shared/a.ts', "import '../main/desktop/b.ts';", 'shared-stands-alone'],
    [
      'preload/a.ts',
      "export * from '../main/desktop/b.ts';",
      'preload-is-the-bridge-and-nothing-else',
    ],
    ['main/core/a.ts', "await import('../../tests/b.ts');", 'no-tests-in-the-product'],
    ['main/browser/a.ts', "import { app } from 'electron';", 'electron-only-in-the-desktop-shell'],
    ['main/core/a.ts', "import './nowhere.ts';", 'nothing-unresolved'],
  ])('refuse %s with %s', async (path, text, rule) => {
    const folder = path.split('/')[0] ?? '';
    const house = build({
      [path]: text,
      'main/desktop/b.ts': 'export interface B { b: 1 }',
      'tests/b.ts': 'export {};',
      'node_modules/electron/package.json': '{"name":"electron","main":"index.js"}',
      'node_modules/electron/index.js': 'exports.app = 1;',
    });
    const { summary } = await cruise(house, [folder]);
    expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule);
  });
});

describe('the core', () => {
  const sources = globSync('main/core/**/*.ts', { cwd: projectFolder }).filter(
    (path) => !path.endsWith(join('core', 'clock.ts')),
  );
  const code = (path: string) =>
    readFileSync(join(projectFolder, path), 'utf8')
      .replaceAll(/\/\*.*?\*\//gs, '')
      .replaceAll(/(?<![:'"`\\])\/\/.*$/gm, '');

  it('asks its clock for the time, and never the machine', () => {
    expect(sources.length).toBeGreaterThan(50);
    const asking = /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bDate\(\s*\)/;
    expect(sources.filter((path) => asking.test(code(path)))).toEqual([]);
  });

  it('is handed what it must know, and never reads the environment', () => {
    expect(sources.filter((path) => /\bprocess\.(env|argv|cwd)\b/.test(code(path)))).toEqual([]);
  });

  it('would be caught at it', () => {
    expect(code('main/core/clock.ts')).toContain('Date.now');
  });
});
