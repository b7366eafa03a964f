import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The threads that gathering starts need not compile the same sources again in each test.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

/** Two kinds of test: what runs in Node against real files, and the window in happy-dom. */
export default defineConfig({
  test: {
    // The default leaves a core idle, and half the tests wait for servers and disks anyway.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Real files, servers and threads: a machine that is busy with others may take its time.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/renderer/**', 'tests/e2e/**'],
          // Inlined, so that it meets the fake Electron of the desktop shell's tests.
          server: { deps: { inline: ['electron-store'] } },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          testTimeout: 30_000,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/renderer/setup.ts'],
        },
      },
    ],
  },
});
