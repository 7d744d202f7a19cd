import type { Capture } from '../../lib/domain/capture.ts';
import type { Sender } from '../../lib/messages/sender.ts';

/** A capture in which every field of a message stands, for all the ways in which it can be spoilt. */
export const WHOLE_CAPTURE: Capture = {
  digest: {
    key: 'huggingface:week:2026-W20',
    site: 'huggingface',
    kind: 'week',
    date: { unit: 'week', year: 2026, week: 20 },
    query: 'gardens',
    title: 'A Week of Gardens',
    url: 'https://huggingface.co/papers/week/2026-W20',
  },
  adapter: 'huggingface',
  seenAt: '2026-05-12T08:00:00.000Z',
  papers: [
    {
      identifiers: ['arxiv:2605.00001', 'doi:10.1234/gardens'],
      source: 'huggingface-data',
      rank: 1,
      upvotes: 3,
      comments: 1,
      title: 'Patient Gardeners',
      authors: ['Ada Field', 'Bo Orchard'],
      abstract: 'We plant a row and wait.',
      published: '2026-05-11',
      venue: 'Gardens',
      thumbnail: 'https://cdn-thumbnails.huggingface.co/1.png',
      organisation: 'The Patient Gardeners',
      keywords: ['gardening'],
      page: 'https://huggingface.co/papers/2605.00001',
      pdf: 'https://example.org/1.pdf',
      code: 'https://github.com/patient-gardeners/one',
      project: 'https://example.org/one',
    },
  ],
  problems: [{ code: 'text-bounded', rank: 1, part: 'abstract' }],
};

/** The page from which such a capture is taken. */
export const PAGE_SENDER: Sender = {
  id: 'gleaner',
  origin: 'https://huggingface.co',
  url: 'https://huggingface.co/papers/week/2026-W20',
  frameId: 0,
  tab: { incognito: false },
};

type Named<Value> = [name: string, value: Value];
type Path = readonly (string | number)[];

const OPTIONAL = new Set([
  ...['date', 'query', 'title', 'url'].map((name) => `digest.${name}`),
  ...['upvotes', 'comments', 'authors', 'abstract', 'published', 'venue', 'thumbnail', 'organisation'].map(onPaper),
  ...['keywords', 'page', 'pdf', 'code', 'project'].map(onPaper),
  'problems.0.rank',
  'problems.0.part',
]);

function onPaper(name: string): string {
  return `papers.0.${name}`;
}

const WRONG_VALUES: Named<unknown>[] = [
  ['null', null],
  ['a negative number', -1],
  ['not a number', Number.NaN],
  ['an empty text', ''],
  ['a text of 5 MB', 'x'.repeat(5_000_000)],
  ['an object', { toString: 'x', length: 1 }],
  ['a nested list', [[]]],
  ['10,000 rows', Array.from({ length: 10_000 }, () => ({}))],
  ['true', true],
];

const EXTRA_NAMES = ['more', 'constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'then'];

/** Every way to spoil one place of the whole capture: a field taken away, of a wrong kind, or one too many. */
export function spoiltCaptures(): Named<unknown>[] {
  const places = [...pathsIn(WHOLE_CAPTURE)];
  const objects = [[], ...places].filter((path) => isObject(valueAt(WHOLE_CAPTURE, path)));
  return [
    ...places.filter(isRequired).map((path): Named<unknown> => [`no ${path.join('.')}`, without(path)]),
    ...places.flatMap((path) =>
      WRONG_VALUES.map(([kind, value]): Named<unknown> => [`${kind} at ${path.join('.')}`, withValue(path, value)]),
    ),
    ...objects.flatMap((path) =>
      EXTRA_NAMES.map(
        (name): Named<unknown> => [
          `${name} at ${path.join('.') || 'the top'}`,
          withValue([...path, name], { polluted: 1 }),
        ],
      ),
    ),
    ...OTHER_CAPTURES,
  ];
}

const [PAPER] = WHOLE_CAPTURE.papers;
const OTHER_CAPTURES: Named<unknown>[] = [
  ['no request', undefined],
  ['a text', 'capture'],
  ['a list', []],
  ['201 papers', { ...WHOLE_CAPTURE, papers: Array.from({ length: 201 }, () => PAPER) }],
  ['10,000 papers', { ...WHOLE_CAPTURE, papers: Array.from({ length: 10_000 }, () => PAPER) }],
  [
    'papers of more than a megabyte',
    { ...WHOLE_CAPTURE, papers: Array.from({ length: 60 }, () => ({ ...PAPER, abstract: 'x'.repeat(20_000) })) },
  ],
  ['an unknown identifier', withValue(['papers', 0, 'identifiers', 0], 'isbn:1')],
  ['an identifier with a version', withValue(['papers', 0, 'identifiers', 0], 'arxiv:2605.00001v2')],
  ['two identifiers of one kind', withValue(['papers', 0, 'identifiers', 1], 'arxiv:2605.00002')],
  ['a script as link', withValue(['papers', 0, 'page'], 'javascript:alert(1)')],
  ['a document as link', withValue(['papers', 0, 'project'], 'data:text/html,x')],
  ['a link with a password', withValue(['papers', 0, 'code'], 'https://a:b@evil.example/')],
  ['a rank of 0', withValue(['papers', 0, 'rank'], 0)],
  ['a time that is none', withValue(['seenAt'], '2026-13-45T08:00:00.000Z')],
  ['a digest of another site', withValue(['digest', 'key'], 'arxiv:new')],
  ['a digest of no kind', withValue(['digest', 'kind'], 'constructor')],
  ['an adapter of another site', withValue(['adapter'], 'arxiv')],
];

/** Messages of no kind that there is. */
export const UNKNOWN_MESSAGES: Named<unknown>[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'capture'],
  ['a text of 5 MB', 'x'.repeat(5_000_000)],
  ['a list', ['capture']],
  ...['', 'Capture', 'ingest', 'constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty'].map(
    (kind): Named<unknown> => [`the kind "${kind}"`, { kind, request: WHOLE_CAPTURE }],
  ),
  ['an object as kind', { kind: { toString: 'capture' }, request: WHOLE_CAPTURE }],
  ['an own __proto__', JSON.parse('{"__proto__": {"kind": "capture", "request": {}}}')],
];

