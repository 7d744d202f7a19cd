import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.artifacts/e2e',
  globalSetup: './scripts/e2e-setup.ts',
  // Each test drives a browser of its own, and two at once on two cores make each other late.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  use: { actionTimeout: 10_000 },
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.artifacts/e2e.json' }]],
});
