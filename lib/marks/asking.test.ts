import { expect, test, vi } from 'vitest';
import type { Recalled, Recollection } from '../domain/recalled.ts';
import type { Answer } from '../messages/ask.ts';
import { newAsking } from './asking.ts';
import { newVisit, takePaper } from './visit.ts';
import type { MarksWorld } from './world.ts';

const DIGEST = { key: 'huggingface:day:2026-05-12', site: 'huggingface', kind: 'day' } as const;

/** A question or a word of the page, answered when the test says so. */
function question() {
  return Promise.withResolvers<Answer<'recall'>>();
}

/** What the library knows of the two papers of a page. */
function known(first: Recalled['status'], second: Recalled['status']): Recollection {
  return { papers: [paper('arxiv:2601.00001', first), paper('arxiv:2601.00002', second)] };
}

function paper(name: string, status: Recalled['status']): Recalled {
  return {
    name,
    firstSeenAt: '2026-05-12T08:00:00.000Z',
    digests: 1,
    status,
    starred: false,
    removed: false,
    note: '',
  };
}

function asked() {
  const window = Object.assign(new EventTarget(), {
    setTimeout: (run: () => void) => setTimeout(run, 0),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  }) as unknown as MarksWorld['window'];
  const visit = newVisit(DIGEST, Date.parse('2026-05-12T08:00:00.000Z'));
  const questions: ReturnType<typeof question>[] = [];
  const asking = newAsking(
    {
      window,
      recall: () => {
        const next = question();
        questions.push(next);
        return next.promise;
      },
    },
    { visit: () => visit, draw: () => {}, stop: () => {} },
  );
  const say = (name: string, status: Recalled['status']) => {
    takePaper(visit, paper(name, status));
    const word = question();
    const done = asking.take(visit, word.promise);
    return {
      answer(value: Recollection) {
        word.resolve({ ok: true, value });
        return done;
      },
    };
  };
  const statuses = () => [...visit.known.values()].map(({ status }) => status);
  const asks = (count: number) => vi.waitFor(() => expect(questions).toHaveLength(count));
  return { asking, questions, say, statuses, asks };
}

test('what was asked before the user said something does not undo it', async () => {
  const { asking, questions, say, statuses, asks } = asked();
  asking.soon();
  await asks(1);
  questions[0]?.resolve({ ok: true, value: known('unread', 'unread') });
  await vi.waitFor(() => expect(statuses()).toEqual(['unread', 'unread']));
  asking.soon();
  await asks(2);
  const word = say('arxiv:2601.00001', 'read');
  questions[1]?.resolve({ ok: true, value: known('unread', 'unread') });
  await asks(3);
  expect(statuses()).toEqual(['read', 'unread']);
  await word.answer(known('read', 'unread'));
  questions[2]?.resolve({ ok: true, value: known('read', 'unread') });
  expect(statuses()).toEqual(['read', 'unread']);
});

test('the answer to one word does not undo the next, and the library has the last word', async () => {
  const { questions, say, statuses } = asked();
  const first = say('arxiv:2601.00001', 'read');
  const second = say('arxiv:2601.00002', 'skipped');
  await first.answer(known('read', 'unread'));
  expect(statuses()).toEqual(['read', 'skipped']);
  expect(questions).toHaveLength(0);
  await second.answer(known('read', 'skipped'));
  expect(statuses()).toEqual(['read', 'skipped']);
});

test('when the words are answered in another order, the library is asked once more', async () => {
  const { questions, say, statuses, asks } = asked();
  const first = say('arxiv:2601.00001', 'read');
  const second = say('arxiv:2601.00002', 'skipped');
  await second.answer(known('unread', 'skipped'));
  expect(statuses()).toEqual(['read', 'skipped']);
  await first.answer(known('read', 'skipped'));
  await asks(1);
  questions[0]?.resolve({ ok: true, value: known('read', 'skipped') });
  await vi.waitFor(() => expect(statuses()).toEqual(['read', 'skipped']));
});