/** Senders from which nothing is taken. */
export const WRONG_SENDERS: Named<Sender>[] = [
  ['another extension', { ...PAGE_SENDER, id: 'evil' }],
  ['no extension', { ...PAGE_SENDER, id: undefined }],
  ['nobody', {}],
  ['no tab', { ...PAGE_SENDER, tab: undefined }],
  ['a frame in a page', { ...PAGE_SENDER, frameId: 3 }],
  ['no frame', { ...PAGE_SENDER, frameId: undefined }],
  ['a page of the extension', at('chrome-extension://gleaner', '/popup.html')],
  ['a frame in a page of the extension', { ...at('chrome-extension://gleaner', '/popup.html'), frameId: 2 }],
  ['a look-alike of the extension', at('chrome-extension://gleaner.evil.example', '/')],
  ['another site', at('https://evil.example', '/papers')],
  ['a look-alike host', at('https://huggingface.co.evil.example', '/papers')],
  ['a host that ends alike', at('https://evilhuggingface.co', '/papers')],
  ['a subdomain', at('https://x.huggingface.co', '/papers')],
  ['another port', at('https://huggingface.co:8443', '/papers')],
  ['plain http', at('http://huggingface.co', '/papers')],
  ['an opaque origin', { ...PAGE_SENDER, origin: 'null' }],
  ['an origin that is no address', { ...PAGE_SENDER, origin: 'huggingface.co' }],
  ['an origin and an address that differ', { ...PAGE_SENDER, url: 'https://evil.example/' }],
  ['an address of no origin', { ...PAGE_SENDER, url: 'data:text/html,x' }],
  ['an address that is none', { ...PAGE_SENDER, url: 'huggingface' }],
  ['neither origin nor address', { ...PAGE_SENDER, origin: undefined, url: undefined }],
  ['no origin, and an address of another site', { ...PAGE_SENDER, origin: undefined, url: 'https://evil.example/' }],
];

function at(origin: string, path: string): Sender {
  return { ...PAGE_SENDER, origin, url: `${origin}${path}` };
}

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    yield* pathsIn(member, [...path, Array.isArray(value) ? Number(name) : name]);
  }
}

function isRequired(path: Path): boolean {
  return typeof path.at(-1) === 'string' && !OPTIONAL.has(path.join('.'));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );
}

/** The whole capture with another value at one place. */
function withValue(path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(WHOLE_CAPTURE);
  const holder = valueAt(copy, path.slice(0, -1));
  // Defined and not assigned: an assignment to `__proto__` would not make a field.
  const field = { value, enumerable: true, configurable: true, writable: true };
  if (typeof holder === 'object' && holder !== null) Object.defineProperty(holder, path.at(-1) ?? '', field);
  return copy;
}

function without(path: Path): unknown {
  const copy: unknown = structuredClone(WHOLE_CAPTURE);
  const holder = valueAt(copy, path.slice(0, -1));
  if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, path.at(-1) ?? '');
  return copy;
}
