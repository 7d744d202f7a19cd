import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: { react: 'preact/compat', 'react-dom': 'preact/compat', 'react/jsx-runtime': 'preact/jsx-runtime' },
  },
  test: {
    include: ['{lib,components,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    testTimeout: 60_000,
  },
});
