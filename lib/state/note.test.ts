import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Draft, keepNotes, readDraft } from './note.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function desk(works = true) {
  const saved: string[] = [];
  const sheltered: (string | undefined)[] = [];
  const keeper = keepNotes({
    save: async ({ paperId, text }) => {
      if (works) saved.push(`${paperId}: ${text}`);
      return works;
    },
    shelter: (draft) => sheltered.push(draft?.text),
    nowMs: () => 5,
  });
  return { saved, sheltered, keeper };
}

test('what is written is saved once, after a pause', async () => {
  const { keeper, saved } = desk();
  for (const text of ['s', 'se', 'see']) {
    keeper.edit(1, text);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(saved).toEqual(['1: see']);
});

test('each key is sheltered at once, and let go of when the library has it', async () => {
  const { keeper, sheltered } = desk();
  keeper.edit(1, 's');
  keeper.edit(1, 'se');
  expect(sheltered).toEqual(['s', 'se']);
  await keeper.flush();
  expect(sheltered).toEqual(['s', 'se', undefined]);
});

test('what could not be saved stays sheltered', async () => {
  const { keeper, sheltered } = desk(false);
  keeper.edit(1, 'see');
  await keeper.flush();
  expect(sheltered).toEqual(['see']);
});

test('another paper’s note does not carry off the one before', async () => {
  const { keeper, saved } = desk();
  keeper.edit(1, 'first');
  keeper.edit(2, 'second');
  await keeper.flush();
  expect(saved).toEqual(['1: first', '2: second']);
});

test('what is written while a save is under way stays sheltered until it is saved as well', async () => {
  const { keeper, sheltered, saved } = desk();
  keeper.edit(1, 'a');
  const saving = keeper.flush();
  keeper.edit(1, 'ab');
  await saving;
  expect(sheltered).toEqual(['a', 'ab']);
  await vi.advanceTimersByTimeAsync(400);
  expect(saved).toEqual(['1: a', '1: ab']);
});

const draft: Draft = { paperId: 1, text: 'see', atMs: 5 };
test.each<[unknown, Draft | undefined]>([
  [draft, draft],
  [{ ...draft, more: 1 }, draft],
  [{ ...draft, text: 7 }, undefined],
  [{ ...draft, paperId: 'of an earlier version' }, undefined],
  [null, undefined],
  ['see', undefined],
])('a stored draft %o is read as %o', (stored, read) => {
  expect(readDraft(stored)).toEqual(read);
});
