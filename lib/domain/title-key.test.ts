import { expect, test } from 'vitest';
import { isVagueTitle, titleKey } from './title-key.ts';

const SAME: [string, string][] = [
  ['Attention Is All You Need', 'attention is   all\n  you need'],
  ['Self-Attention', 'Self Attention'],
  ['ﬁne-tuning', 'Fine-Tuning'],
  ['Schrödinger Bridge', 'Schro\u0308dinger Bridge'],
  ['Schrödinger Bridge', 'Schr\\"odinger Bridge'],
  ['The \\textit{O}(n) Bound', 'The textit{O}(n) Bound'],
  ['$\\mathcal{O}(n)$ Time', 'O(n) Time'],
  ['$\\alpha$-Divergence', 'α-divergence'],
  ['CO<sub>2</sub> Capture', 'CO2 capture'],
  ['Q&amp;A at Scale', 'Q & A at scale'],
  ['Straße', 'STRASSE'],
  ['深度学习', '深度 学习'],
];
test.each(SAME)('%j and %j are one key', (a, b) => {
  expect(titleKey(a)).toBe(titleKey(b));
});

const DIFFERENT: [string, string][] = [
  ['Attention Is All You Need', 'Attention Is Not All You Need'],
  ['Scaling Laws, Part I', 'Scaling Laws, Part II'],
  ['Text Mining', 'Mining'],
  ['हिन्दी', 'हनद'],
  ['!!!', '???'],
];
test.each(DIFFERENT)('%j and %j are two keys', (a, b) => {
  expect(titleKey(a)).not.toBe(titleKey(b));
});

test('a title without letters still has a key', () => {
  expect(titleKey('∀ ∃')).toBe('=∀ ∃');
});

test('short titles are vague', () => {
  expect(isVagueTitle(titleKey('Introduction'))).toBe(true);
  expect(isVagueTitle(titleKey('Light Schrödinger Bridge'))).toBe(false);
});
