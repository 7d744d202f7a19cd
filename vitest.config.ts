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
  },
});
