import { describe, expect, test } from 'vitest';
import { plainKey } from './citation-key-styles.ts';
import { startKeys } from './citation-keys.ts';
import type { KeyStyle } from './exporter.ts';

const cited = (title: string, author?: string, published?: string) => ({
  title,
  identifiers: [],
  ...(author ? { authors: [author] } : {}),
  ...(published ? { published } : {}),
});

describe('a key in the style', () => {
  test.each<[KeyStyle, string, string | undefined, string | undefined, string]>([
    ['scholar', 'The Harvest of Patient Gardeners', 'Ann Lee', '2024-05', 'lee2024harvest'],
    ['better-bibtex', 'The Harvest of Patient Gardeners', 'Ann Lee', '2024-05', 'leeHarvestPatientGardeners2024'],
    ['arxiv', 'The Harvest of Patient Gardeners', 'Ann Lee', '2024-05', 'lee2024harvestpatientgardeners'],
    ['better-bibtex', 'SEED: Pre-growing of Deep Gardens', 'Bo Ek', '2019', 'ekSEEDPregrowingDeep2019'],
    ['arxiv', 'SEED: Pre-growing of Deep Gardens', 'Bo Ek', '2019', 'ek2019seedpregrowingdeepgardens'],
    ['better-bibtex', 'Roots', 'Ludwig van Beethoven', '1801', 'vanbeethovenRoots1801'],
    ['arxiv', 'Roots', undefined, undefined, 'unknownunknownroots'],
    ['better-bibtex', 'Łódź in Über Gardens', undefined, '2020', 'LodzUberGardens2020'],
    ['better-bibtex', '模型', '李明', '2024', 'paper2024'],
  ])('%s: %s by %s', (style, title, author, published, key) => {
    expect(plainKey(style, cited(title, author, published))).toBe(key);
  });
});

describe('a key that was given before', () => {
  const paper = { ...cited('Roots', 'Ann Lee', '2024'), id: 1 };

  test('stays, whatever the paper is called now', () => {
    const keys = startKeys({ keyOf: (id) => (id === 1 ? 'Lee:2023_old' : undefined) });
    expect(keys.keyFor(paper)).toBe('Lee:2023_old');
    expect([...keys.newKeys()]).toEqual([]);
  });

  test('is given to no other paper, also when its own comes later or is not in the file', () => {
    const frozen = new Map([[2, 'lee2024roots']]);
    const keys = startKeys({
      keyOf: (id) => frozen.get(id),
      isKeyTaken: (key) => [...frozen.values()].includes(key),
    });
    expect(keys.keyFor(paper)).toBe('lee2024rootsa');
    expect(keys.keyFor({ ...paper, id: 2 })).toBe('lee2024roots');
    expect([...keys.newKeys()]).toEqual([[1, 'lee2024rootsa']]);
  });

  test('is made anew where it is none that programs read', () => {
    expect(startKeys({ keyOf: () => 'a,b {c}' }).keyFor(paper)).toBe('lee2024roots');
  });

  test('is never twice in one file', () => {
    const keys = startKeys({ keyOf: () => 'same' });
    expect([keys.keyFor(paper), keys.keyFor({ ...paper, id: 2 })]).toEqual(['same', 'samea']);
  });
});

test('keys that differ in capitals alone count as the same, as they do for BibTeX', () => {
  const keys = startKeys({ keyStyle: 'better-bibtex' });
  const [first, second] = [cited('Seed', 'Bo Ek', '2019'), cited('SEED', 'Bo Ek', '2019')].map(keys.keyFor);
  expect([first, second]).toEqual(['ekSeed2019', 'ekSEED2019a']);
});

test('new keys are not collected for a caller that does not ask for them', () => {
  const keys = startKeys();
  keys.keyFor({ ...cited('Roots'), id: 1 });
  expect(keys.newKeys().size).toBe(0);
});
