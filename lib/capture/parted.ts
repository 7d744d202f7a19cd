import type { Capture } from '../domain/capture.ts';
import { bytesOf, MESSAGE_LIMITS } from '../messages/size.ts';

// Well below the limit of a message, because one paper alone may be longer, and because digest and problems come on top.
const MOST_BYTES = 400_000;
const MOST_PROBLEMS = 2 * MESSAGE_LIMITS.papers; // a message with more is refused, and with it the papers

/** Parts a capture into messages of bounded size. Digest and ranks stay, and the first problems travel with the first. */
export function parted(capture: Capture): Capture[] {
  const parts: Capture[] = [{ ...capture, papers: [], problems: capture.problems.slice(0, MOST_PROBLEMS) }];
  let bytes = 0;
  for (const paper of capture.papers) {
    const length = bytesOf(paper);
    const last = parts.at(-1);
    const fits = last && last.papers.length < MESSAGE_LIMITS.papers && bytes + length <= MOST_BYTES;
    if (last && (fits || last.papers.length === 0)) {
      last.papers.push(paper);
      bytes += length;
    } else {
      parts.push({ ...capture, papers: [paper], problems: [] });
      bytes = length;
    }
  }
  return parts;
}
