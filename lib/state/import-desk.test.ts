import { expect, test } from 'vitest';
import { SAMPLE_FILES } from '../../tests/e2e/import-files.ts';
import { TITLES, withPopup } from '../../tests/popup.ts';
import { readBackup } from '../backup/read.ts';
import { writeLibrary } from '../backup/write-library.ts';
import { canonicalDump } from '../library/snapshot.ts';
import { ImportModel, type ImportStage, type Imports } from './import-desk.ts';
import type { Popup } from './popup.ts';

const BIB = '@misc{a, title={Epsilon of Small Gardens}, eprint={2101.00001}, keywords={garden}}\n@misc{b, year=2020}\n';

function atDesk(work: (desk: { popup: Popup; imports: Imports; stages: ImportStage['at'][] }) => Promise<void>) {
  return withPopup(async (popup) => {
    const imports = new ImportModel(popup.library(), popup.triage);
    const stages: ImportStage['at'][] = [];
    const stop = imports.stage.subscribe(({ at }) => {
      if (stages.at(-1) !== at) stages.push(at);
    });
    try {
      await work({ popup, imports, stages });
    } finally {
      stop();
      imports[Symbol.dispose]();
    }
  });
}

test('a file is looked at, decided on and taken in, and undo takes it out', () =>
  atDesk(async ({ popup, imports, stages }) => {
    const before = await canonicalDump(popup.library().db);
    await imports.look(new File([BIB], 'garden.bib'));
    expect(imports.stage.value).toMatchObject({
      at: 'deciding',
      offer: {
        name: 'garden.bib',
        format: 'bibtex',
        papers: 1,
        new: 1,
        words: { tags: 1 },
        titles: ['Epsilon of Small Gardens'],
      },
    });
    expect(await canonicalDump(popup.library().db)).toBe(before);
    await imports.take();
    expect(imports.stage.value).toEqual({
      at: 'added',
      imported: {
        name: 'garden.bib',
        format: 'bibtex',
        new: 1,
        known: 0,
        digestKey: 'import:garden.bib',
        refused: [{ line: 2, what: '@misc{b', why: 'no-title' }],
      },
    });
    expect(stages).toEqual(['choosing', 'reading', 'deciding', 'adding', 'added']);
    expect((await popup.library().db.counters.get('papers'))?.value).toBe(TITLES.length + 1);
    await popup.triage.undo();
    expect(await canonicalDump(popup.library().db)).toBe(before);
  }));

test('a backup of the library comes back whole, merged into another', async () => {
  let backup: Blob | undefined;
  let whole: unknown;
  await withPopup(async (popup) => {
    const { db } = popup.library();
    whole = await canonicalDump(db);
    const stream = await writeLibrary(db, { app: '0.1.0', exportedAt: '2026-05-12T12:00:00.000Z' });
    backup = await new Response(stream).blob();
  });
  await atDesk(async ({ popup, imports }) => {
    await imports.look(new File([backup ?? ''], 'renamed.json'));
    expect(imports.stage.value).toMatchObject({
      at: 'deciding',
      offer: { format: 'backup', papers: TITLES.length, new: 0 },
    });
    await imports.take();
    expect(imports.stage.value).toMatchObject({ at: 'added', imported: { new: 0, known: TITLES.length } });
    expect(await canonicalDump(popup.library().db)).toBe(whole);
  });
});

test.each(SAMPLE_FILES.map((file) => [file.kind, file] as const))(
  'a library with %s in it can be backed up and read back',
  (_, file) =>
    atDesk(async ({ popup, imports }) => {
      const { db } = popup.library();
      await imports.look(new File([file.text], `${file.name} \u202e\u0000`));
      await imports.take();
      expect(imports.stage.value).toMatchObject({ at: 'added', imported: { new: 2 } });
      const stream = await writeLibrary(db, { app: '0.1.0', exportedAt: '2026-05-12T12:00:00.000Z' });
      const backup = await readBackup(stream);
      expect(backup).toMatchObject({ ok: true, value: { papers: { length: TITLES.length + 2 } } });
    }),
);

test('a file that cannot be read is refused with a code, and a pasted text has no name', () =>
  atDesk(async ({ imports }) => {
    await imports.look(new File(['%PDF-1.7'], 'paper.pdf'));
    expect(imports.stage.value).toMatchObject({ at: 'refused', name: 'paper.pdf', trouble: { code: 'binary' } });
    await imports.look('just words');
    expect(imports.stage.value).toMatchObject({ at: 'refused', name: '', trouble: { code: 'unknown' } });
  }));

test('a stop while reading goes back to the beginning, and one while adding to the decision', () =>
  atDesk(async ({ popup, imports }) => {
    const before = await canonicalDump(popup.library().db);
    const looking = imports.look(BIB);
    imports.cancel();
    await looking;
    expect(imports.stage.value.at).toBe('choosing');
    await imports.look(BIB);
    const taking = imports.take();
    imports.cancel();
    await taking;
    expect(imports.stage.value.at).toBe('deciding');
    expect(await canonicalDump(popup.library().db)).toBe(before);
  }));

test('a failure of the library is told by its code, and what was looked at is not taken in', () =>
  atDesk(async ({ popup, imports }) => {
    await imports.look(BIB);
    popup.library().db.close();
    await imports.take();
    expect(imports.stage.value).toEqual({ at: 'failed', code: 'storage-unavailable' });
  }));
