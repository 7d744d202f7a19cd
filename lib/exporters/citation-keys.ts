import type { PaperId } from '../domain/paper.ts';
import { type Cited, plainKey } from './citation-key-styles.ts';
import type { ExportOptions } from './exporter.ts';
import { letterSuffix, startUnique } from './unique.ts';

// What every program takes for a key; a frozen one may have come from a file of the user's.
const KEY = /^[A-Za-z0-9][\w:.+/-]{0,119}$/;

export interface CitationKeys {
  /** The key of the next paper, which no paper before it got. */
  keyFor(paper: Cited & { id?: PaperId }): string;
  /** The keys made since it was asked last for papers that had none, when the options hold `keyOf`. */
  newKeys(): ReadonlyMap<PaperId, string>;
}

/**
 * Starts to give citation keys, one paper after the other. The second paper with a key gets `a` behind it, the third
 * `b`, and so on. A paper that was given a key by an earlier export keeps it.
 */
export function startKeys({
  keyStyle = 'scholar',
  keyOf,
  isKeyTaken = () => false,
}: Pick<ExportOptions, 'keyStyle' | 'keyOf' | 'isKeyTaken'> = {}): CitationKeys {
  const mark = (plain: string, count: number) => plain + letterSuffix(count);
  let made = new Map<PaperId, string>();
  let own: string | undefined;
  const unique = startUnique({ mark, isTaken: (key) => key !== own && isKeyTaken(key) });
  const keyFor: CitationKeys['keyFor'] = (paper) => {
    const frozen = paper.id === undefined ? undefined : keyOf?.(paper.id);
    own = frozen !== undefined && KEY.test(frozen) ? frozen : undefined;
    // A key that another paper of this file already has gets a letter here; the caller can rule that out by `isKeyTaken`.
    const key = unique(own ?? plainKey(keyStyle, paper));
    if (keyOf && paper.id !== undefined && own === undefined) made.set(paper.id, key);
    return key;
  };
  const newKeys = () => {
    const fresh = made;
    made = new Map();
    return fresh;
  };
  return { keyFor, newKeys };
}
