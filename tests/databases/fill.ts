import type { GleanerDatabase } from '../../lib/library/database.ts';
import { clearExamples } from '../../lib/library/examples.ts';
import { importCapture } from '../../lib/library/import.ts';
import { ingest } from '../../lib/library/ingest.ts';
import { papersUnder } from '../../lib/library/keys.ts';
import { listMerges, undoMerge } from '../../lib/library/merges.ts';
import { raiseNotice } from '../../lib/library/notices.ts';
import { continuePreload, planPreload } from '../../lib/library/preload.ts';
import { changeEntries } from '../../lib/library/shelf.ts';
import { mirrorOf } from '../../lib/library/stock.ts';
import { indexAll } from '../../lib/search/index-papers.ts';
import { captureOf, everyId, scraped } from '../library.ts';

const DAY_MS = Date.parse('2026-05-12T08:00:00.000Z');

/** Puts a library together that has something in every store, and every kind of word that a user can say. */
export async function fillEveryStore(db: GleanerDatabase): Promise<void> {
  await planPreload(db, ['one']);
  await continuePreload(db, async () =>
    captureOf(
      [1, 2, 3, 4].map((n) => scraped({ title: `An Example Known By Its Title ${n}`, source: 'text-file' })),
      { key: 'text-file:--05-11', site: 'text-file', date: { unit: 'day', month: 5, day: 11 } },
      '2026-05-11T08:00:00.000Z',
    ),
  );
  const papers = Array.from({ length: 12 }, (_, index) =>
    scraped({
      title: `Paper ${index + 1} of Many Things`,
      identifiers: [`arxiv:2605.000${10 + index}`],
      abstract: `We study thing ${index + 1}: it has “quotes”, ümlauts, 漢字 and $x^2$.`,
      authors: ['Ada Lovelace', `Author ${index}`],
      upvotes: index * 3,
    }),
  );
  await ingest(db, captureOf(papers));
  await ingest(db, captureOf(papers.slice(4, 8), { key: 'huggingface:day:2026-05-13' }, '2026-05-13T08:00:00.000Z'));
  await sayThings(db);
  await mergeAndUndo(db);
  await raiseNotice(db, {
    code: 'site-changed',
    site: 'huggingface',
    at: '2026-05-13T09:00:00.000Z',
    parts: ['cards'],
  });
  await clearExamples(db, DAY_MS + 9);
  const pasted = scraped({ title: 'Paper 3 of Many Things', source: 'text-file', abstract: 'Pasted.' });
  const other = scraped({ title: 'A Paper That Was Pasted', source: 'text-file' });
  await importCapture(db, captureOf([pasted, other], { key: 'text-file:pasted', site: 'text-file' }), DAY_MS + 10);
  await mirrorOf(db);
  await indexAll(db);
  // Said since: the index has something left to do.
  await changeEntries(db, (await everyId(db)).slice(0, 1), { tags: ['late'] }, DAY_MS + 11);
}

async function sayThings(db: GleanerDatabase): Promise<void> {
  const rows = (await everyId(db)).reverse();
  const ids = (from: number, to: number) => rows.slice(from, to);
  await changeEntries(db, ids(0, 3), { status: 'read' }, DAY_MS + 1);
  await changeEntries(db, ids(2, 5), { starred: true }, DAY_MS + 2);
  await changeEntries(db, ids(5, 6), { status: 'reading' }, DAY_MS + 3);
  await changeEntries(db, ids(6, 7), { status: 'skipped' }, DAY_MS + 4);
  await changeEntries(db, ids(7, 8), { removed: true }, DAY_MS + 5);
  const words = { tags: ['to cite', '漢字'], note: 'Read twice.\nCompare with “quotes”.' };
  await changeEntries(db, ids(0, 1), { tags: words.tags }, DAY_MS + 5);
  await changeEntries(db, ids(0, 1), { note: words.note }, DAY_MS + 5);
}

/** Two pairs of papers that a page joins; one pair is set apart again. */
async function mergeAndUndo(db: GleanerDatabase): Promise<void> {
  const pairs = [1, 2].map((n) => ({ preprint: `arxiv:2605.0010${n}`, doi: `doi:10.1000/${n}` }) as const);
  for (const [index, { preprint, doi }] of pairs.entries()) {
    const title = `Joined Work Number ${index + 1}`;
    const digest = { key: `huggingface:paper:${index}`, kind: 'paper' as const };
    await ingest(db, captureOf([scraped({ title, identifiers: [preprint] })], digest));
    await ingest(db, captureOf([scraped({ title: `${title}, Published`, identifiers: [doi] })], digest));
    const [a = 0] = (await papersUnder(db, [preprint])).keys();
    const [b = 0] = (await papersUnder(db, [doi])).keys();
    await changeEntries(db, [a], { status: 'reading', starred: true }, DAY_MS + 6);
    await changeEntries(db, [b], { status: 'read' }, DAY_MS + 7);
    await ingest(db, captureOf([scraped({ title, identifiers: [preprint, doi] })], digest));
  }
  const [newest] = await listMerges(db);
  if (newest) await undoMerge(db, newest.id, DAY_MS + 8);
}
