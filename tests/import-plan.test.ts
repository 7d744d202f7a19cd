import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Identifier } from '../lib/domain/identifier.ts';
import { STATUSES, type UserWords } from '../lib/domain/shelf.ts';
import { saidIn } from '../lib/importers/import-clock.ts';
import type { GleanerDatabase } from '../lib/library/database.ts';
import { type ImportPlan, importPlan, type PaperToImport } from '../lib/library/import-plan.ts';
import { previewImport } from '../lib/library/import-plan-preview.ts';
import { takeImport } from '../lib/library/import-plan-take.ts';
import { ingest } from '../lib/library/ingest.ts';
import { changeEntries } from '../lib/library/shelf.ts';
import { canonicalDump } from '../lib/library/snapshot.ts';
import { undoLast } from '../lib/library/undo.ts';
import { draws } from './draws.ts';
import { expectSound } from './invariants.ts';
import { captureOf, entryOfPaper, everyId, scraped, withLibrary } from './library.ts';

const LONG_AGO = '2020-01-01T00:00:00.000Z';
const SEEN_AT = '2026-11-22T08:00:00.000Z';
const NOW_MS = Date.parse(SEEN_AT);

type Part = Partial<Omit<PaperToImport, 'rank'>> & { title: string };

function planOf(parts: readonly Part[], name = 'beans.bib'): ImportPlan {
  const papers = parts.map(
    (part, index): PaperToImport => ({ identifiers: [], source: 'text-file', said: {}, ...part, rank: index + 1 }),
  );
  const scrapedPapers = papers.map(({ said: _said, addedAt: _addedAt, ...paper }) => paper);
  const digest = { key: `import:${name}`, site: 'import-file', kind: 'listing' as const, title: name };
  return importPlan({ digest, adapter: 'import-file', seenAt: SEEN_AT, papers: scrapedPapers, problems: [] }, papers);
}

const identifiers = fc.subarray<Identifier>(['arxiv:2101.00001', 'doi:10.5555/x']);
const part = fc
  .record({
    title: fc.constantFrom('A Title Long Enough To Tell', 'Another Title Of Some Length', 'Introduction'),
    identifiers,
    status: fc.constantFrom(...STATUSES),
    tags: fc.subarray(['a', 'b']),
    note: fc.constantFrom('', 'one', 'two'),
    starred: fc.boolean(),
    saidAt: fc.option(fc.constantFrom(LONG_AGO, '2026-11-21T00:00:00.000Z'), { nil: undefined }),
  })
  .map(
    ({ title, identifiers: own, ...words }): Part => ({
      title,
      identifiers: own,
      said: saidIn(words),
      ...(words.saidAt ? { addedAt: words.saidAt } : {}),
    }),
  );
const plan = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => planOf(parts));

const deed = fc.record({
  part,
  words: fc.option(
    fc.constantFrom<Partial<UserWords>>({ status: 'read' }, { tags: ['mine'] }, { note: 'mine' }, { removed: true }),
  ),
});
const life = fc.array(deed, { maxLength: 4 });
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

async function live(db: GleanerDatabase, deeds: readonly Deed[]): Promise<void> {
  for (const [index, one] of deeds.entries()) {
    const { said: _said, addedAt: _addedAt, ...paper } = one.part;
    await ingest(db, captureOf([scraped(paper)], { key: `huggingface:${index}` }));
    const [id] = await everyId(db);
    if (one.words && id !== undefined)
      await changeEntries(db, [id], one.words, Date.parse('2026-11-20T00:00:00.000Z') + index);
  }
}

const runs = draws(60);

test('an import is taken back as if it had never been', async () => {
  await fc.assert(
    fc.asyncProperty(life, plan, (deeds, taken) =>
      withLibrary(async (db) => {
        await live(db, deeds);
        const before = await canonicalDump(db);
        await takeImport(db, taken, { nowMs: NOW_MS });
        await expectSound(db);
        await undoLast(db, NOW_MS + 1);
        expect(await canonicalDump(db)).toBe(before);
        await expectSound(db);
      }),
    ),
    runs,
  );
});

