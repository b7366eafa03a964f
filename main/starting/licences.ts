import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Licence } from '../../shared/licence.ts';

/** What no bundle shows, and is in the app all the same: it is packed as it is. */
const packedAsTheyAre = [
  'better-sqlite3',
  'electron',
  '@fontsource-variable/fraunces',
  '@fontsource-variable/inter',
];

/**
 * Notes which packages a build takes in, and writes their licences beside the window's files:
 * `licences.json`, ordered by name.
 */
export function collectLicences(projectFolder: string) {
  const modules = join(projectFolder, 'node_modules');
  const found = new Set(packedAsTheyAre.map((name) => join(modules, name)));
  return {
    plugin: {
      name: 'licences',
      generateBundle() {
        for (const id of this.getModuleIds()) {
          const folder = packageFolder(id);
          if (folder) found.add(folder);
        }
      },
    } satisfies Plugin,
    write(path: string): void {
      const licences = [...found].map(licenceIn).filter((one) => one !== undefined);
      licences.sort((one, other) => one.name.localeCompare(other.name, 'en'));
      writeFileSync(path, JSON.stringify(distinct(licences)));
    },
  };
}

/** The innermost package that a module belongs to; undefined for what is ours. */
function packageFolder(module: string): string | undefined {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1];
}

/** What a package says of itself. One without a name is only a folder of another. */
function licenceIn(folder: string): Licence | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const told = JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<string, string>>;
  if (!told.name || !told.version) return undefined;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return {
    name: told.name,
    version: told.version,
    licence: told.license ?? '',
    text: file ? readFileSync(join(folder, file), 'utf8').trim() : '',
  };
}

function distinct(licences: readonly Licence[]): Licence[] {
  const seen = new Set<string>();
  return licences.filter(({ name, version }) => {
    const key = `${name} ${version}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
