import { adapterFor } from '../adapters/registry.ts';
import { enter, type Finding, newLedger } from './ledger.ts';
import { newOutbox } from './outbox.ts';
import type { World } from './world.ts';

/** Reads the page of a tab and hands over what is new on it. */
export interface Reader {
  /** @param still whether the page has been still for a while, so that its emptiness can be believed */
  read(still: boolean): Finding['kind'] | 'no-digest';
  /** The address that was last read. */
  address(): string;
}

/** A reader that calls `gone` once when the extension that it belongs to is no longer there. */
export function newReader(world: World, gone: () => void): Reader {
  const ledger = newLedger();
  const outbox = newOutbox(world, gone);
  let address = '';

  function find(url: URL, still: boolean): Finding | undefined {
    const page = { url, document: world.document };
    const adapter = adapterFor(url.hostname);
    const digest = adapter?.recognise(page);
    return adapter && digest && enter(ledger, digest, adapter.read(page, digest), { at: world.now(), still });
  }

  return {
    address: () => address,
    read(still) {
      const url = world.address();
      address = url.href;
      const finding = find(url, still);
      if (finding?.kind === 'new') outbox.put(finding.capture);
      void outbox.send();
      return finding?.kind ?? 'no-digest';
    },
  };
}
