import fc from 'fast-check';
import type { Identifier } from '../../lib/domain/identifier.ts';
import type { ListedPaper } from '../../lib/domain/listed-paper.ts';
import { foldWhitespace } from '../../lib/domain/plain-text.ts';
import { STATUSES } from '../../lib/domain/shelf.ts';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';

const SEED = 20_261_122;
const ID_NUMBERS = 100_000;

const sign = fc.constantFrom(...'\\ { } $ ^ _ % # & ~ " \' ` @ , ; : = + - * / | < > [ ] ( ) ! ?'.split(' '));
// Texts of one kind, with bars between them.
const oneOf = (texts: string) => fc.constantFrom(...texts.split('¦'));
const tex = oneOf(
  "\\}¦\\{¦\\input¦$x^2$¦$\\alpha_{i}$¦$\\mathcal{O}(\\sqrt{K})$¦^^5c¦%%¦$$¦--¦``¦''¦\\\\¦{{¦}}¦" + '\\"o',
);
const markup = oneOf(
  '<b>¦</b>¦<i>x</i>¦&amp;¦&#60;¦<!--¦-->¦]]>¦<script>¦**¦__¦[[¦]]¦](¦- [x]¦#+¦:END:¦* ¦=x=¦~y~¦' +
    '<2026-01-01>¦{{{m}}}¦[fn:1]¦1.¦>¦---',
);
const word = oneOf(
  'LLaMA¦D-branes¦C++¦C#¦of¦and¦the¦On¦Models¦GPT-4¦3D¦naïve¦Łódź¦É¦x¦AT&T¦A/B¦TODO¦null¦yes¦0x1F¦' + '1e5¦2401.12340',
);
const script = oneOf(
  '模型¦注意力¦모델¦注釈¦العربية¦שלום¦Ελλάδα¦Привет¦हिन्दी¦ไทย¦😀¦👩‍👩‍👧¦🇳🇴¦𝒪¦①¦…¦–¦—¦“¦”¦’¦é¦e\u0301',
);
const control = fc.constantFrom(
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u0085',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\ud83d',
  '\uffff',
  '\t',
  '\r\n',
  '\n  ',
);
const piece = fc.oneof({ weight: 4, arbitrary: word }, { weight: 3, arbitrary: sign }, tex, markup, script, control);
const pieces = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '')), { minLength: 1, maxLength: 14 })
  .map((all) => all.flat().join(''));
const text = fc.oneof(
  { weight: 6, arbitrary: pieces },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_STRINGS.map((hostile) => hostile.text.slice(0, 400))) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-composite', maxLength: 30 }) },
);
// A paper without a title is in no library.
const title = text.filter((source) => foldWhitespace(source) !== '');

const name = fc.oneof(
  {
    weight: 5,
    arbitrary: oneOf(
      'Ludwig van Beethoven¦J. R. R. Tolkien Jr.¦Wil M. P. van der Aalst¦DeepSeek-AI¦' +
        "Gemini Team, Google¦Simon and Schuster Inc¦李明¦李 明¦Bell & Sons¦Conan O'Brien¦De-An Huang¦" +
        'jane doe¦Madonna¦others¦José Á. Núñez¦محمد علي¦Søren Ærø¦Ann Lee¦Bo {Ek¦C} Dee¦A_b C^d¦X % Y¦' +
        'E # F¦Æ $ Ø¦von Neumann¦Jean d’Alembert¦Ann and Bo¦Sammy Davis III¦O. \\alpha¦A ~ B',
    ),
  },
  text,
);
const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'));
const published = fc.oneof(
  fc.constantFrom('2024', '2024-01', '2024-01-23', '1999-12-31', '2024-02-30', '2024-13-45', '0999', '2024-00'),
  fc
    .tuple(fc.integer({ min: 1950, max: 2030 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
);
const address = fc.constantFrom(
  'https://example.org/a?b=c#d',
  'https://a.org/?q={a}%20_~^',
  'http://例え.jp/論文',
  'https://a.org/(x)_[y]',
  'https://a.org/100%25?a=1&b=2&copy;=3',
  "https://a.org/it's",
  'javascript:alert(1)',
  'https://a.org/a,b;c|d',
);
const instant = fc
  .date({ min: new Date('1991-08-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

function identifiers(number: number): fc.Arbitrary<Identifier[]> {
  const serial = String(number % ID_NUMBERS).padStart(5, '0');
  return fc.oneof(
    digits(1).map((): Identifier[] => [`arxiv:2401.${serial}`]),
    fc.constantFrom<Identifier[]>(
      [],
      [`arxiv:hep-th/99${String((number % 12) + 1).padStart(2, '0')}${serial.slice(-3)}`],
      [`doi:10.1000/(x)_${number};<漢>`],
      [`doi:10.1000/a{b_${number}`, `openreview:Forum_${number}`],
      [`arxiv:2401.${serial}`, `doi:10.1000/${number}%23`],
    ),
  );
}

const anyPaper = fc.record({
  title,
  facts: fc.record(
    {
      authors: fc.array(name, { maxLength: 5 }),
      abstract: text,
      published,
      venue: text,
      organisation: text,
      keywords: fc.array(text, { maxLength: 3 }),
      page: address,
      pdf: address,
      code: address,
    },
    { requiredKeys: [] },
  ),
  entry: fc.record({
    status: fc.constantFrom(...STATUSES),
    starred: fc.boolean(),
    tags: fc.array(text, { maxLength: 3 }),
    note: text,
    addedAt: instant,
  }),
  number: fc.nat(ID_NUMBERS),
  digest: fc.record({ title: text, query: text }, { requiredKeys: [] }),
});

/** Papers made to break writers, the same ones every time. */
export function hostilePapers(count: number): ListedPaper[] {
  const made = fc.sample(
    anyPaper.chain((paper) => identifiers(paper.number).map((ids) => ({ ...paper, ids }))),
    { numRuns: count, seed: SEED },
  );
  return made.map(({ title: own, facts, entry, ids, digest }, place) =>
    listedPaper({
      paper: { id: place + 1, title: own, ...facts, identifiers: ids },
      entry: { ...entry, paperId: place + 1 },
      seen: [seenIn(digest)],
    }),
  );
}
