import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../support/child.ts';

/**
 * The house that will be killed, as one program with its threads: it starts in a third of the time
 * that its sources take. Gives its path.
 */
export async function buildHouse(): Promise<string> {
  const outDir = join(projectFolder, 'dist/faults');
  const sources = [
    'tests/faults/faulty-house.ts',
    ...globSync('main/core/*/*-thread.ts', { cwd: projectFolder }),
  ];
  const input = Object.fromEntries(
    sources.map((source) => [basename(source, '.ts'), join(projectFolder, source)]),
  );
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ...{ ssr: true, outDir, emptyOutDir: true, target: 'node24', minify: false },
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  });
  return join(outDir, 'faulty-house.js');
}
