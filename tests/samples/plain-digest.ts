/** Reads a digest in the plainest way, to compare with: blank lines part blocks, and blocks after the date go in pairs. */
export function plainReading(text: string): string[][] {
  const blocks = text
    .split(/(?:\r?\n)(?:[ \t]*\r?\n)+/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const body = blocks.slice(blocks.findIndex((block) => /^[A-Z][a-z]{2} \d{1,2}$/.test(block)) + 1);
  return body.flatMap((title, place) => (place % 2 === 0 ? [[title, body[place + 1] ?? '']] : []));
}
