import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../tests/browser.ts';

import { browser } from 'wxt/browser';
import { captureOf, scraped } from '../../tests/library.ts';
import type { Receipt } from '../domain/capture.ts';
import type { Recollection } from '../domain/recalled.ts';
import { ask, PATIENCE } from './ask.ts';
import type { MessageKind, Protocol } from './protocol.ts';

const CAPTURE = captureOf([scraped({ title: 'A Paper' })]);
const RECEIPT: Receipt = {
  digestKey: CAPTURE.digest.key,
  site: 'huggingface',
  seenAt: CAPTURE.seenAt,
  papers: 1,
  new: 1,
  known: 0,
  merged: 0,
  problems: [],
};
// A new kind of message stands here too, and so goes through every case below.
const RECOLLECTION: Recollection = {
  papers: [
    {
      name: 'apaper',
      firstSeenAt: CAPTURE.seenAt,
      note: 'Seen on Daily Papers, May 12',
      digests: 1,
      status: 'unread',
      starred: false,
      removed: false,
    },
  ],
};
const SAMPLES: { [Kind in MessageKind]: Protocol[Kind] } = {
  capture: { request: CAPTURE, answer: RECEIPT },
  recall: { request: { digestKey: CAPTURE.digest.key }, answer: RECOLLECTION },
  say: {
    request: { digestKey: CAPTURE.digest.key, names: ['apaper'], words: { starred: true } },
    answer: RECOLLECTION,
  },
  acknowledge: { request: { digestKey: CAPTURE.digest.key }, answer: RECOLLECTION },
};
const KINDS = Object.keys(SAMPLES) as MessageKind[];

/** A transport that answers as told, and notes what it was given. */
function transport(...replies: (() => Promise<unknown>)[]): unknown[] {
  const sent: unknown[] = [];
  const sendMessage = async (message: unknown) => {
    sent.push(message);
    return replies[Math.min(sent.length, replies.length) - 1]?.();
  };
  Object.assign(browser.runtime, { id: 'gleaner', sendMessage });
  return sent;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function settled<Value>(work: Promise<Value>): Promise<Value> {
  await vi.runAllTimersAsync();
  return work;
}

const late = (reply: unknown) => () => new Promise((resolve) => setTimeout(resolve, PATIENCE.tryMs + 1_000, reply));

describe.each(KINDS)('a message of the kind %s', (kind) => {
  const { request, answer } = SAMPLES[kind];

  const LOST: [string, () => Promise<unknown>][] = [
    ['a rejection', () => Promise.reject(new Error('The message channel closed before a response was received.'))],
    ['undefined', async () => undefined],
    ['null', async () => null],
    ['another shape', async () => ({ done: true })],
    ['an ok without an answer', async () => ({ ok: true })],
    ['an ok with half an answer', async () => ({ ok: true, value: { ...answer, papers: '1' } })],
    ['an ok that is a text', async () => ({ ok: 'true', value: answer })],
    ['a refusal of no known kind', async () => ({ ok: false, code: 'tired', retry: false })],
    ['a refusal that does not say whether to repeat', async () => ({ ok: false, code: 'malformed' })],
    ['a late reply', late({ ok: true, value: answer })],
  ];

  test.each(LOST)('answered by %s is not done, and goes out five times as it is', async (_name, reply) => {
    const sent = transport(reply);
    const doubt = vi.fn();
    expect(await settled(ask(kind, request, doubt))).toEqual({ ok: false, code: 'no-answer' });
    expect(sent).toEqual(Array.from({ length: 5 }, () => ({ kind, request })));
    expect(doubt).toHaveBeenCalledTimes(1);
  });

  test.each(LOST)('answered by %s and then well is done, with one doubt on the way', async (_name, reply) => {
    const sent = transport(reply, async () => ({ ok: true, value: answer }));
    const doubt = vi.fn();
    expect(await settled(ask(kind, request, doubt))).toEqual({ ok: true, value: answer });
    expect([sent.length, doubt.mock.calls.length]).toEqual([2, 1]);
  });

  test('answered well at once raises no doubt', async () => {
    const sent = transport(async () => ({ ok: true, value: answer }));
    const doubt = vi.fn();
    expect(await settled(ask(kind, request, doubt))).toEqual({ ok: true, value: answer });
    expect([sent.length, doubt.mock.calls.length]).toEqual([1, 0]);
  });

  test('that can never be done is sent once', async () => {
    const sent = transport(async () => ({ ok: false, code: 'malformed', retry: false }));
    expect(await settled(ask(kind, request))).toEqual({ ok: false, code: 'malformed' });
    expect(sent).toHaveLength(1);
  });

  test('that failed each time says why the last time', async () => {
    transport(async () => ({ ok: false, code: 'storage-unavailable', retry: true }));
    expect(await settled(ask(kind, request))).toEqual({ ok: false, code: 'storage-unavailable' });
  });

  test('is not sent by a page that outlived its extension', async () => {
    const sent = transport(async () => ({ ok: true, value: answer }));
    Object.assign(browser.runtime, { id: undefined });
    expect(await settled(ask(kind, request))).toEqual({ ok: false, code: 'extension-gone' });
    expect(sent).toEqual([]);
  });
});

describe('what is recalled of a paper', () => {
  const [paper] = RECOLLECTION.papers;
  const SPOILT: [string, unknown][] = [
    ['is no object', 'a paper'],
    ['has no name', { ...paper, name: undefined }],
    ['was seen nowhere', { ...paper, note: undefined }],
    ['has no status', { ...paper, status: undefined }],
    ['is starred in a text', { ...paper, starred: 'true' }],
  ];
  test.each(SPOILT)('counts as no answer when it %s', async (_name, spoilt) => {
    transport(async () => ({ ok: true, value: { papers: [paper, spoilt] } }));
    expect(await settled(ask('recall', { digestKey: CAPTURE.digest.key }))).toEqual({ ok: false, code: 'no-answer' });
  });
});
