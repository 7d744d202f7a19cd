import type { SiteAdapter } from '../adapters/adapter.ts';
import { readPage, type Seen } from '../adapters/read-page.ts';
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

/** Told of what was found, so that it can be shown in the page. */
export interface Audience {
  /** The page was looked at: a digest and its papers, or nothing that is one. */
  looked(seen: Seen | undefined): void;
  /** The library holds everything of a digest that has been handed over so far. */
  stored(digestKey: string): void;
}

/**
 * A reader that calls `gone` once when the extension that it belongs to is no longer there.
 * @param adapterFor the adapter that reads pages of a host
 */
export function newReader(
  world: World,
  adapterFor: (host: string) => SiteAdapter | undefined,
  audience: Audience,
  gone: () => void,
): Reader {
  const ledger = newLedger();
  const outbox = newOutbox(world, { gone, stored: audience.stored });
  let address = '';

  function find(url: URL, still: boolean): Finding | undefined {
    const adapter = adapterFor(url.hostname);
    const seen = adapter && readPage(adapter, { url, document: world.document });
    const finding = seen && enter(ledger, seen.digest, seen.reading, { at: world.now(), still });
    if (finding?.kind !== 'old-list') audience.looked(seen);
    return finding;
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
