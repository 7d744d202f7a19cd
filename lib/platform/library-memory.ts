import { readMirror, writeMirror } from './mirror.ts';
import { clearTrouble, raiseTrouble, readTroubles } from './troubles.ts';

const LOST = 'library-lost';

/** What is remembered of the library outside its database, in the extension's own storage. */
export const libraryMemory = {
  readMirror,
  writeMirror,
  isLossKnown: async (): Promise<boolean> => (await readTroubles()).has(LOST),
  noteLoss: (papers: number): Promise<void> => raiseTrouble(LOST, { at: new Date().toISOString(), count: papers }),
  forgetLoss: (): Promise<void> => clearTrouble(LOST),
};
