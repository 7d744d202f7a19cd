import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: { react: 'preact/compat', 'react-dom': 'preact/compat', 'react/jsx-runtime': 'preact/jsx-runtime' },
  },
  test: {
    // A law takes ten seconds here; a busy machine may need many times that, and a test that hangs is still found.
    testTimeout: 240_000,
    // Left to itself it leaves one of two cores idle, which doubles the time on a small machine.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // No module of lib keeps anything that changes, so its tests share a process: one for each file costs more than
        // most of them. What a test here changes of the process (timers, globals, the time zone) it puts back.
        test: { name: 'lib', include: ['lib/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        extends: true,
        test: { name: 'whole', include: ['{components,scripts,bench}/**/*.test.{ts,tsx}', 'tests/*.test.ts'] },
      },
    ],
  },
});
