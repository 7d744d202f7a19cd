import { describe, expect, test } from 'vitest';
import { bare, writeAs } from '../../tests/samples/known-paper.ts';
import { listedPaper } from '../../tests/samples/listed-paper.ts';
import type { ExporterId } from './exporter.ts';

describe('services', () => {
  test.each<[ExporterId, string, string]>([
    [
      'readwise',
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
      `Patient SEEDs & {Roots},https://arxiv.org/abs/2401.12340,,"['to cite','a b']",2026-11-20 08:00:00+00:00,1,archive,True`,
    ],
    [
      'raindrop',
      'url,folder,title,note,tags,created',
      'https://arxiv.org/abs/2401.12340,Gleaner,Patient SEEDs & {Roots},"First\nsecond","to cite, a b, read",2026-11-20T08:00:00.000Z',
    ],
    [
      'instapaper',
      'URL,Title,Selection,Folder,Timestamp',
      'https://arxiv.org/abs/2401.12340,Patient SEEDs & {Roots},"First\nsecond",Starred,1795161600',
    ],
  ])('%s gets its own columns', (id, head, row) => {
    expect(writeAs(id)).toBe(`${head}\r\n${row}\r\n`);
  });

  test('a paper without an address gets that of a search, since services keep addresses', () => {
    expect(writeAs('instapaper', {}, [bare])).toContain('https://huggingface.co/papers?q=Bare,Bare,,Unread,');
  });

  test('csv-import holds a text as it is, where csv disarms a formula', () => {
    const formula = [listedPaper({ paper: { title: '-1 Is All You Need' } })];
    expect(writeAs('csv-import', {}, formula)).toMatch(/\r\n-1 Is All/);
    expect(writeAs('csv', {}, formula)).toMatch(/\r\n'-1 Is All/);
  });

  test('notion gets no more than it holds', () => {
    const long = [listedPaper({ paper: { abstract: 'a'.repeat(5_000) } })];
    expect(/a{3,}/.exec(writeAs('notion', {}, long))?.[0]).toHaveLength(2_000);
  });
});
