import type { ZoteroFailure } from '../lib/domain/zotero.ts';
import type { TextKey } from '../lib/platform/text.ts';

/** What is said when Zotero did not do what was asked, in one or two sentences. */
export const ZOTERO_FAILURE_TEXTS: Readonly<Record<ZoteroFailure, TextKey>> = {
  'not-running': 'zoteroNotRunning',
  refused: 'zoteroSaidNo',
  outdated: 'zoteroOutdated',
  'read-only': 'zoteroReadOnly',
  'session-exists': 'zoteroSessionExists',
  'session-gone': 'zoteroNotMoved',
  'collection-gone': 'zoteroNotMoved',
  timeout: 'zoteroTimeout',
};
