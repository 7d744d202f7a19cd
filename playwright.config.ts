import { defineConfig } from '@playwright/test';

/** What measures time needs the machine for itself. */
const MEASURING = ['**/page-unharmed.spec.ts', '**/every-site-quick.spec.ts'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.artifacts/e2e',
  globalSetup: './scripts/e2e-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  use: { actionTimeout: 10_000 },
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.artifacts/e2e.json' }]],
  projects: [
    { name: 'behaviour', testIgnore: MEASURING },
    { name: 'measured', testMatch: MEASURING, dependencies: ['behaviour'], workers: 1 },
  ],
});
