import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: { react: 'preact/compat', 'react-dom': 'preact/compat', 'react/jsx-runtime': 'preact/jsx-runtime' },
  },
  test: {
    include: ['{lib,components,scripts,bench}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    // A law takes ten seconds here; a busy machine may need many times that, and a test that hangs is still found.
    testTimeout: 240_000,
    // Left to itself it leaves one of two cores idle, which doubles the time on a small machine.
    maxWorkers: 2,
    // Two processes for all files: one for each file, with the modules and jsdom loaded again, costs more than most of
    // them. What a test changes of its process (timers, globals, the time zone) it puts back.
    isolate: false,
    // Dexie looks for a database when it is first loaded, whichever file comes first.
    setupFiles: ['fake-indexeddb/auto'],
  },
});
