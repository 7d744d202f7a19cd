import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listedPaper, seenIn } from '../../tests/samples/listed-paper.ts';
import { wholeExport } from '../../tests/samples/whole-export.ts';
import { exporters } from './registry.ts';

const options = { exportedAt: '2026-11-22T08:00:00.000Z', heading: 'Unread' };
const paper = fc
  .record({ title: fc.constantFrom('Lists', 'On Trees', '模型'), digest: fc.constantFrom('a', 'b', 'c') })
  .map(({ title, digest }) => listedPaper({ paper: { title }, seen: [seenIn({ key: digest })] }));

test.each([...exporters.values()])('a $id file is the same however its papers are cut into pieces', (exporter) => {
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (papers, piece) => {
      expect(wholeExport(exporter, papers, options, piece)).toBe(wholeExport(exporter, papers, options));
    }),
  );
});

test.each([
  ['markdown', '# Unread\n\n'],
  ['bibtex', ''],
  ['json', '{"format":"gleaner","version":1,"exportedAt":"2026-11-22T08:00:00.000Z","papers":[],"digests":[]}'],
] as const)('a %s file without papers is whole', (id, expected) => {
  const exporter = exporters.get(id);
  const text = exporter ? wholeExport(exporter, [], options) : '';
  expect(id === 'json' ? JSON.stringify(JSON.parse(text)) : text).toBe(expected);
});

test('a json file is indented as one piece of JSON would be', () => {
  const [exporter, papers] = [exporters.get('json'), [listedPaper({ seen: [seenIn({})] }), listedPaper()]];
  const text = exporter ? wholeExport(exporter, papers, options, 1) : '';
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
});
