import { expect, test } from 'vitest';
import { readTextDigest } from './text-digest.ts';

const SEEN_AT = '2026-11-22T08:00:00.000Z';
const PAPERS = 100;
const text = `Mar 11\n\n${Array.from({ length: PAPERS }, (_, place) => `On Lists of Kind ${place}\n\nWe study lists of kind ${place}.\n\n`).join('')}`;

test('reading stops for breath between lines and between papers, and reads the same', async () => {
  let breaths = 0;
  const breathe = async () => {
    breaths += 1;
  };
  const read = await readTextDigest(text, { seenAt: SEEN_AT, breathe });
  expect(breaths).toBeGreaterThan(text.split('\n').length * 2 + PAPERS);
  expect(read).toEqual(await readTextDigest(text, { seenAt: SEEN_AT }));
  expect(read).toMatchObject({ ok: true, value: { papers: { length: PAPERS } } });
});
