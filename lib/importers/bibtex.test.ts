import { describe, expect, test } from 'vitest';
import { readBibtex } from './bibtex.ts';
import { importClock } from './import-clock.ts';
import { latexText } from './latex-text.ts';

const still = async () => undefined;
const read = (text: string) => readBibtex(text, still);
const first = async (text: string) => (await read(text)).papers[0];

describe('LaTeX in a value', () => {
  test.each([
    ['plain', 'plain'],
    [`{\\'E}tudes na{\\"\\i}ves`, 'Études naïves'],
    [`\\'Etudes na\\"{\\i}ves`, 'Études naïves'],
    ['Erd{\\H o}s and \\v{S}koda, \\c{c}a va', 'Erdős and Škoda, ça va'],
    ['{\\L}ukasz {\\O}re Stra{\\ss}e \\AA ngstr{\\"o}m', 'Łukasz Øre Straße Ångström'],
    ['50\\% \\& \\#1 \\_x \\$5', '50% & #1 _x $5'],
    ['{{LLaMA}: {Open} and Efficient}', 'LLaMA: Open and Efficient'],
    ['Bounds {$\\mathcal{O}(\\sqrt{K})$} for {$k$}-NN', 'Bounds $\\mathcal{O}(\\sqrt{K})$ for $k$-NN'],
    ['From $5 to $10 {and}', 'From $5 to $10 and'],
    ['\\emph{Not} \\textbf{bold} \\textsc{Caps}', 'Not bold Caps'],
    ["a~b ``quoted''", "a b ``quoted''"],
    ['\\textbackslash{}x \\textbraceleft{}', '\\x {'],
    ['\\alpha-stable', 'α-stable'],
    ['\\unknown{thing}', '\\unknownthing'],
    ['trailing \\', 'trailing \\'],
  ])('%s reads %s', (written, printed) => {
    expect(latexText(written)).toBe(printed);
  });
});

describe('an entry', () => {
  test('is read with names, date, identifiers, tags and status', async () => {
    const text = `@string{conf = "Conf on " # "Beans"}
@inproceedings{a1,
  title = "The {Bean} Paper", author = {van Beethoven, Ludwig and {Gemini Team, Google} and Tolkien, Jr., J. R. R. and others},
  booktitle = conf, year = 2021, month = feb, eprint = {2102.00001v3}, archivePrefix = {arXiv},
  doi = {https://doi.org/10.5555/A\\_B}, url = {https://arxiv.org/abs/2102.00001}, keywords = {one, two; starred},
  annote = {mine}, note = {Read\\_Status: In Progress}, date-added = {2024-01-23 12:00:00 +0100}
}`;
    expect(await read(text)).toMatchObject({
      refused: [],
      papers: [
        {
          title: 'The Bean Paper',
          authors: ['Ludwig van Beethoven', 'Gemini Team, Google', 'J. R. R. Tolkien Jr.'],
          venue: 'Conf on Beans',
          published: '2021-02',
          identifiers: ['arxiv:2102.00001', 'doi:10.5555/a_b'],
          addedAt: '2024-01-23T11:00:00.000Z',
          said: {
            status: { value: 'reading' },
            starred: { value: true },
            tags: { value: ['one, two'] },
            note: { value: 'mine' },
          },
        },
      ],
    });
  });

  test.each([
    [
      'crossref',
      '@inproceedings{a, title={A}, crossref={P}}\n@proceedings{p, title={Proc of B}, year=2020}',
      { venue: 'Proc of B', published: '2020' },
    ],
    ['parentheses', '@article(a, title={In (round) ones}, year=1999)', { title: 'In (round) ones', published: '1999' }],
    [
      'biblatex date',
      '@online{a, title={A}, date={2024-01-23}, eprinttype={arxiv}, eprint={math/0309136}}',
      { published: '2024-01-23', identifiers: ['arxiv:math/0309136'] },
    ],
    [
      'old number with a class apart',
      '@misc{a, title={A}, eprint={9901001}, archivePrefix={arXiv}, primaryClass={hep-th}}',
      { identifiers: ['arxiv:hep-th/9901001'] },
    ],
    ['PubMed', '@article{a, title={A}, eprint={123456}, eprinttype={pubmed}}', { identifiers: ['pmid:123456'] }],
    ['only an identifier', '@misc{a, doi={10.5555/x}}', { title: 'doi:10.5555/x', source: 'link' }],
    [
      'names in biblatex’s own way',
      '@misc{a, title={A}, author={family=Beethoven, given=Ludwig, prefix=van}}',
      { authors: ['Ludwig van Beethoven'] },
    ],
    ['a quoted value with braces', '@misc{a, title = "a {"}b{"} c"}', { title: 'a "b" c' }],
    ['a venue in the note of an online', '@online{a, title={A}, note={Workshop of B}}', { venue: 'Workshop of B' }],
    ['no key', '@misc{title={A}, year=2020}', { title: 'A', published: '2020' }],
    ['an empty key', '@misc{,\n title={A}}', { title: 'A' }],
    ['an odd key', '@misc{Some key (2020)#1, title={A}}', { title: 'A' }],
    ['text before and after', 'Some words, a@b.org\n@misc{a, title={A}} and more', { title: 'A' }],
  ])('with %s', async (_, text, expected) => {
    expect(await first(text)).toMatchObject(expected);
  });
});

test('an item as Zotero writes it', async () => {
  const text = `@misc{sprout_slow_2021,
\ttitle = {A {Slow} {Study}},
\turl = {http://arxiv.org/abs/2101.00001},
\tdoi = {10.48550/arXiv.2101.00001},
\turldate = {2024-01-23},
\tpublisher = {arXiv},
\tauthor = {Sprout, Ada},
\tmonth = jan,
\tyear = {2021},
\tnote = {arXiv:2101.00001 [cs]
Read\\_Status: Read
Read\\_Status\\_Date: 2024-01-23T10:00:00.000Z},
\tkeywords = {Computer Science - Beans, slow},
\tfile = {Full Text:/home/ada/x.pdf:application/pdf},
}
`;
  expect((await read(text)).papers).toEqual([
    {
      title: 'A Slow Study',
      authors: ['Ada Sprout'],
      published: '2021-01',
      identifiers: ['arxiv:2101.00001'],
      source: 'text-file',
      said: {
        status: { value: 'read', clock: importClock('2024-01-23T10:00:00.000Z') },
        tags: { value: ['Computer Science - Beans', 'slow'], clock: importClock(undefined) },
      },
    },
  ]);
});

describe('a broken entry is refused by its line, and the rest is read', () => {
  const good = (n: number) => `@misc{g${n}, title={Good ${n}}}`;
  test.each([
    ['an open brace', '@misc{b, title={Open {never}, year=2000}'],
    ['no closing brace', '@misc{b, title={Fine}'],
    ['no equals sign', '@misc{b, title {Fine}}'],
    ['an open quote', '@misc{b, title="never}'],
    ['rubbish', '@misc{b, ???}'],
  ])('%s', async (_, broken) => {
    const { papers, refused } = await read(`${good(1)}\n\n${broken}\n${good(2)}\n${good(3)}\n`);
    expect(papers.map(({ title }) => title)).toEqual(['Good 1', 'Good 2', 'Good 3']);
    expect(refused).toMatchObject([{ line: 3, why: 'broken' }]);
  });

  test('an entry without title and identifier', async () => {
    const { refused } = await read('@misc{a, year=2020}\n@comment{x}\n@preamble{"y"}\n');
    expect(refused).toEqual([{ line: 1, what: '@misc{a', why: 'no-title' }]);
  });
});
