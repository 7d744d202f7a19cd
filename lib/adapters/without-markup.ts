// Elements that publishers leave in metas and JSON-LD: HTML, JATS and MathML. Those inside a line go without a trace,
// the others part words.
const INLINE = new Set('i b em strong sub sup tt span u a scp small sc math inf italic bold font abbr'.split(' '));
const BLOCK = new Set(
  'p div br h1 h2 h3 h4 h5 h6 ul ol li dl dt dd sec section title abstract header label'.split(' '),
);

// Attributes must have values in quotes: "a <b and c> d" is no mark-up.
const TAG =
  /<\/?([a-z][a-z0-9]{0,20}(?::[a-z-]{1,30})?)(?:\s+[\w:.-]{1,40}=(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'))*\s?\/?>/gi;
const HEADING = /^\s*(?:<[^<>]{1,200}>\s*){1,6}(?:abstract|summary)\s*[:.]?\s*<\/[^<>]{1,40}>/i;
const LABEL = /^\s*abstract\s*[:.]\s+/i;

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
  }),
);

/** The text that a text with mark-up in it shows: entities read, tags of HTML, JATS and MathML taken out. */
export function withoutMarkup(text: string): string {
  return withoutTags(decoded(text));
}

/** The same for an abstract, whose heading goes with the mark-up. */
export function abstractWithoutMarkup(text: string): string {
  return withoutTags(decoded(text).replace(HEADING, ' ')).replace(LABEL, '');
}

function withoutTags(text: string): string {
  return text.replace(TAG, withoutTag);
}

function withoutTag(tag: string, name: string): string {
  const bare = name.toLowerCase();
  if (bare.startsWith('mml:') || INLINE.has(bare)) return '';
  const own = bare.replace(/^jats:/, '');
  if (INLINE.has(own)) return '';
  return BLOCK.has(own) || own !== bare ? ' ' : tag;
}

function decoded(text: string): string {
  return text.replace(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED.get(name.toLowerCase()) ?? entity;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
