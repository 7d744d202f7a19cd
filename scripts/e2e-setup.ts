import { ensureBuilt } from './build.ts';

/** Playwright runs this once before the tests: what they drive is never older than the sources. */
export default function setUp(): void {
  ensureBuilt();
}
