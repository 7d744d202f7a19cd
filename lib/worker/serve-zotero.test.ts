import { expect, test } from 'vitest';
import '../../tests/browser.ts';

import { browser } from 'wxt/browser';
import { type StandIn, startZoteroStandIn } from '../../scripts/zotero-stand-in.ts';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { readZoteroJob, startZoteroJob } from '../library/zotero-job.ts';
import { connectTo } from '../zotero/connector.ts';
import { serveZotero, type ZoteroService } from './serve-zotero.ts';

const OURS = browser.runtime.id;
const PAGE = { id: OURS, url: `${browser.runtime.getURL('/')}popup.html` };

interface Rig {
  db: GleanerDatabase;
  zotero: StandIn;
  service: ZoteroService;
  /** What was told of work that nobody waits for. */
  reported: Promise<void>[];
}

/** Runs `work` on the service of a worker whose library has 120 papers, of which all are on their way. */
async function withService(work: (rig: Rig) => Promise<void>, opens = true): Promise<void> {
  const zotero = await startZoteroStandIn();
  try {
    await withLibrary(async (db) => {
      const papers = Array.from({ length: 120 }, (_, at) => scraped({ title: `Paper number ${at} on gardens` }));
      await ingest(db, captureOf(papers));
      const job = { id: 'job', target: { id: 'L1', name: 'My Library' }, with: { tags: true, status: true } };
      await startZoteroJob(db, await everyId(db), { ...job, at: new Date().toISOString() });
      const reported: Promise<void>[] = [];
      const service = serveZotero({
        zotero: connectTo({ address: zotero.address }),
        library: async () => {
          if (opens) return db;
          throw new Error('The library does not open');
        },
        report: (promise) => {
          reported.push(promise);
          promise.catch(() => undefined);
        },
      });
      await work({ db, zotero, service, reported });
    });
  } finally {
    await zotero.close();
  }
}

test.each([
  ['a content script', { id: OURS, url: 'https://huggingface.co/papers' }],
  ['a page that looks like one of ours', { id: OURS, url: `https://evil.example/${PAGE.url}` }],
  ['another extension', { ...PAGE, id: 'another' }],
  ['nobody in particular', {}],
])('%s cannot speak to Zotero', async (_who, sender) => {
  await withService(async ({ zotero, service }) => {
    for (const request of ['look', 'go']) expect(service.answer({ kind: 'zotero', request }, sender)).toBeUndefined();
    expect(zotero.asked).toEqual([]);
  });
});

test('a message that is not for Zotero is left to others', async () => {
  await withService(async ({ service }) => {
    for (const message of [
      undefined,
      'zotero',
      { kind: 'capture', request: {} },
      { kind: 'zotero', request: 'import' },
    ])
      expect(service.answer(message, PAGE)).toBeUndefined();
  });
});

test('a page of ours learns what Zotero has open', async () => {
  await withService(async ({ service }) => {
    expect(await service.answer({ kind: 'zotero', request: 'look' }, PAGE)).toMatchObject({
      ok: true,
      value: { libraryName: 'My Library' },
    });
  });
});

test('papers go once, however often and from wherever it is asked', async () => {
  await withService(async ({ db, zotero, service }) => {
    const go = () => service.answer({ kind: 'zotero', request: 'go' }, PAGE);
    expect(await Promise.all([go(), go(), service.goOn().then(() => true), go()])).toEqual([true, true, true, true]);
    expect(zotero.asked.filter((method) => method === 'saveItems')).toHaveLength(3);
    expect(zotero.items).toHaveLength(120);
    expect(await readZoteroJob(db)).toMatchObject({ state: 'done', sent: 120 });
  });
});

test('a library that does not open is answered with a no, and told', async () => {
  await withService(async ({ service, reported }) => {
    expect(await service.answer({ kind: 'zotero', request: 'go' }, PAGE)).toBe(false);
    expect(reported).toHaveLength(1);
    await expect(reported[0]).rejects.toThrow('does not open');
  }, false);
});
