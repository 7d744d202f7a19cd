import { describe, expect, test } from 'vitest';
import { bare, writeAs } from '../../tests/samples/known-paper.ts';
import { exporters } from './registry.ts';

test('biblatex writes an online entry with a whole date', () => {
  expect(writeAs('biblatex')).toBe(`@online{beethoven2024patient,
  title = {Patient {SEEDs} \\& \\{Roots\\}},
  author = {van Beethoven, Ludwig and Tolkien, Jr., J. R. R. and {Garden Team, Kew}},
  date = {2024-01-23},
  eprint = {2401.12340},
  eprinttype = {arxiv},
  pubstate = {prepublished},
  doi = {10.48550/arXiv.2401.12340},
  url = {https://arxiv.org/abs/2401.12340},
  urldate = {2026-11-20},
  keywords = {growth, to cite, a b},
  abstract = {We grow mathcal O(sqrt K) seeds.}
}
`);
  expect(writeAs('biblatex', {}, [bare])).toBe('@misc{bare,\n  title = {Bare}\n}\n');
});

test('ris writes a journal article that says that it is a preprint', () => {
  expect(writeAs('ris').split('\r\n')).toEqual([
    'TY  - JOUR',
    'ID  - beethoven2024patient',
    'TI  - Patient SEEDs & {Roots}',
    'AU  - van Beethoven, Ludwig',
    'AU  - Tolkien, J. R. R., Jr.',
    'AU  - Garden Team Kew',
    'PY  - 2024',
    'DA  - 2024/01/23/',
    'JO  - arXiv',
    'M3  - Preprint',
    'DO  - 10.48550/arXiv.2401.12340',
    'UR  - https://arxiv.org/abs/2401.12340',
    'AN  - arXiv:2401.12340',
    'KW  - growth',
    'KW  - to cite',
    'KW  - a, b',
    'N1  - Read_Status: Read',
    'N1  - First second',
    'AB  - We grow mathcal O(sqrt K) seeds.',
    'ER  - ',
    '',
    '',
  ]);
});

test('csl-json writes a preprint as Zotero reads one', () => {
  expect(JSON.parse(writeAs('csl-json'))).toEqual([
    {
      id: 'beethoven2024patient',
      'citation-key': 'beethoven2024patient',
      type: 'article',
      title: 'Patient SEEDs & {Roots}',
      author: [
        { family: 'van Beethoven', given: 'Ludwig' },
        { family: 'Tolkien', given: 'J. R. R.', suffix: 'Jr.' },
        { literal: 'Garden Team, Kew' },
      ],
      issued: { 'date-parts': [[2024, 1, 23]] },
      publisher: 'arXiv',
      number: 'arXiv:2401.12340',
      genre: 'preprint',
      DOI: '10.48550/arXiv.2401.12340',
      URL: 'https://arxiv.org/abs/2401.12340',
      keyword: 'growth, to cite, a b',
      note: 'Read_Status: Read\nFirst second',
      abstract: 'We grow mathcal O(sqrt K) seeds.',
    },
  ]);
  expect(writeAs('csl-json', {}, [])).toBe('[\n]\n');
});

test('org writes a headline with its facts in a drawer', () => {
  expect(writeAs('org', { heading: 'Unread' })).toBe(`#+OPTIONS: ^:{} -:nil
#+TITLE: Unread
#+TODO: TODO READING | DONE SKIPPED

* DONE Patient SEEDs & {Roots} :starred:to_cite:a_b:
:PROPERTIES:
:CUSTOM_ID: beethoven2024patient
:AUTHORS: Ludwig van Beethoven; J. R. R. Tolkien Jr.; Garden Team, Kew
:PUBLISHED: 2024-01-23
:ARXIV: 2401.12340
:DOI: 10.48550/arXiv.2401.12340
:URL: https://arxiv.org/abs/2401.12340
:ADDED: 2026-11-20
:END:
First

second

We grow mathcal O(sqrt K) seeds.

`);
});

describe('for people to read', () => {
  test.each(['html', 'atom', 'bookmarks'] as const)('%s shows TeX that lost its backslashes', (id) => {
    expect(writeAs(id)).toContain('We grow 𝒪(√K) seeds.');
  });

  test('html says in its own policy that nothing is loaded', () => {
    expect(writeAs('html')).toContain(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
  });

  test('an atom entry without an address has content and an id of its own', () => {
    const text = writeAs('atom', {}, [bare, bare]);
    expect(text).toContain('<content type="text"></content>');
    expect(text.match(/<id>urn:x-gleaner:paper:bare[^<]*/g)).toEqual([
      '<id>urn:x-gleaner:paper:bare',
      '<id>urn:x-gleaner:paper:bare#2',
    ]);
  });
});

test.each([...exporters.keys()].filter((id) => id !== 'json'))('%s leaves abstracts out when it is told to', (id) => {
  expect(writeAs(id, { abstracts: false })).not.toMatch(/We grow/);
});
