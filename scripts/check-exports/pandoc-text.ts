/** A part of a document as pandoc gives it: a kind, and what it holds. */
export interface Block {
  t: string;
  c?: unknown;
}

/** An item of a list: the text of its first link, and all of its text. */
export interface Item {
  link?: string;
  text: string;
}

/** The texts of the headings of a level, in order. */
export function headings(blocks: readonly Block[], level: number): string[] {
  return blocks.flatMap(({ t, c }) =>
    t === 'Header' && Array.isArray(c) && c[0] === level ? plainText(withoutMarks(c[2])) : [],
  );
}

/** The items of all lists that are not inside another. */
export function listItems(blocks: readonly Block[]): Item[] {
  return blocks.flatMap(({ t, c }) => (t === 'BulletList' && Array.isArray(c) ? c.map(itemFrom) : []));
}

/** The text of a part, as a reader sees it; maths stands between dollar signs. */
export function plainText(part: unknown): string {
  if (Array.isArray(part)) return part.map(plainText).join('');
  if (typeof part !== 'object' || part === null || !('t' in part)) return '';
  const content: unknown = 'c' in part ? part.c : undefined;
  if (part.t === 'Str') return String(content);
  if (part.t === 'Space' || part.t === 'SoftBreak' || part.t === 'LineBreak') return ' ';
  if (part.t === 'Math' && Array.isArray(content)) return `$${content[1]}$`;
  // What has no text of its own to show was taken for mark-up, which the comparison is to find.
  if (part.t === 'RawInline' || part.t === 'Code') return `⟪${part.t}⟫`;
  if (part.t === 'Quoted' || part.t === 'Link' || part.t === 'Span' || part.t === 'Cite')
    return Array.isArray(content) ? plainText(content[1]) : '';
  const isMarked = part.t !== 'Plain' && part.t !== 'Para';
  return isMarked ? `⟪${part.t}⟫${plainText(content)}` : plainText(content);
}

function itemFrom(item: unknown): Item {
  const link = findLink(item);
  return { text: plainText(item), ...(link === undefined ? {} : { link }) };
}

function findLink(part: unknown): string | undefined {
  if (Array.isArray(part)) {
    for (const each of part) {
      const found = findLink(each);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof part !== 'object' || part === null || !('t' in part) || !('c' in part)) return undefined;
  if (part.t === 'Link') return plainText(part);
  return findLink(part.c);
}

/** A headline of Org without its keyword and its tags, which pandoc marks with classes. */
function withoutMarks(inlines: unknown): unknown {
  if (!Array.isArray(inlines)) return inlines;
  return inlines.filter((part) => !/"(?:todo|done|tag)"/.test(JSON.stringify(part?.c?.[0] ?? '')));
}
