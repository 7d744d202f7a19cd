import { beforeEach, expect, test, vi } from 'vitest';
import '../../tests/browser.ts';

import { browser } from 'wxt/browser';
import { acknowledge, readAcknowledged } from './acknowledged.ts';
import { tellNews, watchNews } from './library-news.ts';
import { changeMarkSettings, readMarkSettings, watchMarkSettings } from './marks-memory.ts';

beforeEach(() => browser.storage.local.clear());

test('each site has settings of its own, and what is not set takes its default', async () => {
  await changeMarkSettings('arxiv', { hideSeen: true });
  await changeMarkSettings('arxiv', { on: false });
  expect(await readMarkSettings('arxiv')).toEqual({ on: false, hideSeen: true, folded: false });
  expect(await readMarkSettings('huggingface')).toEqual({ on: true, hideSeen: false, folded: false });
  await browser.storage.local.set({ 'marks:arxiv': { on: 'no', hideSeen: 1 } });
  expect(await readMarkSettings('arxiv')).toEqual({ on: true, hideSeen: false, folded: false });
});

test('those who watch hear of settings and of news, and of nothing else', async () => {
  const [settings, news] = [vi.fn(), vi.fn()];
  const stops = [watchMarkSettings(settings), watchNews(news)];
  await browser.storage.local.set({ other: 1 });
  await changeMarkSettings('arxiv', { folded: true });
  await tellNews();
  expect([settings.mock.calls.length, news.mock.calls.length]).toEqual([1, 1]);
  for (const stop of stops) stop();
  await changeMarkSettings('arxiv', { folded: false });
  expect(settings).toHaveBeenCalledTimes(1);
});

test('the last 200 digests that were acknowledged are remembered, and their names cannot be read', async () => {
  for (let number = 0; number < 203; number += 1) {
    await acknowledge(`huggingface:search:${number}`, new Date(number * 1_000).toISOString());
  }
  const kept = Object.keys(await browser.storage.local.get());
  expect(kept).toHaveLength(200);
  expect(kept.join()).not.toMatch(/search/);
  expect(await readAcknowledged('huggingface:search:2')).toBeUndefined();
  expect(await readAcknowledged('huggingface:search:3')).toBe('1970-01-01T00:00:03.000Z');
});
