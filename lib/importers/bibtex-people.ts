import { latexText } from './latex-text.ts';
import { personName } from './person-name.ts';

/** The names of an `author` field, given name first; `others` is nobody. */
export function bibtexPeople(field: string): string[] {
  return splitOutside(field, /\s+and\s+/gi)
    .map(readName)
    .filter((name) => name !== '' && name !== 'others');
}

function readName(written: string): string {
  const name = written.trim();
  if (/^\{.*\}$/s.test(name) && isOneGroup(name)) return latexText(name).trim();
  const parts = partsOf(name);
  if (parts) return parts;
  // A comma inside braces belongs to a name.
  const comma = '\u0001';
  const guarded = splitOutside(name, /,/g).map((part) => latexText(part).replaceAll(',', comma));
  return personName(guarded.join(',')).replaceAll(comma, ',');
}

/** biblatex's own spelling: `family=Beethoven, given=Ludwig, prefix=van`. */
function partsOf(name: string): string | undefined {
  if (!/(?:^|,)\s*(?:family|given)\s*=/.test(name)) return undefined;
  const parts = new Map(
    splitOutside(name, /,/g).map((part) => {
      const [key = '', value = ''] = part.split('=', 2);
      return [key.trim().toLowerCase(), latexText(value).trim().replace(/^"|"$/g, '')] as const;
    }),
  );
  return ['given', 'prefix', 'family', 'suffix'].flatMap((key) => parts.get(key) || []).join(' ');
}

function isOneGroup(name: string): boolean {
  let depth = 0;
  for (let at = 0; at < name.length; at += 1) {
    if (name[at] === '{') depth += 1;
    if (name[at] === '}') depth -= 1;
    if (depth === 0) return at === name.length - 1;
  }
  return false;
}

/** Splits where a pattern stands outside all braces. */
function splitOutside(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let at = 0;
  for (const { index, 0: found } of text.matchAll(pattern)) {
    for (; at < index; at += 1) depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
    if (depth > 0) continue;
    parts.push(text.slice(start, index));
    start = index + found.length;
  }
  return [...parts, text.slice(start)];
}
