import type { Receipt } from '../domain/capture.ts';
import type { Recalled, Recollection } from '../domain/recalled.ts';
import { type MessageKind, type Protocol, REFUSALS, type Reply } from './protocol.ts';

/** Whether the value of an answer is what its kind of message promises. */
const ANSWERS: { [Kind in MessageKind]: (value: unknown) => value is Protocol[Kind]['answer'] } = {
  capture: isReceipt,
  recall: isRecollection,
  say: isRecollection,
  acknowledge: isRecollection,
};

/**
 * Reads what came back for a message. A worker that dies half-way leaves `undefined`, and an older or newer one may say
 * something else: only an answer that is whole proves that the work was done.
 * @returns the reply; undefined for anything else
 */
export function replyFrom<Kind extends MessageKind>(
  kind: Kind,
  reply: unknown,
): Reply<Protocol[Kind]['answer']> | undefined {
  if (!isRecord(reply)) return undefined;
  const { ok, value, code, retry } = reply;
  const isAnswer = ANSWERS[kind];
  if (ok === true) return isAnswer(value) ? { ok, value } : undefined;
  const known = REFUSALS.find((refusal) => refusal === code);
  return ok === false && known && typeof retry === 'boolean' ? { ok, code: known, retry } : undefined;
}

function isReceipt(value: unknown): value is Receipt {
  if (!isRecord(value)) return false;
  const texts = [value.digestKey, value.site, value.seenAt];
  const counts = [value.papers, value.new, value.known, value.merged];
  return (
    texts.every((text) => typeof text === 'string') &&
    counts.every((count) => Number.isSafeInteger(count)) &&
    Array.isArray(value.problems)
  );
}

function isRecollection(value: unknown): value is Recollection {
  return isRecord(value) && Array.isArray(value.papers) && value.papers.every(isRecalled);
}

function isRecalled(value: unknown): value is Recalled {
  if (!isRecord(value)) return false;
  const { name, firstSeenAt, note, status, starred, removed } = value;
  const texts = [name, firstSeenAt, note, status];
  return (
    texts.every((text) => typeof text === 'string') && typeof starred === 'boolean' && typeof removed === 'boolean'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
