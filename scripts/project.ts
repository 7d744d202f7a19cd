import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '..');

/** The built Chromium extension. */
export const chromiumBuild = join(root, '.output', 'chrome-mv3');

/** The built Firefox extension. */
export const firefoxBuild = join(root, '.output', 'firefox-mv3');

/** Where commands write what people and later steps read: reports, screenshots, exports. Ignored by git. */
export const artifacts = join(root, '.artifacts');

/** The profile of a browser in which Gleaner is installed and has taken in the example digests, for tests to begin with. */
export const installedProfile = join(artifacts, 'installed');

/** What `check:exports` says of each of its checks. */
export const exportsReport = join(artifacts, 'exports.json');
