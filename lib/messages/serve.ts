import type { Capture, Receipt } from '../domain/capture.ts';
import type { SiteId } from '../domain/digest.ts';
import type { Asker, Recollection, Saying } from '../domain/recalled.ts';
import { parseCapture, parseDigestKey, parseSaying } from './parse.ts';
import type { RefusalCode, Reply } from './protocol.ts';
import { pageHostOf, type Sender } from './sender.ts';

/** The outside world of the message routes. */
export interface Service {
  extensionId: string;
  /** The id of the site whose adapter reads pages of this host. */
  siteOf(host: string): string | undefined;
  ingest(capture: Capture): Promise<Receipt>;
  /** What is known of the papers of a digest that the asking page has shown. */
  recall(digestKey: string, asker: Asker): Promise<Recollection>;
  /** Says words of papers in such a digest. */
  say(saying: Saying, asker: Asker): Promise<void>;
  /** Notes that all of a digest is seen. */
  acknowledge(digestKey: string): Promise<void>;
  /** Told of every failure that the sender cannot do anything about. */
  failed(code: RefusalCode, error: unknown): void;
}

/** Reads a request and does it; a refusal says why it is not even tried. */
type Route = (service: Service, request: unknown, asker: Asker) => (() => Promise<unknown>) | RefusalCode;

// A Map, because an object would find a "route" for `constructor`.
const routes: ReadonlyMap<unknown, Route> = new Map([
  ['capture', takeCapture],
  ['recall', answerRecall],
  ['say', takeWords],
  ['acknowledge', takeAcknowledgement],
]);

/**
 * Answers one message. Checks in order: known kind, sender, private window, shape, and that it is about the sender's own
 * site; then does it. Never rejects: whatever goes wrong becomes a coded refusal that says whether sending again can help.
 */
export async function serve(service: Service, message: unknown, sender: Sender): Promise<Reply<unknown>> {
  const { kind, request } = isRecord(message) ? message : {};
  const route = routes.get(kind);
  if (!route) return refusal('unknown-message');
  const host = pageHostOf(sender, service.extensionId);
  const site = host && service.siteOf(host);
  if (!site) return refusal('wrong-sender');
  if (sender.tab?.incognito) return refusal('private-window');
  const work = route(service, request, { host, site });
  return typeof work === 'string' ? refusal(work) : settle(service, work);
}

async function settle(service: Service, work: () => Promise<unknown>): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const code = storageFailure(error);
    service.failed(code, error);
    return { ok: false, code, retry: code === 'storage-unavailable' };
  }
}

function takeCapture(service: Service, request: unknown, { host, site }: Asker): ReturnType<Route> {
  const capture = parseCapture(request);
  if (!capture) return 'malformed';
  const { digest } = capture;
  const isOwn = digest.site === site && (!digest.url || URL.parse(digest.url)?.host === host);
  return isOwn ? () => service.ingest(capture) : 'wrong-sender';
}

function answerRecall(service: Service, request: unknown, asker: Asker): ReturnType<Route> {
  const asked = parseDigestKey(request);
  if (!asked) return 'malformed';
  const { digestKey } = asked;
  return isDigestOf(asker.site, digestKey) ? () => service.recall(digestKey, asker) : 'wrong-sender';
}

function takeWords(service: Service, request: unknown, asker: Asker): ReturnType<Route> {
  const saying = parseSaying(request);
  if (!saying) return 'malformed';
  if (!isDigestOf(asker.site, saying.digestKey)) return 'wrong-sender';
  return async () => {
    await service.say(saying, asker);
    return service.recall(saying.digestKey, asker);
  };
}

function takeAcknowledgement(service: Service, request: unknown, asker: Asker): ReturnType<Route> {
  const asked = parseDigestKey(request);
  if (!asked) return 'malformed';
  const { digestKey } = asked;
  if (!isDigestOf(asker.site, digestKey)) return 'wrong-sender';
  return async () => {
    await service.acknowledge(digestKey);
    return service.recall(digestKey, asker);
  };
}

/** The key of a digest begins with its site: no capture is taken in whose key does not (`parseCapture`). */
function isDigestOf(site: SiteId, digestKey: string): boolean {
  return digestKey.startsWith(`${site}:`);
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
