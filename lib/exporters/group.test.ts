import { describe, expect, test } from 'vitest';
import { bare, known, writeAs } from '../../tests/samples/known-paper.ts';
import type { ExporterId, ExportOptions } from './exporter.ts';

describe('groups', () => {
  const papers = [known, bare, { ...bare, paper: { ...bare.paper, id: 3, title: 'Third' } }];

  test.each<[ExporterId, RegExp]>([
    ['markdown', /^## (.*)$/gm],
    ['org', /^\* (.*)$/gm],
    ['html', /<h2 dir="auto">(.*)<\/h2>/g],
    ['bookmarks', /^ {8}<DT><H3 [^>]*>(.*)<\/H3>/gm],
  ])('%s has a heading where the group changes', (id, heading) => {
    const found = (options: Partial<ExportOptions>) =>
      [...writeAs(id, options, papers).matchAll(heading)].map((match) => match[1]);
    expect(found({ groupBy: 'status' })).toEqual(['Read', 'Unread']);
    expect(found({ groupBy: 'tag' })).toEqual(['to cite', 'Without a tag']);
    expect(found({ groupBy: 'digest' })).toEqual(['huggingface · day · 03-11', 'Without a digest']);
  });

  test('a bookmark file with groups closes every folder', () => {
    const text = writeAs('bookmarks', { groupBy: 'status' }, papers);
    expect(text.match(/<DL>/g)).toHaveLength(4);
    expect(text.match(/<\/DL>/g)).toHaveLength(4);
  });
});
