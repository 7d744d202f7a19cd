import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { linkParts } from './links-in-text.ts';

const show = (text: string) =>
  linkParts(text)
    .map((part) => (part.href ? `<${part.text}>` : part.text))
    .join('');

describe('linkParts', () => {
  test.each([
    // As the seeds have them
    ['models at https://github.com/abhi1kumar/SeaBird', 'models at <https://github.com/abhi1kumar/SeaBird>'],
    [
      'open-sourced at https://github.com/Optimization-AI/ICML2023_LDR.',
      'open-sourced at <https://github.com/Optimization-AI/ICML2023_LDR>.',
    ],
    ['found at this https://hari-sikchi.github.io/dual-rl.', 'found at this <https://hari-sikchi.github.io/dual-rl>.'],
    ['at https://github.com/THUDM/GLM-130B .', 'at <https://github.com/THUDM/GLM-130B> .'],
    ['here: https://github.com/quandao10/sLCT/', 'here: <https://github.com/quandao10/sLCT/>'],
    [
      'at https://github.com/xuke225/EQ-Net.git{https://github.com/xuke225/EQ-Net}.',
      'at <https://github.com/xuke225/EQ-Net.git>.',
    ],
    [
      'https://github.com/BrotherHappy/OSTQuant{https://github.com/BrotherHappy/OSTQuant}.',
      '<https://github.com/BrotherHappy/OSTQuant>.',
    ],
    ['at https://a.org/peft and at https://a.org/sft-llm.', 'at <https://a.org/peft> and at <https://a.org/sft-llm>.'],
    // As other papers have them
    ['code \\url{https://a.org/LLaMAX/.} and', 'code <https://a.org/LLaMAX/> and'],
    ['code \\url{https://a.org/ }', 'code <https://a.org/>'],
    ['code url{https://a.org/x}, and', 'code <https://a.org/x>, and'],
    ['is \\href{https://a.org/x}{here}.', 'is <https://a.org/x> (here).'],
    ['at https://a.org/URAE{here}, and', 'at <https://a.org/URAE> (here), and'],
    ['at https://a.org/x{a.org/x}.', 'at <https://a.org/x>.'],
    ['at https://a.org/SDXL\\_NCP\\_v0.1', 'at <https://a.org/SDXL_NCP_v0.1>'],
    ['code (https://a.org/x) and', 'code (<https://a.org/x>) and'],
    ['see [Link](https://a.org/x).', 'see [Link](<https://a.org/x>).'],
    ['see https://a.org/a_(b), and', 'see <https://a.org/a_(b)>, and'],
    ['code: http://a.org/arazn-llm}, and', 'code: <http://a.org/arazn-llm>}, and'],
    ['on "https://a.org/x".', 'on "<https://a.org/x>".'],
    ['href="https://a.org/x/">this', 'href="<https://a.org/x/>">this'],
    ['Fluxhttps://a.org/flux model', 'Flux<https://a.org/flux> model'],
    ['见 https://a.org/x，我们', '见 <https://a.org/x>，我们'],
    // Not addresses
    ['this https URL, http:// and https://localhost', 'this https URL, http:// and https://localhost'],
    ['javascript:alert(1) data:text/html,x github.com/a', 'javascript:alert(1) data:text/html,x github.com/a'],
    ['https://arxiv.org@evil.example/x', 'https://arxiv.org@evil.example/x'],
    ['', ''],
  ])('shows %j as it should be read', (text, shown) => {
    expect(show(text)).toBe(shown);
  });

  test('keeps an address visible whatever its label says', () => {
    expect(linkParts('\\href{https://evil.example/}{https://arxiv.org/abs/2401.00001}')).toEqual([
      { text: 'https://evil.example/', href: 'https://evil.example/' },
    ]);
  });

  test('gives only http and https addresses for any text', () => {
    const text = fc.array(
      fc.constantFrom('http', 's', '://', 'a.org', '/x', '.', '{', '}', '\\url', '(', ')', ' ', 'javascript:'),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        for (const { href } of linkParts(pieces.join(''))) expect(href ?? 'https://').toMatch(/^https?:\/\//);
      }),
    );
  });

  test('loses no word of a text without addresses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('://'));
        expect(show(text)).toBe(text);
      }),
    );
  });

  test.each(HOSTILE_STRINGS)('reads "$name" quickly and without a throw', ({ text }) => {
    const started = performance.now();
    linkParts(text + text);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('finds every address of the example digests', () => {
    const folder = new URL('../../seeds/', import.meta.url);
    const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const hrefs = texts
      .flatMap((text) => text.split('\n').flatMap(linkParts))
      .flatMap(({ href }) => (href ? [href] : []));
    expect(hrefs).toHaveLength(47);
    expect(hrefs.filter((href) => /[.,){}\]]$/.test(href))).toEqual([]);
  });
});
