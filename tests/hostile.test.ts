import { describe, expect, test } from 'vitest';
import { serve } from '../lib/messages/serve.ts';
import { PAGE_SENDER, spoiltCaptures, UNKNOWN_MESSAGES, WHOLE_CAPTURE, WRONG_SENDERS } from './hostile/payloads.ts';
import { noted } from './hostile/service.ts';

const capture = { kind: 'capture', request: WHOLE_CAPTURE };

test('the whole capture itself is taken, with every field', async () => {
  const { service, taken } = noted();
  expect(await serve(service, capture, PAGE_SENDER)).toMatchObject({ ok: true });
  expect(taken).toEqual([WHOLE_CAPTURE]);
});

describe('nothing is taken in', () => {
  test.each(spoiltCaptures())('from a capture with %s', async (_name, request) => {
    const { service, taken } = noted();
    const reply = await serve(service, { kind: 'capture', request }, PAGE_SENDER);
    expect(reply).toEqual({ ok: false, code: 'malformed', retry: false });
    expect(taken).toEqual([]);
  });

  test.each(UNKNOWN_MESSAGES)('from a message that is %s', async (_name, message) => {
    const { service, taken } = noted();
    expect(await serve(service, message, PAGE_SENDER)).toEqual({ ok: false, code: 'unknown-message', retry: false });
    expect(taken).toEqual([]);
  });

  test.each(WRONG_SENDERS)('when it comes from %s', async (_name, sender) => {
    const { service, taken } = noted();
    expect(await serve(service, capture, sender)).toEqual({ ok: false, code: 'wrong-sender', retry: false });
    expect(taken).toEqual([]);
  });
});
