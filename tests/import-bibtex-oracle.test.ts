import { parse } from '@retorquere/bibtex-parser';
import { expect, test } from 'vitest';
import { readBibtex } from '../lib/importers/bibtex.ts';

// The parser of Better BibTeX for Zotero, which reads BibTeX as it is found. It needs some 28 ms an entry, so that ten
// thousand take minutes, and it cannot say on which line an entry breaks off: the extension reads by its own code.
const CASES = [
  `@article{a, title={{\\'E}tudes na{\\"i}ves on {LLaMA}}, author={M{\\"u}ller, Jos{\\'e} and van Beethoven, Ludwig}, year=2020}`,
  '@string{jan1 = "A Journal"} @article{b, title="The {Bean} Paper", journal=jan1 # { of Beans}, author={Ada Sprout}}',
  '@inproceedings{c, title={A}, crossref={p}, author={Bo Root}}\n@proceedings{p, title={Proc. of B}, year={2020}}',
  '@book(d, title={In (round) ones}, author={{Gemini Team} and Erd{\\H o}s, Paul and {\\L}ukasz, Jan})',
  '@misc{e, title={50\\% of A\\&B \\#1 under\\_score}, author={Tolkien, Jr., J. R. R.}}',
  '@comment{not this}\n@preamble{"\\newcommand{x}"}\n@misc{f, title={Stra{\\ss}e and {\\O}re \\c{c}a}, author={{\\v{S}}koda, A.}}',
];

test.each(CASES)('titles and names are read as Better BibTeX reads them: %s', async (text) => {
  const theirs = parse(text, { english: false, sentenceCase: false }).entries;
  const ours = (await readBibtex(text, async () => undefined)).papers;
  expect(ours.map(({ title }) => title)).toEqual(theirs.map(({ fields }) => fields.title?.normalize()));
  expect(ours.map(({ authors = [] }) => authors)).toEqual(
    theirs.map(({ fields: { author = [] } }) =>
      author.map(
        ({ name, firstName, prefix, lastName, suffix }) =>
          name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ').normalize(),
      ),
    ),
  );
});
