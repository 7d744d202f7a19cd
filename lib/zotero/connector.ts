import type { ZoteroFailure, ZoteroLook } from '../domain/zotero.ts';
import type { ZoteroItem } from './items.ts';
import { placeIn } from './place.ts';

/** Zotero's own connector speaks here, on this computer and nowhere else. */
export const ZOTERO_ADDRESS = 'http://127.0.0.1:23119/connector/';

/** How long each answer is waited for. Saving takes Zotero a few milliseconds an item, more on a busy disk. */
const PATIENCE_MS = { ping: 3_000, getSelectedCollection: 5_000, saveItems: 60_000, updateSession: 20_000 } as const;
type Method = keyof typeof PATIENCE_MS;

export type ZoteroDone = { ok: true } | { ok: false; code: ZoteroFailure };
type Answered = { ok: true; body: string } | { ok: false; code: ZoteroFailure };

/** Zotero, as far as papers are handed to it. Every outcome is a value; nothing is thrown. */
export interface Connector {
  /** Whether Zotero is there and would listen. */
  ping(): Promise<ZoteroDone>;
  /** What Zotero has open, and where it can put papers. */
  look(): Promise<ZoteroLook>;
  /** Saves items to what Zotero has open. `session-exists`: they were handed over before, under the same name. */
  save(session: string, items: readonly ZoteroItem[]): Promise<ZoteroDone>;
  /** Moves what was saved in a session to a library or collection. */
  move(session: string, target: string): Promise<ZoteroDone>;
}

export interface ConnectorOptions {
  address?: string;
  patienceMs?: Partial<Record<Method, number>>;
}

/**
 * The one place that speaks to Zotero's local connector (zotero/zotero `server_connector.js`). That interface is not
 * documented, so whatever it answers that is not expected counts as `refused`.
 */
export function connectTo({ address = ZOTERO_ADDRESS, patienceMs = {} }: ConnectorOptions = {}): Connector {
  const call = (method: Method, body: object) => ask(address + method, body, patienceMs[method] ?? PATIENCE_MS[method]);
  const done = async (method: Method, body: object): Promise<ZoteroDone> => {
    const answered = await call(method, body);
    return answered.ok ? { ok: true } : answered;
  };
  return {
    ping: () => done('ping', {}),
    look: async () => {
      const answered = await call('getSelectedCollection', {});
      if (!answered.ok) return answered;
      const value = placeIn(answered.body);
      return value ? { ok: true, value } : { ok: false, code: 'refused' };
    },
    save: (session, items) => done('saveItems', { sessionID: session, uri: items[0]?.url ?? '', items }),
    move: (session, target) => done('updateSession', { sessionID: session, target, tags: [], note: '' }),
  };
}

async function ask(address: string, body: object, patienceMs: number): Promise<Answered> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      // Without the second header Zotero drops whatever comes from a browser, and does not answer.
      headers: { 'Content-Type': 'application/json', 'X-Zotero-Connector-API-Version': '3' },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    if (!response.headers.has('X-Zotero-Version')) return { ok: false, code: 'not-running' };
    return response.ok ? { ok: true, body: text } : { ok: false, code: failureIn(response.status, text) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { ok: false, code: 'timeout' };
    if (error instanceof TypeError) return { ok: false, code: 'not-running' };
    throw error;
  }
}

/** What Zotero means by a status and a text, once it is known to be Zotero. */
function failureIn(status: number, text: string): ZoteroFailure {
  if (status === 409) return 'session-exists';
  if (status === 500 && /"libraryEditable"\s*:\s*false/.test(text)) return 'read-only';
  if (text.includes('CONNECTOR_VERSION_OUTDATED')) return 'outdated';
  if (text.includes('COLLECTION_NOT_FOUND')) return 'collection-gone';
  if (text.includes('SESSION_NOT_FOUND')) return 'session-gone';
  return 'refused';
}
