import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the program itself lies: the same two steps up from a source and from dist/node. */
export const programFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The window's files, as they were built. */
export const windowFolder = join(programFolder, 'dist', 'renderer');

/** The recorded files of the sample town. */
export const sampleFolder = join(programFolder, 'assets', 'sample-town');

/** The program's version, from its package.json. */
export function programVersion(): string {
  const text = readFileSync(join(programFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
