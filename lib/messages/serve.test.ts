import { expect, test } from 'vitest';
import { PAGE_SENDER, WHOLE_CAPTURE } from '../../tests/hostile/payloads.ts';
import { noted } from '../../tests/hostile/service.ts';
import type { Sender } from './sender.ts';
import { serve } from './serve.ts';

async function replyTo(request: unknown, sender: Sender = PAGE_SENDER, fails?: Error) {
  const { service, taken } = noted(fails);
  return { reply: await serve(service, { kind: 'capture', request }, sender), taken };
}

// What is wrong with a message or its sender is tried in tests/hostile.test.ts.
test('a capture from the page of a known site is taken in', async () => {
  const { reply, taken } = await replyTo(WHOLE_CAPTURE);
  expect(reply).toMatchObject({ ok: true, value: { new: 1 } });
  expect(taken).toEqual([WHOLE_CAPTURE]);
});

test('a browser that gives no origin is believed by the address', async () => {
  const { reply } = await replyTo(WHOLE_CAPTURE, { ...PAGE_SENDER, origin: undefined });
  expect(reply).toMatchObject({ ok: true });
});

test('a digest that names another host than its sender is refused', async () => {
  const digest = { ...WHOLE_CAPTURE.digest, url: 'https://evil.example/papers' };
  const { reply, taken } = await replyTo({ ...WHOLE_CAPTURE, digest });
  expect(reply).toEqual({ ok: false, code: 'wrong-sender', retry: false });
  expect(taken).toEqual([]);
});

test('a digest of another site than its sender is refused', async () => {
  const digest = { key: 'arxiv:new', site: 'arxiv', kind: 'listing' };
  const { reply, taken } = await replyTo({ ...WHOLE_CAPTURE, digest, adapter: 'arxiv' });
  expect(reply).toEqual({ ok: false, code: 'wrong-sender', retry: false });
  expect(taken).toEqual([]);
});

test('private windows are never recorded', async () => {
  for (let time = 0; time < 100; time += 1) {
    const { reply, taken } = await replyTo(WHOLE_CAPTURE, { ...PAGE_SENDER, tab: { incognito: true } });
    expect(reply).toEqual({ ok: false, code: 'private-window', retry: false });
    expect(taken).toEqual([]);
  }
});

const named = (name: string, more: object = {}) => Object.assign(new Error('aborted'), { name, ...more });

test.each([
  ['a full disk', named('QuotaExceededError'), 'storage-full', false],
  [
    'a full disk, as Dexie wraps it',
    named('AbortError', { inner: new DOMException('', 'QuotaExceededError') }),
    'storage-full',
    false,
  ],
  ['a library of a newer Gleaner', named('NewerLibrary'), 'library-newer', false],
  ['anything else', named('DatabaseClosedError'), 'storage-unavailable', true],
])('%s is said as it is, with whether trying again can help', async (_name, error, code, retry) => {
  expect((await replyTo(WHOLE_CAPTURE, PAGE_SENDER, error)).reply).toEqual({ ok: false, code, retry });
});
