/** One entry as BibTeX itself would take it apart: fields as written, without their outer braces. */
export interface BibtexEntry {
  type: string;
  key: string;
  fields: Map<string, string>;
}

/**
 * Reads a .bib text by BibTeX's own rules: braces are counted everywhere, a backslash before one changes nothing.
 * @throws where an entry or a field does not close
 */
export function readBibtex(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let place = text.indexOf('@');
  while (place >= 0) {
    const open = text.indexOf('{', place);
    const close = closingBrace(text, open);
    const body = text.slice(open + 1, close);
    const comma = body.indexOf(',');
    entries.push({
      type: text.slice(place + 1, open),
      key: body.slice(0, comma),
      fields: readFields(body.slice(comma + 1)),
    });
    place = text.indexOf('@', close);
  }
  return entries;
}

function readFields(body: string): Map<string, string> {
  const fields = new Map<string, string>();
  let rest = body.trim();
  while (rest !== '') {
    const head = /^([A-Za-z]+) = /.exec(rest);
    if (!head?.[1]) throw new Error(`no field at ${rest.slice(0, 80)}`);
    rest = rest.slice(head[0].length);
    const isBraced = rest.startsWith('{');
    const end = isBraced ? closingBrace(rest, 0) + 1 : rest.search(/[,\n]|$/);
    fields.set(head[1], isBraced ? rest.slice(1, end - 1) : rest.slice(0, end));
    rest = rest.slice(end);
    if (rest !== '' && !rest.startsWith(',')) throw new Error(`no comma at ${rest.slice(0, 80)}`);
    rest = rest.slice(1).trim();
  }
  return fields;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let place = open; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth === 0) return place;
  }
  throw new Error(`the brace at ${open} does not close`);
}

const COMMANDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
    textasciicircum: '^',
  }),
);

/**
 * What TeX prints for a field, with maths left as it is written.
 * @throws on a command that is not the plain printing of one character
 */
export function printed(field: string): string {
  let shown = '';
  for (const match of field.matchAll(/\\([A-Za-z]+)\{\}|\\([&%$#_{}])|\{(\$[^$]*\$)\}|[{}]|[\s\S]/g)) {
    const [whole, command, symbol, maths] = match;
    if (command !== undefined) shown += COMMANDS.get(command) ?? fail(whole);
    else if (symbol !== undefined) shown += symbol;
    else if (maths !== undefined) shown += maths;
    else if (whole === '{' || whole === '}') continue;
    else if (/[\\%$#&_~^]/.test(whole)) fail(field.slice(match.index, match.index + 40));
    else shown += whole;
  }
  return shown;
}

function fail(where: string): never {
  throw new Error(`TeX would act on ${where}`);
}
