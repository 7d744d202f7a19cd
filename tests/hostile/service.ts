import type { Capture, Receipt } from '../../lib/domain/capture.ts';
import type { Saying } from '../../lib/domain/recalled.ts';
import type { Service } from '../../lib/messages/serve.ts';

interface Noted {
  service: Service;
  taken: Capture[];
  asked: string[];
  said: Saying[];
  acknowledged: string[];
}

/** A service of the message routes that only notes what it was given to take in, or asked or told, or fails as told. */
export function noted(fails?: Error): Noted {
  const taken: Capture[] = [];
  const asked: string[] = [];
  const said: Saying[] = [];
  const acknowledged: string[] = [];
  const service: Service = {
    extensionId: 'gleaner',
    siteOf: (host) => (host === 'huggingface.co' ? 'huggingface' : undefined),
    ingest: async (capture): Promise<Receipt> => {
      if (fails) throw fails;
      taken.push(capture);
      const { digest, seenAt, papers } = capture;
      const fresh = papers.length;
      return {
        digestKey: digest.key,
        site: digest.site,
        seenAt,
        papers: fresh,
        new: fresh,
        known: 0,
        merged: 0,
        problems: [],
      };
    },
    recall: async (digestKey) => {
      if (fails) throw fails;
      asked.push(digestKey);
      return { papers: [] };
    },
    say: async (saying) => {
      if (fails) throw fails;
      said.push(saying);
    },
    acknowledge: async (digestKey) => {
      if (fails) throw fails;
      acknowledged.push(digestKey);
    },
    failed: () => undefined,
  };
  return { service, taken, asked, said, acknowledged };
}
