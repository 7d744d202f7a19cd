import { readMirror, writeMirror } from './mirror.ts';
import { clearTrouble, hasTrouble, raiseTrouble } from './troubles.ts';

const LOST = 'library-lost';

/** What is remembered of the library outside its database, in the extension's own storage. */
export const libraryMemory = {
  readMirror,
  writeMirror,
  isLossKnown: (): Promise<boolean> => hasTrouble(LOST),
  noteLoss: (papers: number): Promise<void> => raiseTrouble(LOST, { at: new Date().toISOString(), count: papers }),
  forgetLoss: (): Promise<void> => clearTrouble(LOST),
};
