import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { collectLicences } from './main/starting/licences.ts';

const licences = collectLicences(import.meta.dirname);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Everything that runs in Node, by the name of its file in dist/node. */
const nodeEntries = {
  browser: 'main/browser/browser-shell.ts',
  porchlight: 'main/command/porchlight.ts',
  desktop: 'main/desktop/main.ts',
  'core-process': 'main/desktop/core-process.ts',
  'gathering-thread': 'main/core/listening/gathering-thread.ts',
  'heavy-thread': 'main/core/heavy-work/heavy-thread.ts',
  'parser-thread': 'main/core/listening/parser-thread.ts',
  'backup-thread': 'main/core/backups/backup-thread.ts',
};
const preloadEntries = { preload: 'preload/preload.ts' };

// Only what cannot be bundled stays outside: a native binary, and what Electron itself brings.
const outside = ['better-sqlite3', 'electron', /^node:/, ...builtinModules];

const written = (entries: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(entries)
      .map(([name, path]) => [name, here(path)] as const)
      .filter(([, path]) => existsSync(path)),
  );

const forNode = (entries: Record<string, string>, outDir: string, format: 'es' | 'cjs') => ({
  consumer: 'server' as const,
  resolve: {
    noExternal: true as const,
    external: ['better-sqlite3', 'electron'],
    conditions: ['node', 'module'],
    mainFields: ['module', 'main'],
  },
  build: {
    outDir: here(outDir),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: written(entries),
      external: outside,
      platform: 'node' as const,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        chunkFileNames: 'shared-[name]-[hash].js',
      },
    },
  },
});

/** Three builds of one house: the window, what runs in Node, and the bridge between them. */
export default defineConfig({
  root: here('renderer'),
  publicDir: here('renderer/public'),
  plugins: [react(), licences.plugin],
  environments: {
    client: {
      build: {
        outDir: here('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome120',
        assetsInlineLimit: 0,
        // One sheet with the page: a screen that is fetched later never stands there undressed.
        cssCodeSplit: false,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: here('renderer/index.html') },
      },
    },
    node: forNode(nodeEntries, 'dist/node', 'es'),
    preload: forNode(preloadEntries, 'dist/preload', 'cjs'),
  },
  builder: {
    // One set of plugins for all three, so that one of them knows what each took in.
    sharedConfigBuild: true,
    async buildApp(builder) {
      const { client, node, preload } = builder.environments;
      const wanted = [
        existsSync(here('renderer/index.html')) && client,
        Object.keys(written(nodeEntries)).length > 0 && node,
        Object.keys(written(preloadEntries)).length > 0 && preload,
      ];
      // One after the other: the plugins that they share know of one build at a time, and beside
      // another the window would lose its style sheet.
      for (const environment of wanted) if (environment) await builder.build(environment);
      licences.write(here('dist/renderer/licences.json'));
    },
  },
});
