import type { Receipt } from '../domain/capture.ts';
import type { Outcome } from '../domain/outcome.ts';
import { readTextDigest } from '../importers/text-digest.ts';
import { TEXT_DIGEST_LIMITS, type TextDigestFailure } from '../importers/text-digest-blocks.ts';
import { ingest } from '../library/ingest.ts';
import type { World } from './world.ts';

/** A character of UTF-8 takes at most three bytes for each unit of the text's length. */
const MOST_BYTES = TEXT_DIGEST_LIMITS.characters * 3;

/**
 * Takes in a digest that was pasted or read from a file, whole or not at all.
 * @param name the file's name, empty for pasted text
 * @returns the receipt, or the line that could not be read and why
 */
export async function importText(
  world: World,
  text: string,
  name: string,
): Promise<Outcome<Receipt, TextDigestFailure>> {
  const seenAt = new Date(world.nowMs()).toISOString();
  const read = await readTextDigest(text, name ? { name, seenAt } : { seenAt });
  return read.ok ? { ok: true, value: await ingest(world.db, read.value) } : read;
}

/** Takes in a digest from a file; one that is far too large is refused before it is read. */
export async function importFile(world: World, file: File): Promise<Outcome<Receipt, TextDigestFailure>> {
  if (file.size > MOST_BYTES) return { ok: false, code: 'too-large', line: 1 };
  return importText(world, await file.text(), file.name);
}
