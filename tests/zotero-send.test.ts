import { describe, expect, test } from 'vitest';
import type { PaperId } from '../lib/domain/paper.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { ingest } from '../lib/library/ingest.ts';
import { papersNamed } from '../lib/library/keys.ts';
import { loadListed } from '../lib/library/queries.ts';
import {
  isZoteroJobDue,
  readZoteroJob,
  startZoteroJob,
  stopZoteroJob,
  takeZoteroBatch,
} from '../lib/library/zotero-job.ts';
import { splitBySent } from '../lib/library/zotero-sent.ts';
import { type Connector, connectTo } from '../lib/zotero/connector.ts';
import { itemOf } from '../lib/zotero/items.ts';
import { sendToZotero } from '../lib/zotero/send.ts';
import { type StandIn, startZoteroStandIn } from '../scripts/zotero-stand-in.ts';
import { captureOf, everyId, scraped, withLibrary } from './library.ts';

interface Rig {
  db: GleanerDatabase;
  zotero: StandIn;
  connector: Connector;
  clock: { ms: number };
  ids: PaperId[];
  /** Puts papers on their way, under a name. */
  start: (ids: readonly PaperId[], id?: string, target?: string) => Promise<boolean>;
  /** What the worker does. */
  run: () => Promise<void>;
}

const ALONG = { tags: true, status: true };

/** Runs `work` on a library of so many papers, beside a stand-in of its own. */
async function withRig(papers: number, work: (rig: Rig) => Promise<void>): Promise<void> {
  const clock = { ms: Date.parse('2026-11-20T08:00:00Z') };
  const zotero = await startZoteroStandIn({ now: () => clock.ms });
  const connector = connectTo({ address: zotero.address, patienceMs: { saveItems: 400 } });
  try {
    await withLibrary(async (db) => {
      const all = Array.from({ length: papers }, (_, at) =>
        scraped({
          title: `Paper number ${at} on gardens`,
          identifiers: [`arxiv:2401.${String(at).padStart(5, '0')}`],
          abstract: 'x'.repeat(1_500),
        }),
      );
      await ingest(db, captureOf(all));
      const start: Rig['start'] = (ids, id = 'job', target = 'C12') =>
        startZoteroJob(db, ids, {
          id,
          at: new Date(clock.ms).toISOString(),
          target: { id: target, name: 'Reading' },
          with: ALONG,
        });
      const run = () => sendToZotero(db, connector, () => clock.ms);
      await work({ db, zotero, connector, clock, ids: await everyId(db), start, run });
    });
  } finally {
    await zotero.close();
  }
}

/** The ids of items, each as often as Zotero has it. */
function taken({ items }: StandIn): string[] {
  return items.map(({ item }) => String(item.archiveID)).sort();
}

function each(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `arXiv:2401.${String(at).padStart(5, '0')}`);
}

test('1,000 papers arrive, each once, in the collection that was chosen, and are remembered', async () => {
  await withRig(1_000, async ({ db, zotero, ids, start, run }) => {
    await start(ids);
    await run();
    expect(taken(zotero)).toEqual(each(1_000));
    expect(new Set(zotero.items.map(({ target }) => target))).toEqual(new Set(['C12']));
    expect(await readZoteroJob(db)).toMatchObject({ state: 'done', done: 1_000, sent: 1_000, unsure: 0 });
    const { fresh, sent, last } = await splitBySent(db, ids);
    expect([fresh, sent]).toEqual([[], ids]);
    expect(last).toEqual({ at: '2026-11-20T08:00:00.000Z', target: { id: 'C12', name: 'Reading' } });
  });
});

test('one job goes after the other', async () => {
  await withRig(3, async ({ zotero, ids, start, run }) => {
    expect(await start(ids, 'first')).toBe(true);
    expect(await start(ids, 'second')).toBe(false);
    await run();
    expect(await start(ids, 'second')).toBe(true);
    await run();
    expect(zotero.items).toHaveLength(6);
  });
});

test('a job that is stopped hands over no more, and remembers what it did hand over', async () => {
  await withRig(200, async ({ db, zotero, ids, start, run }) => {
    await start(ids);
    zotero.afterSave = async () => {
      if (zotero.items.length === 100) await stopZoteroJob(db);
      return undefined;
    };
    await run();
    expect(await readZoteroJob(db)).toMatchObject({ state: 'stopped', done: 100, sent: 100 });
    const { fresh, sent } = await splitBySent(db, ids);
    expect([fresh.length, sent.length]).toEqual([100, 100]);
    await start(fresh, 'rest');
    await run();
    expect(taken(zotero)).toEqual(each(200));
  });
});

