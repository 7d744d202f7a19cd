/** Most bytes of one message, and most papers in it: a page with more sends several. */
export const MESSAGE_LIMITS = { papers: 200, bytes: 1_000_000 } as const;

const PUNCTUATION = 2; // quotes, brackets, commas: what JSON needs around a value

/**
 * How large a value is as JSON in UTF-8, without the escapes that JSON may need. It stops counting beyond `limit`, and
 * walks without recursion, so that neither a huge nor a deep nor a circular value costs more than the limit.
 * @returns bytes; Infinity when there are more than `limit`
 */
export function bytesOf(value: unknown, limit: number = Number.MAX_SAFE_INTEGER): number {
  const waiting: unknown[] = [value];
  let bytes = PUNCTUATION;
  while (waiting.length > 0 && bytes <= limit) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) {
      bytes += textBytes(String(next), limit - bytes);
      continue;
    }
    const members = Array.isArray(next) ? next : Object.entries(next).flat();
    bytes += members.length * PUNCTUATION;
    if (bytes <= limit) for (const member of members) waiting.push(member);
  }
  return bytes > limit ? Infinity : bytes;
}

/** UTF-8 bytes of a text: one to three for each unit, and four for a pair of them. */
function textBytes(text: string, room: number): number {
  if (text.length > room) return Infinity;
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x800 || isHalf ? 1 : 2;
  }
  return bytes;
}
