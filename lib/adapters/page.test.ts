import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { mathTextOf, textOf } from './page.ts';

const ASSISTIVE =
  '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>O</mi><mo stretchy="false">(</mo><msup><mi>n</mi><mn>2</mn></msup><mo stretchy="false">)</mo></math>';
const DRAWN_2 = `<span class="MathJax" id="MathJax-Element-1-Frame" data-mathml="x"><nobr aria-hidden="true">Ο(n2)</nobr><span class="MJX_Assistive_MathML">${ASSISTIVE}</span></span>`;
const SCRIPT = '<script type="math/tex" id="MathJax-Element-1">O(n^2)</script>';

describe('the text of an element with a formula', () => {
  test.each([
    ['before MathJax 2 has drawn it', `<span class="MathJax_Preview">O(n^2)</span>${SCRIPT}`],
    ['as MathJax 2 draws it', `<span class="MathJax_Preview"></span>${DRAWN_2}${SCRIPT}`],
    ['as MathJax 2 draws it, without class names', `${DRAWN_2.replace('class="MathJax" ', '')}${SCRIPT}`],
    ['as MathJax 2 draws it, without its script', DRAWN_2],
    ['as MathJax 2 shows it on a line of its own', `<div class="MathJax_Display">${DRAWN_2}</div>${SCRIPT}`],
    ['of which only the preview is left', '<span class="MathJax_Preview">O(n^2)</span>'],
    [
      'drawn by MathJax 3',
      `<mjx-container><mjx-math aria-hidden="true"></mjx-math><mjx-assistive-mml>${ASSISTIVE}</mjx-assistive-mml></mjx-container>`,
    ],
    [
      'drawn by MathJax 4',
      '<mjx-container><mjx-math data-latex="O(n^2)"><mjx-mi>O</mjx-mi></mjx-math></mjx-container>',
    ],
    [
      'drawn by KaTeX',
      '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>O</mi></mrow><annotation encoding="application/x-tex">O(n^2)</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">O(n2)</span></span>',
    ],
  ])('holds its TeX once: %s', (_, formula) => {
    expect(mathTextOf(paragraph(`Sorting in <b>time ${formula}</b> is slow.`))).toBe(
      'Sorting in time $O(n^2)$ is slow.',
    );
  });

  test.each([
    ['<msub><mi>x</mi><mn>10</mn></msub>', 'x_{10}'],
    ['<mfrac><mi>a</mi><mi>b</mi></mfrac>', '\\frac{a}{b}'],
    ['<msqrt><mi>a</mi></msqrt>', '\\sqrt{a}'],
    ['<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>', 'x_i^2'],
    ['<mtext>if&nbsp;new</mtext>', '\\text{if new}'],
    ['<mfrac><mi>a</mi></mfrac>', 'a'],
  ])('is made of what screen readers are told: %s', (math, tex) => {
    expect(mathTextOf(paragraph(`<mjx-container><math>${math}</math></mjx-container>`))).toBe(`$${tex}$`);
  });

  test('of two formulas in a row is both, in their order', () => {
    expect(mathTextOf(paragraph(`${SCRIPT} and ${DRAWN_2}<script type="math/tex">k</script>.`))).toBe(
      '$O(n^2)$ and $k$.',
    );
  });

  test('leaves out comments and other scripts', () => {
    expect(mathTextOf(paragraph(`a<!-- b --><script>c</script>${SCRIPT}`))).toBe('a$O(n^2)$');
  });
});

test('the text of an element without a formula is its text as it stands', () => {
  const element = paragraph('Prices of $5 <i>and</i>  more');
  expect(mathTextOf(element)).toBe(textOf(element));
  expect(mathTextOf(undefined)).toBe('');
});

function paragraph(html: string): Element {
  return (
    new JSDOM(`<!doctype html><div>${html}</div>`).window.document.querySelector('div') ??
    new JSDOM().window.document.body
  );
}
