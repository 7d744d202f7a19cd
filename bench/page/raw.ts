import { scanDense, writeDense } from './dense.ts';
import { done, openRaw, within } from './raw-database.ts';
import { tableSizes } from './table-sizes.ts';
import { importUnpacked } from './unpacked.ts';

const raw = { done, importUnpacked, openRaw, scanDense, tableSizes, within, writeDense };

declare global {
  var benchRaw: typeof raw;
}
globalThis.benchRaw = raw;
