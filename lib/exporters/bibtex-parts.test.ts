import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitMaths } from './bibtex-maths.ts';
import { bibtexAuthors } from './bibtex-names.ts';
import { bibtexTitle } from './bibtex-text.ts';
import { startKeys } from './citation-keys.ts';

describe('bibtexTitle', () => {
  test.each([
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['LLaMA: Open and Efficient', '{LLaMA}: Open and Efficient'],
    ['Loops and D-branes in C++', 'Loops and {D-branes} in {C++}'],
    ['GPT-4 and mT5 for K-means', '{GPT-4} and {mT5} for {K-means}'],
    ['An LLM-Based Few-Shot Method', 'An {LLM}-Based Few-Shot Method'],
    ['3D Scenes (NeRF)', '{3D} Scenes ({NeRF})'],
    ['VILA^2: VILA Augmented VILA', '{VILA\\textasciicircum{}2}: {VILA} Augmented {VILA}'],
    ['A Simple L_2 Norm', 'A Simple {L\\_2} Norm'],
    ['AT&T #MeToo C#', '{AT\\&T} \\#{MeToo} {C\\#}'],
    ['Bounds $\\mathcal{O}(\\sqrt{K})$ for $k$-NN', 'Bounds {$\\mathcal{O}(\\sqrt{K})$} for {$k$}-{NN}'],
    ['Fixing 7,400 Bugs for 1$: Cheap', 'Fixing 7,400 Bugs for 1\\$: Cheap'],
    ['From $5 to $10', 'From \\$5 to \\$10'],
    ['Open-Sora: A Study of Self-Attention', '{Open-Sora}: A Study of Self-Attention'],
    ['X^{2}-INR and {Sets}', 'X\\textasciicircum{}\\{2\\}-{INR} and \\{Sets\\}'],
    ['Lone } and {LLM', 'Lone \\textbraceright{} and \\textbraceleft{}LLM'],
    ['a < b | c > d', 'a < b | c > d'],
    ['C# <a_<b>', '{C\\#} <a\\_{}<b>'],
    ['Élan of ÉLAN 模型', 'Élan of {ÉLAN} 模型'],
  ])('writes %s', (title, written) => {
    expect(bibtexTitle(title)).toBe(written);
  });
});

describe('splitMaths', () => {
  test.each([
    '$\\input{x}$',
    '$\\write18{x}$',
    '$x^^5cinput$',
    '$\\}$',
    '${$',
    '$a%b$',
    '$a#1$',
    '$and so on$',
    '$ x $',
    '$x$5',
    '\\$x$',
    '$\\def\\a{x}$',
    '$$',
    '$x',
    '$\\{x}$',
    '$\\left($',
  ])('takes %s for text', (text) => {
    expect(splitMaths(text).every((piece) => !piece.maths)).toBe(true);
  });

  test('loses and adds nothing', () => {
    const text = fc.string({ unit: fc.constantFrom('$', 'x', ' ', '\\', '{', '}', '\\alpha', '^', '2') });
    fc.assert(
      fc.property(text, (whole) => {
        expect(
          splitMaths(whole)
            .map((piece) => (piece.maths ? `$${piece.text}$` : piece.text))
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});

describe('bibtexAuthors', () => {
  test.each([
    ['Ashish Vaswani', 'Vaswani, Ashish'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Wil M. P. van der Aalst', 'van der Aalst, Wil M. P.'],
    ['Maria Angels de Luis Balaguer', 'de Luis Balaguer, Maria Angels'],
    ['J. R. R. Tolkien Jr.', 'Tolkien, Jr., J. R. R.'],
    ['De-An Huang', 'Huang, De-An'],
    ['Huatong Ai', 'Ai, Huatong'],
    ['jane doe', 'doe, jane'],
    ['DeepSeek-AI', '{DeepSeek-AI}'],
    ['Gemini Team, Google', '{Gemini Team, Google}'],
    ['Simon and Schuster Inc', '{Simon and Schuster Inc}'],
    ['Mistral AI', '{Mistral AI}'],
    ['LG AI Research', '{LG AI Research}'],
    ['Meituan LongCat Team', '{Meituan LongCat Team}'],
    ['GLM-4. 5 Team', '{GLM-4. 5 Team}'],
    ['李明', '{李明}'],
    ['others', '{others}'],
    ['C} D$ee', 'ee, C D'],
    ['Ann --', '{Ann --}'],
    ['Ann [Lee] Bo', '{Ann [Lee] Bo}'],
    ['Bell & Sons', '{Bell \\& Sons}'],
    ['Fajri  Koto\n', 'Koto, Fajri'],
  ])('writes %s', (name, written) => {
    expect(bibtexAuthors([name])).toBe(written);
  });

  test('joins all names in order and leaves out empty ones', () => {
    expect(bibtexAuthors(['Ann Lee', ' ', 'Bo Ek'])).toBe('Lee, Ann and Ek, Bo');
    expect(bibtexAuthors(['', '\u0000', '$', '--'])).toBeUndefined();
  });

  test('never lets one name become two', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Ann', 'and', 'AND', 'van', 'Lee', ',', 'Jr.', '{', 'et'), { minLength: 1 }),
        (words) => {
          const outside = (bibtexAuthors([words.join(' ')]) ?? '').replace(/\{.*\}/, '');
          expect(outside).not.toMatch(/ and /i);
        },
      ),
    );
  });
});

describe('citation keys', () => {
  const keys = (...papers: [title: string, author?: string | undefined, year?: string | undefined][]) =>
    papers
      .map(([title, author, published]) => ({
        title,
        identifiers: [],
        ...(author ? { authors: [author] } : {}),
        ...(published ? { published } : {}),
      }))
      .map(startKeys().keyFor);

  test.each([
    ['On the Attention of Models', 'Ann Smith', '2024-02', 'smith2024attention'],
    ['A Study', 'Ludwig van Beethoven', '1801', 'beethoven1801study'],
    ['Łódź Über Alles', 'Jörg Müller-Łuk', '2020', 'mullerluk2020lodz'],
    ['Gemini', 'Gemini Team', '2023', 'gemini2023gemini'],
    ['Attention Is All You Need', undefined, undefined, 'attentionallneed'],
    ['模型', '李明', '2024', 'paper2024'],
    ['The', 'Ann Smith', undefined, 'smiththe'],
  ])('make of %s by %s in %s the key %s', (title, author, year, key) => {
    expect(keys([title, author, year])).toEqual([key]);
  });

  test('differ by a letter where they would be the same, in the order given', () => {
    const same = (count: number) =>
      keys(...Array.from({ length: count }, (): [string, string, string] => ['Lists', 'Ann Lee', '2024']));
    expect(same(3)).toEqual(['lee2024lists', 'lee2024listsa', 'lee2024listsb']);
    expect(same(29).slice(-3)).toEqual(['lee2024listsz', 'lee2024listsaa', 'lee2024listsab']);
  });

  test('differ whatever the titles are', () => {
    const title = fc
      .array(fc.constantFrom('list', 'lista', 'a', 'b', 'listb', '模'), { maxLength: 3 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(title, { maxLength: 40 }), (titles) => {
        expect(new Set(keys(...titles.map((text): [string] => [text]))).size).toBe(titles.length);
      }),
    );
  });
});
