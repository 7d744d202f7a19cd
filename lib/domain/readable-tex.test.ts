import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSeedTitles } from '../../tests/samples/seed-papers.ts';
import { readableTex } from './readable-tex.ts';

describe('readableTex', () => {
  test.each([
    // Backslashes lost
    ['regret of mathcal O(sqrt K) in all', 'regret of 𝒪(√K) in all'],
    ['order mathcal O(K^{2/3}) (omitting)', 'order 𝒪(K^(2/3)) (omitting)'],
    ['mathcal{O}(1/n) and mathbb{R}^d', '𝒪(1/n) and ℝ^d'],
    ['mathcal{mathcal{O} }(varepsilon^{-2})', '𝒪(ε⁻²)'],
    ['frames of 1920times1080 pixels', 'frames of 1920×1080 pixels'],
    ['a 3.7times memory reduction', 'a 3.7× memory reduction'],
    ['Acc >= 54.6\\% of 10\\$', 'Acc >= 54.6% of 10$'],
    ['(diameter leq 3^L) and a neq b', '(diameter ≤ 3^L) and a ≠ b'],
    ['frac{a}{b+c}', 'a/(b+c)'],
    ['a textbf{bold} and emph{slanted} word', 'a bold and slanted word'],
    ['we call it textsc{Gleaner}', 'we call it Gleaner'],
    ['matrix in mathbb{R}^{n times d}', 'matrix in ℝ^(n × d)'],
    ['sqrt[3]{log n} then sqrt{2}', '∛(log n) then √2'],
    ['rate alpha_1 and gamma^2', 'rate α₁ and γ²'],
    ['mathcal{C_Phi/m}', 'C_Φ/m'],
    // Backslashes kept
    ['na\\"ive Schr\\"odinger, Pok\\\'e and Erd\\H{o}s', 'naïve Schrödinger, Poké and Erdős'],
    ['{\\"O}zg{\\"u}r, \\c{C}elik, \\v{S}m\\\'{i}d, Stra\\ss e, \\L{}uk', 'Özgür, Çelik, Šmíd, Straße, Łuk'],
    ['\\alpha to \\beta \\leq \\gamma', 'α to β ≤ γ'],
    ['{\\bf New} \\emph{results} at \\url{https://a.org/b}', 'New results at https://a.org/b'],
    ["``quoted'' words", '“quoted” words'],
    // Dollar signs
    ['$\\mathcal{O}(\\sqrt{K})$ for $k$-NN', '𝒪(√K) for k-NN'],
    ['$x^2 + y_i \\leq z$', 'x² + yᵢ ≤ z'],
    ['$\\ell_2$ and $L^{*}$', 'ℓ₂ and L*'],
    ['$textbf{specialist}$ models', 'specialist models'],
    ['$\\frac{1}{2}$', '1/2'],
  ])('reads %s', (text, readable) => {
    expect(readableTex(text)).toBe(readable);
  });

  test.each([
    'From $5 to $10: Bugs for 1$',
    'three times 4 and sometimes more, in to sim star',
    'an emphatic mathematical text on fractions, sqrt and approximations',
    'snake_case, max_i, file_name_2 and __init__',
    'He said \\"hello\\" to me',
    'alpha and beta testers of Phi-3, phi3 and (gamma) rays',
    'approx 10 leqs, a Cdotters',
    'C:\\new\\table',
    '\\input{x} and \\unknown{y}',
    '$\\input{x}$ and $\\foo$',
    'x {braces} and [brackets] | pipes',
    'torch.sqrt(x) and np.frac',
    'textit and textbook and emphasis',
    'Attention Is All You Need',
  ])('leaves %s as it is', (text) => {
    expect(readableTex(text)).toBe(text);
  });

  test('changes no word of the packaged digests, alone or in a sentence', () => {
    const words = new Set(
      readSeedTitles('whole').flatMap(
        (text) => text.match(/(?<![\p{L}\\$_^{}])\p{L}[\p{L}’'-]*(?![\p{L}_^{])/gu) ?? [],
      ),
    );
    const tex = /^(?:math(?:cal|bb|bf)|[lg]eq|neq|cdot|ldots|cdots)$/;
    const plain = [...words].filter((word) => !tex.test(word));
    expect(plain.length).toBeGreaterThan(2_000);
    expect(plain.filter((word) => readableTex(word) !== word)).toEqual([]);
    const sentence = plain.filter((word) => !/^(?:sqrt|frac|emph|text..|math..+)$/.test(word)).join(' ');
    expect(readableTex(sentence)).toBe(sentence);
  });

  test('changes no title of the packaged digests that holds no TeX', () => {
    const titles = readSeedTitles('titles').filter((title) => !/[\\$^_]|math(?:cal|bb)|\dtimes/.test(title));
    expect(titles.length).toBeGreaterThan(100);
    expect(titles.filter((title) => readableTex(title) !== title)).toEqual([]);
  });

  test('read again, a text stays as it is', () => {
    const tex = fc.constantFrom(
      ...'\\ { } $ _ ^ ( ) " \' ~ % & 2 x K'.split(' '),
      ' ',
      '\\alpha',
      'alpha',
      'mathcal',
      'sqrt',
      'frac',
      'times',
      '\\leq',
      'leq',
      'emph{',
      '``',
      "''",
    );
    const text = fc.array(tex, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const read = readableTex(source);
        expect(readableTex(read)).toBe(read);
      }),
      { numRuns: 20_000 },
    );
  });

  test('takes no longer than a moment for a hostile text', () => {
    const before = performance.now();
    for (const piece of ['{', '$a ', 'mathcal{', '\\"', '_{', 'sqrt{', '``', '\\frac{'])
      readableTex(piece.repeat(20_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
