import type { Capture, Receipt } from '../domain/capture.ts';

/** Every message, its request and its answer. Extension pages use the library directly, so there are few. */
export interface Protocol {
  /** A content script hands over what it read. Safe to repeat: its keys come from content. */
  capture: { request: Capture; answer: Receipt };
}
export type MessageKind = keyof Protocol;

export interface Message<Kind extends MessageKind = MessageKind> {
  kind: Kind;
  request: Protocol[Kind]['request'];
}

/** Why a message was not done. */
export const REFUSALS = [
  'unknown-message',
  'wrong-sender',
  'malformed',
  'private-window',
  'storage-full',
  'storage-unavailable',
  'library-newer',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Anything else than this shape counts as not done, and the message is sent again. */
export type Reply<Answer> = { ok: true; value: Answer } | { ok: false; code: RefusalCode; retry: boolean };
