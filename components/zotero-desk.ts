import { ZOTERO_PATTERN } from '../lib/domain/zotero.ts';
import { askForAccess, hasAccess } from '../lib/platform/site-access.ts';
import { askWorker } from '../lib/platform/zotero-line.ts';
import type { ZoteroDesk } from '../lib/state/zotero.ts';

/** What sending to Zotero needs of the browser, as this browser has it. */
export const zoteroDesk: ZoteroDesk = {
  hasAccess: () => hasAccess([ZOTERO_PATTERN]),
  askForAccess: () => askForAccess([ZOTERO_PATTERN]),
  look: () => askWorker('look'),
  go: () => askWorker('go'),
};
