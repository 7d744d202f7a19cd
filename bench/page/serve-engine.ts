import type { Doc, Engine, OpenEngine } from './engine.ts';
import { grownDocs } from './grown-file.ts';

declare global {
  /** The engine of the page that was opened. */
  var benchEngine: Pick<Engine, 'open'> & {
    /** Builds the index of the grown library of this size. @returns how long building and saving took, in ms */
    buildFrom(papers: number): Promise<number>;
  };
  /** The engine's index, once a row has opened it for several steps. */
  var benchOpened: OpenEngine | undefined;
}

/** Offers an engine to whoever drives its page. */
export function serveEngine({ build, open }: Engine): void {
  globalThis.benchEngine = {
    open,
    async buildFrom(papers) {
      // Reading the file is not the engine's work, so all of it is read before the clock starts.
      const docs = await Array.fromAsync(grownDocs(papers));
      const begun = performance.now();
      await build(inTurn(docs));
      return performance.now() - begun;
    },
  };
}

async function* inTurn(all: readonly Doc[][]): AsyncGenerator<Doc[]> {
  yield* all;
}
