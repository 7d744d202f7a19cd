import { expect, test, vi } from 'vitest';
import { captureOf, everyId, scraped, withLibrary } from '../../tests/library.ts';
import type { ZoteroLook } from '../domain/zotero.ts';
import type { GleanerDatabase } from '../library/database.ts';
import { ingest } from '../library/ingest.ts';
import { endZoteroBatch, readZoteroJob, takeZoteroBatch } from '../library/zotero-job.ts';
import { type Zotero, type ZoteroDesk, ZoteroModel } from './zotero.ts';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const PLACE: ZoteroLook = {
  ok: true,
  value: {
    selected: 'L1',
    libraryName: 'My Library',
    isEditable: true,
    targets: [{ id: 'L1', name: 'My Library', level: 0, isRecent: false }],
  },
};
const CHOICE = { target: { id: 'L1', name: 'My Library' }, with: { tags: true, status: true }, again: false };

/** Does what the worker does; Zotero takes everything. */
async function takeAll(db: GleanerDatabase): Promise<true> {
  for (let batch = await takeZoteroBatch(db, NOW); batch; batch = await takeZoteroBatch(db, NOW))
    await endZoteroBatch(db, batch, { arrived: 'yes', count: batch.ids.length });
  return true;
}

interface Rig {
  db: GleanerDatabase;
  open: (desk?: Partial<ZoteroDesk>, papers?: number) => Zotero;
  at: (zotero: Zotero, name: Zotero['stage']['value']['at']) => Promise<void>;
}

async function withModels(work: (rig: Rig) => Promise<void>): Promise<void> {
  await withLibrary(async (db) => {
    await ingest(db, captureOf(['Alpha rays', 'Beta decay', 'Gamma grain'].map((title) => scraped({ title }))));
    const ids = await everyId(db);
    const opened: Disposable[] = [];
    const open: Rig['open'] = (desk = {}, papers = 3) => {
      const whole = {
        hasAccess: async () => true,
        askForAccess: async () => true,
        look: async () => PLACE,
        go: () => takeAll(db),
        ...desk,
      };
      const model = new ZoteroModel({ db, nowMs: () => NOW }, whole, ids.slice(0, papers));
      opened.push(model);
      return model;
    };
    try {
      await work({
        db,
        open,
        at: (zotero, name) => vi.waitFor(() => expect(zotero.stage.value.at).toBe(name), { timeout: 5_000 }),
      });
    } finally {
      for (const model of opened) model[Symbol.dispose]();
    }
  });
}

test('access is asked for in a click, and Zotero is not spoken to before it is given', async () => {
  await withModels(async ({ open, at }) => {
    const look = vi.fn(async () => PLACE);
    let isGiven = false;
    const zotero = open({ hasAccess: async () => false, askForAccess: async () => isGiven, look });
    await at(zotero, 'asking');
    await zotero.allow();
    expect(zotero.stage.value).toEqual({ at: 'asking', isRefused: true });
    expect(look).not.toHaveBeenCalled();
    isGiven = true;
    await zotero.allow();
    expect(zotero.stage.value.at).toBe('choosing');
  });
});

test('a Zotero that is not there is said, and looked for again', async () => {
  await withModels(async ({ open, at }) => {
    const answers: unknown[] = [{ ok: false, code: 'not-running' }, undefined, { odd: 1 }, PLACE];
    const zotero = open({ look: async () => answers.shift() });
    await at(zotero, 'absent');
    expect(zotero.stage.value).toEqual({ at: 'absent', code: 'not-running' });
    for (const _ of ['stopped', 'odd']) {
      await zotero.look();
      expect(zotero.stage.value).toEqual({ at: 'absent', code: 'timeout' });
    }
    await zotero.look();
    expect(zotero.stage.value.at).toBe('choosing');
  });
});

test('a second time only what was not sent before is sent, unless the user asks', async () => {
  await withModels(async ({ open, at }) => {
    const sendAll = async (zotero: Zotero, again: boolean) => {
      await at(zotero, 'choosing');
      await zotero.send({ ...CHOICE, again });
      await at(zotero, 'ended');
      return zotero.stage.value;
    };
    expect(await sendAll(open({}, 2), false)).toMatchObject({ job: { state: 'done', sent: 2 } });
    expect(await sendAll(open(), false)).toMatchObject({ job: { state: 'done', total: 1, sent: 1 } });
    const third = open();
    await at(third, 'choosing');
    expect(third.stage.value).toMatchObject({ split: { fresh: [], sent: { length: 3 } } });
    expect(await sendAll(third, true)).toMatchObject({ job: { state: 'done', total: 3, sent: 3 } });
  });
});

test('papers that are on their way are shown by whichever page is opened, to their end', async () => {
  await withModels(async ({ db, open, at }) => {
    const { promise, resolve } = Promise.withResolvers<true>();
    const first = open({ go: () => promise });
    await at(first, 'choosing');
    await first.send(CHOICE);
    await at(first, 'sending');
    const look = vi.fn(async () => PLACE);
    const second = open({ look, go: () => promise });
    await at(second, 'sending');
    expect(look).not.toHaveBeenCalled();
    await takeAll(db);
    resolve(true);
    for (const zotero of [first, second]) await at(zotero, 'ended');
  });
});

test('a worker that is stopped on the way is asked again', async () => {
  await withModels(async ({ db, open, at }) => {
    let times = 0;
    const zotero = open({
      go: async () => {
        times += 1;
        return times < 3 ? undefined : takeAll(db);
      },
    });
    await at(zotero, 'choosing');
    await zotero.send(CHOICE);
    await at(zotero, 'ended');
    expect(times).toBe(3);
  });
});

test('a worker that cannot go on is said, and what was begun can be stopped', async () => {
  await withModels(async ({ db, open, at }) => {
    const zotero = open({ go: async () => false });
    await at(zotero, 'choosing');
    await zotero.send(CHOICE);
    await at(zotero, 'failed');
    await zotero.stop();
    await vi.waitFor(async () => expect(await readZoteroJob(db)).toMatchObject({ state: 'stopped', sent: 0 }));
  });
});
