import { expect, test } from 'vitest';
import type { Field } from './fields.ts';
import { highlight } from './highlight.ts';

const CASES: [text: string, query: string, marked: string, field?: Field][] = [
  ['Diffusion models', 'diff', '[Diffusion] models'],
  ['Diffusion models', 'diff models', 'Diffusion [models]'],
  ['Diffusion models', 'diff ', 'Diffusion models'],
  ['Schrödinger’s cat', 'schrodinger cat', '[Schrödinger]’s [cat]'],
  ['大规模语言模型', '语言', '大规模[语言]模型'],
  ['大规模语言模型', '语', '大规模[语]言模型'],
  ['GPT模型 and gpt4', 'gpt', '[GPT]模型 and [gpt4]'],
  ['<b>bold</b>', 'b', '<[b]>[bold]</[b]>'],
  ['nothing here', '', 'nothing here'],
  ['', 'nothing', ''],
  ['Large language models are large', '"large language"', '[Large language] models are large'],
  ['Self-supervised, and supervised', '"self supervised"', '[Self-supervised], and supervised'],
  ['graphs without nets', 'graphs -nets', '[graphs] without nets'],
  ['graphs without nets', '-graphs', 'graphs without nets'],
  ['Ada Kim', 'author:kim', 'Ada Kim'],
  ['Ada Kim', 'author:kim', 'Ada Kim', 'title'],
  ['Ada Kim', 'author:kim', 'Ada [Kim]', 'authors'],
  ['Juan de la Cruz', 'author:"de la cruz" juan', '[Juan] [de la Cruz]', 'authors'],
  ['Ein Straßennetz', 'strassennetz', 'Ein [Straßennetz]'],
];
test.each(CASES)('%j under %j is marked as %j', (text, query, marked, field) => {
  const parts = highlight(text, query, field);
  expect(parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('')).toBe(marked);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});
