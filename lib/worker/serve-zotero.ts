import type { GleanerDatabase } from '../library/database.ts';
import { isZoteroJobDue } from '../library/zotero-job.ts';
import { type Sender, whileAwake, zoteroRequestIn } from '../platform/zotero-line.ts';
import type { Connector } from '../zotero/connector.ts';
import { sendToZotero } from '../zotero/send.ts';

export interface ZoteroService {
  /** Answers a message of one of the extension's own pages; undefined for any other, which is not for Zotero. */
  answer(message: unknown, sender: Sender): Promise<unknown> | undefined;
  /** Goes on with what a stopped worker left undone. */
  goOn(): Promise<void>;
}

interface Parts {
  zotero: Connector;
  library(): Promise<GleanerDatabase>;
  /** Told of work that nobody waits for. */
  report(work: Promise<void>): void;
}

/**
 * Speaks to Zotero for the pages. A popup closes when the browser asks a question or the user clicks beside it, so papers
 * are handed over here; what is to be done and how far it is stands in the library, where every page can follow it.
 */
export function serveZotero({ zotero, library, report }: Parts): ZoteroService {
  let last: Promise<void> = Promise.resolve();
  const goOn = async () => {
    const db = await library();
    if (await isZoteroJobDue(db, Date.now())) await whileAwake(() => sendToZotero(db, zotero, Date.now));
  };
  /** One after the other: two at once would hand over the same papers. */
  const go = () => {
    last = last.then(goOn, goOn);
    return last;
  };
  return {
    answer: (message, sender) => {
      const request = zoteroRequestIn(message, sender);
      if (request === 'look') return zotero.look();
      if (request !== 'go') return undefined;
      const work = go();
      report(work);
      return work.then(
        () => true,
        () => false,
      );
    },
    goOn: go,
  };
}
