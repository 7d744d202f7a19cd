import { expect, test } from 'vitest';
import { captureOf, scraped } from '../../tests/library.ts';
import type { Capture, Receipt } from '../domain/capture.ts';
import type { Sender } from './sender.ts';
import { type Service, serve } from './serve.ts';

const PAGE: Sender = {
  id: 'gleaner',
  origin: 'https://huggingface.co',
  url: 'https://huggingface.co/papers',
  frameId: 0,
  tab: { incognito: false },
};
const CAPTURE = captureOf([
  scraped({
    title: 'A Paper',
    identifiers: ['arxiv:2501.00001'],
    authors: ['Ada Lovelace'],
    page: 'https://huggingface.co/papers/2501.00001',
  }),
]);

/** A service that notes what it was given to take in. */
function serviceWith(taken: Capture[], fails?: Error): Service {
  return {
    extensionId: 'gleaner',
    siteOf: (host) => (host === 'huggingface.co' ? 'huggingface' : undefined),
    ingest: async (capture): Promise<Receipt> => {
      if (fails) throw fails;
      taken.push(capture);
      return {
        digestKey: capture.digest.key,
        site: 'huggingface',
        seenAt: capture.seenAt,
        papers: 1,
        new: 1,
        known: 0,
        merged: 0,
        problems: [],
      };
    },
    failed: () => undefined,
  };
}

async function replyTo(message: unknown, sender: Sender = PAGE, fails?: Error) {
  const taken: Capture[] = [];
  return { reply: await serve(serviceWith(taken, fails), message, sender), taken };
}

test('a capture from the page of a known site is taken in', async () => {
  const { reply, taken } = await replyTo({ kind: 'capture', request: CAPTURE });
  expect(reply).toMatchObject({ ok: true, value: { new: 1 } });
  expect(taken).toEqual([CAPTURE]);
});

const [paper] = CAPTURE.papers;
const MALFORMED: [string, unknown][] = [
  ['no request', undefined],
  ['null', null],
  ['a string', 'capture'],
  ['an array', []],
  ['a missing digest', { ...CAPTURE, digest: undefined }],
  ['an extra field', { ...CAPTURE, more: 1 }],
  ['an extra field in a paper', { ...CAPTURE, papers: [{ ...paper, more: 1 }] }],
  ['a title that is no text', { ...CAPTURE, papers: [{ ...paper, title: 5 }] }],
  ['an empty title', { ...CAPTURE, papers: [{ ...paper, title: '' }] }],
  ['a title of 5 MB', { ...CAPTURE, papers: [{ ...paper, title: 'x'.repeat(5_000_000) }] }],
  ['ten thousand papers', { ...CAPTURE, papers: Array.from({ length: 10_000 }, () => paper) }],
  ['an unknown identifier', { ...CAPTURE, papers: [{ ...paper, identifiers: ['isbn:1'] }] }],
  ['an identifier with a version', { ...CAPTURE, papers: [{ ...paper, identifiers: ['arxiv:2501.00001v2'] }] }],
  [
    'two identifiers of one kind',
    { ...CAPTURE, papers: [{ ...paper, identifiers: ['arxiv:2501.00001', 'arxiv:2501.00002'] }] },
  ],
  ['a script as link', { ...CAPTURE, papers: [{ ...paper, page: 'javascript:alert(1)' }] }],
  ['a long script as link', { ...CAPTURE, papers: [{ ...paper, page: `javascript:${'x'.repeat(3_000)}` }] }],
  ['a rank of 0', { ...CAPTURE, papers: [{ ...paper, rank: 0 }] }],
  ['upvotes that are no number', { ...CAPTURE, papers: [{ ...paper, upvotes: Number.NaN }] }],
  ['a time that is none', { ...CAPTURE, seenAt: 'yesterday' }],
  ['a digest of another site', { ...CAPTURE, digest: { ...CAPTURE.digest, key: 'arxiv:new' } }],
  ['a digest of no kind', { ...CAPTURE, digest: { ...CAPTURE.digest, kind: 'constructor' } }],
  ['an own __proto__', JSON.parse(`{"__proto__": {"polluted": 1}, "digest": ${JSON.stringify(CAPTURE.digest)}}`)],
];
test.each(MALFORMED)('a capture with %s is refused and nothing is taken in', async (_name, request) => {
  const { reply, taken } = await replyTo({ kind: 'capture', request });
  expect(reply).toEqual({ ok: false, code: 'malformed', retry: false });
  expect(taken).toEqual([]);
});

test.each([
  ['nothing', undefined],
  ['a text', 'capture'],
  ['constructor', { kind: 'constructor', request: CAPTURE }],
  ['__proto__', { kind: '__proto__' }],
  ['toString', { kind: 'toString' }],
  ['an object as kind', { kind: {} }],
])('a message that is %s is no message', async (_name, message) => {
  expect((await replyTo(message)).reply).toEqual({ ok: false, code: 'unknown-message', retry: false });
});

const SENDERS: [string, Sender][] = [
  ['another extension', { ...PAGE, id: 'evil' }],
  ['nobody', {}],
  ['no tab', { ...PAGE, tab: undefined }],
  ['a frame in a page', { ...PAGE, frameId: 3 }],
  ['another site', { ...PAGE, origin: 'https://evil.example', url: 'https://evil.example/papers' }],
  [
    'a look-alike host',
    { ...PAGE, origin: 'https://huggingface.co.evil.example', url: 'https://huggingface.co.evil.example/' },
  ],
  ['a subdomain', { ...PAGE, origin: 'https://x.huggingface.co', url: 'https://x.huggingface.co/' }],
  ['plain http', { ...PAGE, origin: 'http://huggingface.co', url: 'http://huggingface.co/papers' }],
  ['an origin and an address that differ', { ...PAGE, url: 'https://evil.example/' }],
  ['a look-alike extension page', { ...PAGE, origin: 'chrome-extension://gleaner.evil.example' }],
  ['neither origin nor address', { ...PAGE, origin: undefined, url: undefined }],
];
test.each(SENDERS)('a capture from %s is refused', async (_name, sender) => {
  const { reply, taken } = await replyTo({ kind: 'capture', request: CAPTURE }, sender);
  expect(reply).toEqual({ ok: false, code: 'wrong-sender', retry: false });
  expect(taken).toEqual([]);
});

test('a digest that names another host than its sender is refused', async () => {
  const request = { ...CAPTURE, digest: { ...CAPTURE.digest, url: 'https://evil.example/papers' } };
  expect((await replyTo({ kind: 'capture', request })).reply).toMatchObject({ ok: false, code: 'wrong-sender' });
});

test('private windows are never recorded', async () => {
  const { reply, taken } = await replyTo({ kind: 'capture', request: CAPTURE }, { ...PAGE, tab: { incognito: true } });
  expect(reply).toMatchObject({ ok: false, code: 'private-window' });
  expect(taken).toEqual([]);
});

test('a full disk is said to be full, and other failures may be tried again', async () => {
  const full = Object.assign(new Error('aborted'), { inner: new DOMException('', 'QuotaExceededError') });
  expect((await replyTo({ kind: 'capture', request: CAPTURE }, PAGE, full)).reply).toEqual({
    ok: false,
    code: 'storage-full',
    retry: false,
  });
  const other = new Error('closed');
  expect((await replyTo({ kind: 'capture', request: CAPTURE }, PAGE, other)).reply).toEqual({
    ok: false,
    code: 'storage-unavailable',
    retry: true,
  });
});
