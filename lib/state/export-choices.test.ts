import { expect, test } from 'vitest';
import { known, writeAs } from '../../tests/samples/known-paper.ts';
import { exporters } from '../exporters/registry.ts';
import { FORMATS, hasAbstracts, hasGroups, hasKeys, readExportChoices } from './export-choices.ts';

const files = FORMATS.flatMap((format) => (format === 'obsidian' ? [] : [format]));

test('every format that can be written is offered once', () => {
  expect([...files].sort()).toEqual([...exporters.keys()].sort());
  expect(new Set(FORMATS).size).toBe(FORMATS.length);
});

test.each(files)('%s offers the choices that change its file, and no others', (format) => {
  expect(hasAbstracts(format), 'abstracts').toBe(writeAs(format, { abstracts: false }) !== writeAs(format));
  expect(hasGroups(format), 'groups').toBe(writeAs(format, { groupBy: 'status' }) !== writeAs(format));
  const keyed = writeAs(format, { keyOf: () => 'given2024' }, [known]);
  expect(hasKeys(format), 'keys').toBe(keyed !== writeAs(format));
});

test('choices are remembered, and what is none of them takes its default', () => {
  const choices = { format: 'org', keyStyle: 'arxiv', abstracts: false, order: 'title', groupBy: 'tag' } as const;
  expect(readExportChoices(JSON.parse(JSON.stringify(choices)))).toEqual(choices);
  const usual = { format: 'markdown', keyStyle: 'scholar', abstracts: true, order: 'listed', groupBy: 'none' };
  for (const stored of [undefined, null, 'x', [], { format: 'exe', order: 3, groupBy: '__proto__' }])
    expect(readExportChoices(stored)).toEqual(usual);
});
