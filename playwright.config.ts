import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './tests/support/find-chromium.ts';

// The programs that the stories start need not compile the same sources again each time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

/** The stories, told through the real browser shell in a real Chromium. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/support/prepare.ts',
  outputDir: 'test-results',
  // Each story has a program, a folder and a port of its own.
  fullyParallel: true,
  workers: 2,
  // A machine that is busy with others may take its time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A story that only holds at its second try is counted, and said aloud (tests/all.ts).
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PORCHLIGHT_REPORT
    ? [['list'], ['json', { outputFile: process.env.PORCHLIGHT_REPORT }]]
    : [['list']],
  use: {
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      chromiumSandbox: process.getuid?.() !== 0,
      args: chromiumArguments,
    },
  },
});
