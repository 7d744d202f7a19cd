import type { Capture, Receipt } from '../domain/capture.ts';
import { parseCapture } from './parse.ts';
import type { RefusalCode, Reply } from './protocol.ts';
import { pageHostOf, type Sender } from './sender.ts';

/** The outside world of the message routes. */
export interface Service {
  extensionId: string;
  /** The id of the site whose adapter reads pages of this host. */
  siteOf(host: string): string | undefined;
  ingest(capture: Capture): Promise<Receipt>;
  /** Told of every failure that the sender cannot do anything about. */
  failed(code: RefusalCode, error: unknown): void;
}

type Route = (service: Service, request: unknown, sender: Sender) => Promise<Reply<unknown>>;

// A Map, because an object would find a "route" for `constructor`.
const routes: ReadonlyMap<unknown, Route> = new Map([['capture', takeCapture]]);

/**
 * Answers one message. Checks in order: known kind, sender, shape; then does it. Never rejects: whatever goes wrong
 * becomes a coded refusal that says whether sending again can help.
 */
export async function serve(service: Service, message: unknown, sender: Sender): Promise<Reply<unknown>> {
  const { kind, request } = isRecord(message) ? message : {};
  const route = routes.get(kind);
  return route ? route(service, request, sender) : refusal('unknown-message');
}

async function takeCapture(service: Service, request: unknown, sender: Sender): Promise<Reply<Receipt>> {
  const host = pageHostOf(sender, service.extensionId);
  const site = host && service.siteOf(host);
  if (!site) return refusal('wrong-sender');
  if (sender.tab?.incognito) return refusal('private-window');
  const capture = parseCapture(request);
  if (!capture) return refusal('malformed');
  if (capture.digest.site !== site || (capture.digest.url && URL.parse(capture.digest.url)?.host !== host)) {
    return refusal('wrong-sender');
  }
  try {
    return { ok: true, value: await service.ingest(capture) };
  } catch (error) {
    const code = storageFailure(error);
    service.failed(code, error);
    return { ok: false, code, retry: code === 'storage-unavailable' };
  }
}

function refusal(code: RefusalCode): { ok: false; code: RefusalCode; retry: boolean } {
  return { ok: false, code, retry: false };
}

const FAILURES: ReadonlyMap<unknown, RefusalCode> = new Map([
  ['QuotaExceededError', 'storage-full'],
  ['NewerLibrary', 'library-newer'],
]);

/** Dexie wraps what the browser throws, so the name may stand on the inner error. */
function storageFailure(error: unknown): RefusalCode {
  const names = [error, isRecord(error) ? error.inner : undefined].map((one) => (isRecord(one) ? one.name : undefined));
  const known = names.map((name) => FAILURES.get(name)).find((code) => code !== undefined);
  return known ?? 'storage-unavailable';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
