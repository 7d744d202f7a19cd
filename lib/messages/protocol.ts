import type { Capture, Receipt } from '../domain/capture.ts';
import type { Recollection, Saying } from '../domain/recalled.ts';

/** Every message, its request and its answer. Extension pages use the library directly, so there are few. */
export interface Protocol {
  /** A content script hands over what it read. Safe to repeat: its keys come from content. */
  capture: { request: Capture; answer: Receipt };
  /** A content script asks what the library knows of the papers of a digest of its own site. */
  recall: { request: { digestKey: string }; answer: Recollection };
  /**
   * The user says something of papers beside which it stands in the page. Answered by what is then known of the whole
   * digest. Safe to repeat: what is said already is no step.
   */
  say: { request: Saying; answer: Recollection };
  /** The user has said of a whole digest that it is seen. Answered in the same way. */
  acknowledge: { request: { digestKey: string }; answer: Recollection };
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
