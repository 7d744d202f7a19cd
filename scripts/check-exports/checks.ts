import type { Check } from './check.ts';
import { BIB_CHECKS } from './checks-bib.ts';
import { CITATION_CHECKS } from './checks-citations.ts';
import { DATA_CHECKS } from './checks-data.ts';
import { NOTE_CHECKS } from './checks-notes.ts';
import { PAGE_CHECKS } from './checks-pages.ts';
import { TEX_CHECKS } from './checks-tex.ts';

/** Every program with every format that it reads, in the order of the table. */
export const CHECKS: readonly Check[] = [
  ...TEX_CHECKS,
  ...BIB_CHECKS,
  ...CITATION_CHECKS,
  ...NOTE_CHECKS,
  ...DATA_CHECKS,
  ...PAGE_CHECKS,
];
