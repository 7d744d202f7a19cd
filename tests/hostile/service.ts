import type { Capture, Receipt } from '../../lib/domain/capture.ts';
import type { Service } from '../../lib/messages/serve.ts';

/** A service of the message routes that only notes what it was given to take in, or fails as told. */
export function noted(fails?: Error): { service: Service; taken: Capture[] } {
  const taken: Capture[] = [];
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
    failed: () => undefined,
  };
  return { service, taken };
}
