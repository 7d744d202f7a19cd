import { describe, expect, test } from 'vitest';
import type { MessageKind } from '../lib/messages/protocol.ts';
import { serve } from '../lib/messages/serve.ts';
import { PAGE_SENDER, WRONG_SENDERS } from './hostile/payloads.ts';
import { noted } from './hostile/service.ts';

const KEY = 'huggingface:day:2026-05-12';
const SAYING = { digestKey: KEY, names: ['arxiv:2605.00001'], words: { status: 'read' } };
const WHOLE = { recall: { digestKey: KEY }, say: SAYING, acknowledge: { digestKey: KEY } } as const satisfies Partial<
  Record<MessageKind, unknown>
>;
const KINDS = Object.keys(WHOLE) as (keyof typeof WHOLE)[];

/** Serves a message, and tells whether anything came through. */
async function tried(kind: string, request: unknown, sender = PAGE_SENDER, fails?: Error) {
  const { service, asked, said, acknowledged, taken } = noted(fails);
  const reply = await serve(service, { kind, request }, sender);
  return { reply, through: [...asked, ...said, ...acknowledged, ...taken] };
}

describe.each(KINDS)('a message of the kind %s', (kind) => {
  test('from a page of the digest’s own site is done', async () => {
    const { reply, through } = await tried(kind, WHOLE[kind]);
    expect(reply).toEqual({ ok: true, value: { papers: [] } });
    expect(through).toContain(KEY);
  });

  test.each(WRONG_SENDERS)('is refused when it comes from %s', async (_name, sender) => {
    const { reply, through } = await tried(kind, WHOLE[kind], sender);
    expect([reply, through]).toEqual([{ ok: false, code: 'wrong-sender', retry: false }, []]);
  });

  test('is refused from a private window', async () => {
    const { reply, through } = await tried(kind, WHOLE[kind], { ...PAGE_SENDER, tab: { incognito: true } });
    expect([reply, through]).toEqual([{ ok: false, code: 'private-window', retry: false }, []]);
  });

  test.each(['arxiv:list:cs.LG', 'text-file:x', 'huggingface', 'huggingfacex:day', 'x huggingface:day'])(
    'is refused for the digest %s',
    async (digestKey) => {
      const { reply, through } = await tried(kind, { ...WHOLE[kind], digestKey });
      expect([reply, through]).toEqual([{ ok: false, code: 'wrong-sender', retry: false }, []]);
    },
  );

  const SPOILT: [string, unknown][] = [
    ['no request', undefined],
    ['a text', KEY],
    ['a list', [KEY]],
    ...[undefined, null, '', 7, {}, [KEY], 'x'.repeat(501)].map((digestKey): [string, unknown] => [
      `${JSON.stringify(digestKey)?.slice(0, 20)} as digest`,
      { ...WHOLE[kind], digestKey },
    ]),
    ...['more', 'constructor', 'toString', 'then'].map((name): [string, unknown] => [
      `a field ${name}`,
      { ...WHOLE[kind], [name]: 1 },
    ]),
    ['an own __proto__', JSON.parse(JSON.stringify(WHOLE[kind]).replace('{', '{"__proto__":{},'))],
    ['more than a megabyte', { ...WHOLE[kind], more: 'x'.repeat(1_100_000) }],
  ];
  test.each(SPOILT)('is refused with %s', async (_name, request) => {
    const { reply, through } = await tried(kind, request);
    expect([reply, through]).toEqual([{ ok: false, code: 'malformed', retry: false }, []]);
  });

  test('that fails says so, and whether trying again can help', async () => {
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    expect((await tried(kind, WHOLE[kind], PAGE_SENDER, full)).reply).toEqual({
      ok: false,
      code: 'storage-full',
      retry: false,
    });
  });
});

const WORDS: [string, unknown][] = [
  ['no words', { ...SAYING, words: {} }],
  ['two words at once', { ...SAYING, words: { status: 'read', starred: true } }],
  ['a status that there is not', { ...SAYING, words: { status: 'constructor' } }],
  ['a star that is a text', { ...SAYING, words: { starred: 'true' } }],
  ['a note', { ...SAYING, words: { note: 'x' } }],
  ['a removal', { ...SAYING, words: { removed: true } }],
  ['no names', { ...SAYING, names: [] }],
  ['an empty name', { ...SAYING, names: [''] }],
  ['a name of an object', { ...SAYING, names: [{ toString: 'x' }] }],
  ['a name that is longer than a title', { ...SAYING, names: ['x'.repeat(2_001)] }],
  ['201 names', { ...SAYING, names: Array.from({ length: 201 }, () => 'x') }],
];
test.each(WORDS)('words are refused with %s', async (_name, request) => {
  const { reply, through } = await tried('say', request);
  expect([reply, through]).toEqual([{ ok: false, code: 'malformed', retry: false }, []]);
});
