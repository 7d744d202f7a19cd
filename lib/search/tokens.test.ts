import { expect, test } from 'vitest';
import { indexTokens, lookUpTokens, runsOf, sequenceOf } from './tokens.ts';

const TOKENS: [string, string[]][] = [
  ['Self-Supervised GPT-4o', ['self', 'supervised', 'gpt', '4o']],
  ['Schrödinger, Zoë & ß', ['schrodinger', 'zoe', 'ss']],
  ['ﬁne ＡＩ', ['fine', 'ai']],
  ['Обучение графов', ['обучение', 'графов']],
  ['语言模型', ['语言', '言模', '模型', '型']],
  ['型', ['型']],
  ['GPT模型v2', ['gpt', '模型', '型', 'v2']],
  ['한국어', ['한국', '국어', '어']],
  ['ที่', ['ที', 'ี่', '่']],
  ['𠮷野家', ['𠮷野', '野家', '家']],
  ['∀∃ — !', []],
  ['a'.repeat(60), ['a'.repeat(48)]],
];
test.each(TOKENS)('%j is indexed as %j', (text, tokens) => {
  expect(indexTokens(text)).toEqual(tokens);
});

test.each([
  ['语言模型', ['语言', '言模', '模型']],
  ['型', ['型']],
  ['GPT模型', ['gpt', '模型']],
])('%j is looked up as %j', (text, tokens) => {
  expect(runsOf(text).flatMap(lookUpTokens)).toEqual(tokens);
});

test.each([
  ['Deep, deep learning', ' deep deep learning '],
  ['GPT模型 x', ' gpt 模 型 x '],
  ['—', ''],
])('the sequence of %j is %j', (text, sequence) => {
  expect(sequenceOf(text)).toBe(sequence);
});
