import { startBreathing } from '../backup/breath.ts';
import type { Receipt } from '../domain/capture.ts';
import type { Outcome } from '../domain/outcome.ts';
import { readTextDigest } from '../importers/text-digest.ts';
import { TEXT_DIGEST_LIMITS, type TextDigestFailure } from '../importers/text-digest-blocks.ts';
import { importCapture } from '../library/import.ts';
import type { Popup } from './popup.ts';

/** A character of UTF-8 takes at most three bytes for each unit of the text's length. */
const MOST_BYTES = TEXT_DIGEST_LIMITS.characters * 3;

type Desk = Pick<Popup, 'triage' | 'world'>;
type Imported = Outcome<Receipt, TextDigestFailure> | undefined;

/**
 * Takes in a digest that was pasted or read from a file, whole or not at all, as a step that can be undone.
 * @param name the file's name, empty for pasted text
 * @returns the receipt, or the line that could not be read and why; undefined when the library did not take it
 */
export async function importText({ triage, world }: Desk, text: string, name: string): Promise<Imported> {
  const seenAt = new Date(world.nowMs()).toISOString();
  const read = await readTextDigest(text, { name, seenAt, breathe: startBreathing() });
  if (!read.ok) return read;
  let receipt: Receipt | undefined;
  await triage.perform(async (db, nowMs) => {
    const imported = await importCapture(db, read.value, nowMs);
    receipt = imported.receipt;
    return imported.step;
  });
  return receipt && { ok: true, value: receipt };
}

/** Takes in a digest from a file; one that is far too large is refused before it is read. */
export async function importFile(desk: Desk, file: File): Promise<Imported> {
  if (file.size > MOST_BYTES) return { ok: false, code: 'too-large', line: 1 };
  return importText(desk, await file.text(), file.name);
}
