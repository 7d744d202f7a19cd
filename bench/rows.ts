import type { Row } from './row.ts';
import { bulk } from './rows/bulk.ts';
import { capture } from './rows/capture.ts';
import { engines } from './rows/engines.ts';
import { exported } from './rows/export.ts';
import { exportPage } from './rows/export-page.ts';
import { indexSize } from './rows/index-size.ts';
import { lists } from './rows/lists.ts';
import { open } from './rows/open.ts';
import { page } from './rows/page.ts';
import { popup } from './rows/popup.ts';
import { related } from './rows/related.ts';
import { restore } from './rows/restore.ts';
import { searchCold } from './rows/search-cold.ts';
import { searchHeap } from './rows/search-heap.ts';
import { searchWarm } from './rows/search-warm.ts';
import { storage } from './rows/storage.ts';

/** All rows, in the order of the table. */
export const ROWS: readonly Row[] = [
  popup,
  open,
  searchCold,
  searchWarm,
  capture,
  page,
  indexSize,
  searchHeap,
  restore,
  related,
  exported,
  exportPage,
  lists,
  bulk,
  storage,
  engines,
];
