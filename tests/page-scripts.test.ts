import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adapters } from '../lib/adapters/registry.ts';
import { pageScriptFor, scriptOf } from '../lib/domain/page-script.ts';
import { ALL_SITES } from '../lib/domain/sites.ts';

test('there is an adapter for each site', () => {
  expect(adapters.map(({ id }) => id).sort()).toEqual(ALL_SITES.map(({ id }) => id).sort());
});

describe('The script of a site', () => {
  test.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s holds its adapter', async (id, adapter) => {
    const text = readFileSync(`entrypoints/${id}.content/index.ts`, 'utf8');
    const [, name = '', file = ''] =
      /import \{ (\w+) \} from '\.\.\/\.\.\/lib\/adapters\/([\w-]+)\.ts'/.exec(text) ?? [];
    expect(Reflect.get(await import(`../lib/adapters/${file}.ts`), name)).toBe(adapter);
    expect(text).toContain(`runInPage(ctx, ${name})`);
    expect(text.includes(`matches: matchPatterns(SITES.${id}.hosts)`)).toBe(adapter.access === 'install');
    expect(scriptOf(adapter)).toBe(`/content-scripts/${id}.js`);
  });
});

test.each([
  ['https://arxiv.org/abs/2503.01234', '/content-scripts/arxiv.js'],
  ['https://openreview.net/forum?id=x', '/content-scripts/openreview.js'],
  ['https://journal.example/', '/content-scripts/page.js'],
  ['http://journal.example/', undefined],
  ['file:///tmp/a.html', undefined],
  ['chrome://version', undefined],
  [undefined, undefined],
])('the page at %s is read by %s', (address, script) => {
  expect(pageScriptFor(address)).toBe(script);
});