test('twice is once, and a preview says what taking in then does and writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(life, plan, (deeds, taken) =>
      withLibrary(async (db) => {
        await live(db, deeds);
        const before = await canonicalDump(db);
        const preview = await previewImport(db, taken);
        expect(await canonicalDump(db)).toBe(before);
        const { receipt } = await takeImport(db, taken, { nowMs: NOW_MS });
        const { papers, new: fresh, known, merged } = preview;
        expect(receipt).toMatchObject({ papers, new: fresh, known, merged });
        const once = await canonicalDump(db);
        expect(await previewImport(db, taken)).toMatchObject({ new: 0, merged: 0, wordsChanged: 0 });
        await takeImport(db, taken, { nowMs: NOW_MS });
        expect(await canonicalDump(db)).toBe(once);
      }),
    ),
    runs,
  );
});

describe('what was said here', () => {
  const title = 'A Title Long Enough To Tell';
  const file = { status: 'read', starred: true, tags: ['theirs'], note: 'theirs' } as const;
  const here = { status: 'skipped' as const, tags: ['mine'], note: 'mine' };
  const said = async (inFile: Part, identifiers_: Identifier[]) =>
    withLibrary(async (db) => {
      await ingest(db, captureOf([scraped({ title, identifiers: identifiers_ })]));
      const [id] = await everyId(db);
      if (id === undefined) throw new Error('No paper was taken in');
      await changeEntries(db, [id], here, Date.parse('2026-11-20T00:00:00.000Z'));
      await takeImport(db, planOf([inFile]), { nowMs: NOW_MS });
      const { status, starred, tags, note } = (await entryOfPaper(db, (await everyId(db))[0])) ?? {};
      return { status, starred, tags, note };
    });

  test.each<[string, Identifier[], Identifier[]]>([
    ['under the same name', ['arxiv:2101.00001'], ['arxiv:2101.00001']],
    ['under another name', ['arxiv:2101.00001'], ['arxiv:2101.00001', 'doi:10.5555/x']],
    ['under its title', [], ['arxiv:2101.00001']],
  ])('later than a file stands, and a silence is filled: %s', async (_, own, theirs) => {
    for (const saidAt of [undefined, LONG_AGO]) {
      const inFile = { title, identifiers: theirs, said: saidIn({ ...file, saidAt }) };
      expect(await said(inFile, own)).toEqual({ ...here, starred: true, tags: ['mine'] });
    }
  });

  test('before a file gives way to the later word of the file', async () => {
    const inFile = {
      title,
      identifiers: ['arxiv:2101.00001' as const],
      said: saidIn({ ...file, saidAt: '2026-11-21T00:00:00.000Z' }),
    };
    expect(await said(inFile, ['arxiv:2101.00001'])).toEqual({ ...file, tags: ['theirs'] });
  });
});

test('papers stand in the list by the day on which their owner took them in, and otherwise in the order of the file', () =>
  withLibrary(async (db) => {
    await takeImport(db, planOf([{ title: 'Old', addedAt: LONG_AGO }, { title: 'First' }, { title: 'Second' }]), {
      nowMs: NOW_MS,
    });
    const titles = await Promise.all((await everyId(db)).map((id) => entryOfPaper(db, id)));
    expect(titles.map((entry) => entry?.names[0])).toEqual(['title:old', 'title:second', 'title:first']);
    expect(titles[0]?.addedAt).toBe(LONG_AGO);
  }));

test('an import that is stopped changes nothing', () =>
  withLibrary(async (db) => {
    await ingest(db, captureOf([scraped({ title: 'A Paper That Is There' })]));
    const before = await canonicalDump(db);
    const controller = new AbortController();
    const progress = () => controller.abort();
    const taking = takeImport(db, planOf([{ title: 'Another Paper' }]), {
      nowMs: NOW_MS,
      signal: controller.signal,
      progress,
    });
    await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
    expect(await canonicalDump(db)).toBe(before);
  }));