describe('nothing arrives twice', () => {
  test('when an answer is lost on the way', async () => {
    await withRig(120, async ({ db, zotero, ids, start, run }) => {
      let times = 0;
      zotero.afterSave = () => {
        times += 1;
        return times === 2 ? { status: 'dropped', body: '' } : undefined;
      };
      await start(ids);
      await run();
      expect(taken(zotero)).toEqual(each(120));
      expect(await readZoteroJob(db)).toMatchObject({ state: 'done', sent: 120, unsure: 0 });
    });
  });

  test('when an answer is late', async () => {
    await withRig(60, async ({ db, zotero, ids, start, run }) => {
      zotero.afterSave = () => (zotero.items.length <= 50 ? new Promise(() => undefined) : undefined);
      await start(ids);
      await run();
      expect(taken(zotero)).toEqual(each(60));
      expect(await readZoteroJob(db)).toMatchObject({ state: 'done', sent: 60 });
    });
  });

  /** What a worker does that is killed once Zotero has the papers, before it can note that. */
  const killedAfterSaving = async ({ db, connector, clock, start, ids }: Rig) => {
    await start(ids);
    const batch = await takeZoteroBatch(db, clock.ms);
    if (!batch) throw new Error('a batch was expected');
    const listed = await loadListed(db, batch.ids);
    await connector.save(
      batch.session,
      [...listed.values()].map((paper) => itemOf(paper, ALONG)),
    );
  };

  test('when the worker is killed and the next one goes on at once', async () => {
    await withRig(80, async (rig) => {
      await killedAfterSaving(rig);
      await rig.run();
      expect(taken(rig.zotero)).toEqual(each(80));
      expect(await readZoteroJob(rig.db)).toMatchObject({ state: 'done', sent: 80, unsure: 0 });
      expect(new Set(rig.zotero.items.map(({ target }) => target))).toEqual(new Set(['C12']));
    });
  });

  test('when it goes on so late that Zotero may have forgotten: then it is said that nobody knows', async () => {
    await withRig(80, async (rig) => {
      await killedAfterSaving(rig);
      rig.clock.ms += 601_000;
      await rig.run();
      expect(taken(rig.zotero)).toEqual(each(80));
      expect(await readZoteroJob(rig.db)).toMatchObject({ state: 'done', sent: 30, unsure: 50 });
    });
  });

  test('when Zotero goes away in the middle', async () => {
    await withRig(80, async ({ db, zotero, ids, start, run }) => {
      zotero.afterSave = async () => {
        void zotero.close();
        return { status: 'dropped', body: '' };
      };
      await start(ids);
      await run();
      expect(await readZoteroJob(db)).toMatchObject({ state: 'failed', failure: 'not-running', sent: 0, unsure: 50 });
      expect((await splitBySent(db, ids)).fresh).toHaveLength(30);
    });
  });
});

describe('what Zotero did not take counts as not sent', () => {
  test('because it is not there', async () => {
    await withRig(3, async ({ db, zotero, ids, start, run }) => {
      await zotero.close();
      await start(ids);
      await run();
      expect(await readZoteroJob(db)).toMatchObject({ state: 'failed', failure: 'not-running', sent: 0, unsure: 0 });
      expect((await splitBySent(db, ids)).fresh).toEqual(ids);
    });
  });

  test('because its library cannot be changed', async () => {
    await withRig(3, async ({ db, zotero, ids, start, run }) => {
      zotero.libraryEditable = false;
      await start(ids);
      await run();
      expect(await readZoteroJob(db)).toMatchObject({ state: 'failed', failure: 'read-only', done: 0 });
      expect((await splitBySent(db, ids)).fresh).toEqual(ids);
    });
  });
});

test('a collection that is gone ends the job; what was saved counts as sent', async () => {
  await withRig(80, async ({ db, zotero, ids, start, run }) => {
    await start(ids, 'job', 'C99');
    await run();
    expect(await readZoteroJob(db)).toMatchObject({ state: 'failed', failure: 'collection-gone', sent: 50, done: 50 });
    expect(zotero.items).toHaveLength(50);
    expect((await splitBySent(db, ids)).sent).toHaveLength(50);
  });
});

test.each(['arxiv:2501.00001', 'doi:10.1000/x'])(
  'that a paper was sent as %s stays with it when it turns out to be one with another',
  async (key) => {
    await withLibrary(async (db) => {
      const preprint = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001'] });
      const article = scraped({ title: 'Its Published Name', identifiers: ['doi:10.1000/x'] });
      await ingest(db, captureOf([article, preprint]));
      const named = async (name: string) => (await papersNamed(db, [name])).get(name)?.id ?? 0;
      const job = { id: 'job', at: '', target: { id: 'L1', name: 'My Library' }, with: ALONG };
      await startZoteroJob(db, [await named(key)], job);
      await takeZoteroBatch(db, 1);
      expect((await splitBySent(db, await everyId(db))).sent).toEqual([await named(key)]);
      const both = scraped({ title: 'A Telling Title', identifiers: ['arxiv:2501.00001', 'doi:10.1000/x'] });
      await ingest(db, captureOf([both], { key: 'huggingface:day:2026-05-13' }));
      const ids = await everyId(db);
      expect(ids).toHaveLength(1);
      expect((await splitBySent(db, ids)).sent).toEqual(ids);
    });
  },
);

test('a job that was left for an hour does not go on by itself', async () => {
  await withRig(3, async ({ db, zotero, ids, clock, start, run }) => {
    await start(ids);
    expect(await isZoteroJobDue(db, clock.ms + 3_500_000)).toBe(true);
    expect(await isZoteroJobDue(db, clock.ms + 3_700_000)).toBe(false);
    await run();
    expect(zotero.items).toEqual([]);
  });
});
