import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { live } from '../library/live.ts';
import { loadListed } from '../library/queries.ts';
import { listSteps } from '../library/steps.ts';
import type { Done, Triage } from './triage.ts';
import type { World } from './world.ts';

/** A step that can be taken back. */
export interface PastStep extends Done {
  id: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** What the user did last, the last one first; undefined until it is known. */
export interface History {
  steps: ReadonlySignal<PastStep[] | undefined>;
  failure: ReadonlySignal<unknown>;
}

export const HistoryModel = createModel((world: World): History => {
  const steps = signal<PastStep[] | undefined>(undefined);
  const failure = signal<unknown>(undefined);
  effect(() =>
    live(
      () => readSteps(world),
      (answer) => {
        steps.value = answer;
      },
      (error) => {
        failure.value = error;
      },
    ),
  );
  return { steps, failure };
});

/** Takes back this step and everything after it, the last one first; stops where one cannot be taken back. */
export async function undoBackTo(triage: Triage, stepId: number): Promise<void> {
  for (let step = await triage.undo(); step && step.id > stepId; ) step = await triage.undo();
}

async function readSteps({ db }: World): Promise<PastStep[]> {
  const steps = await listSteps(db);
  const papers = await loadListed(db, [...new Set(steps.flatMap(({ paperIds }) => paperIds))]);
  return steps.map(({ id, at, action, status, starred, count, paperIds }) => {
    const [first] = paperIds;
    const title = first === undefined ? undefined : papers.get(first)?.paper.title;
    return {
      id,
      at,
      action,
      count,
      undone: false,
      ...(status === undefined ? {} : { status }),
      ...(starred === undefined ? {} : { starred }),
      ...(title === undefined ? {} : { title }),
    };
  });
}
