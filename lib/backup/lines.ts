import { Refusal } from './failure.ts';
import { BACKUP_LIMITS } from './limits.ts';

const NEWLINE = 0x0a;

/** Cuts bytes into lines. It holds no more than one line, and refuses one that is too long before holding it whole. */
export interface LineCutter {
  /** How many lines have been handed out. */
  readonly count: number;
  /** @returns the lines that this chunk completes, each with its line break; they share memory with the chunk */
  push(chunk: Uint8Array): Generator<Uint8Array>;
  /** What came after the last line break. */
  rest(): Uint8Array;
}

/** Starts at the first line. @throws {Refusal} from `push`, for a line or a number of lines beyond the limits */
export function startLines(): LineCutter {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let count = 0;
  const refuseTooLong = (more: number) => {
    if (heldBytes + more <= (count === 0 ? BACKUP_LIMITS.header : BACKUP_LIMITS.line)) return;
    throw count === 0 ? new Refusal('not-a-backup', 1) : new Refusal('too-long', count + 1);
  };
  const complete = (end: Uint8Array): Uint8Array => {
    refuseTooLong(end.length);
    if (heldBytes === 0) return end;
    const line = joined([...held, end], heldBytes + end.length);
    held = [];
    heldBytes = 0;
    return line;
  };
  return {
    get count() {
      return count;
    },
    *push(chunk) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        const line = complete(chunk.subarray(start, end + 1));
        start = end + 1;
        count += 1;
        if (count > BACKUP_LIMITS.lines) throw new Refusal('too-many-lines', count);
        yield line;
      }
      const left = chunk.subarray(start);
      refuseTooLong(left.length);
      if (left.length > 0) held.push(left);
      heldBytes += left.length;
    },
    rest: () => joined(held, heldBytes),
  };
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
