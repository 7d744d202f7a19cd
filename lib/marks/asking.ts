import type { Answer } from '../messages/ask.ts';
import { take, type Visit } from './visit.ts';
import type { MarksWorld } from './world.ts';

const ASK_AFTER_MS = 150;

type Asked = Promise<Answer<'recall' | 'say' | 'acknowledge'>>;

/** Keeps what is known of a visit's papers as the library has it. */
export interface Asking {
  /** Asks for it shortly; several wishes are one question, and a tab that nobody sees asks when it is looked at. */
  soon(): void;
  /** Takes in what was answered. @returns whether it was done */
  take(visit: Visit, asked: Asked): Promise<boolean>;
  stop(): void;
}

/**
 * @param reach the visit that is asked for now; what is done with each answer; and what when the extension is gone
 */
export function newAsking(
  { window, recall }: Pick<MarksWorld, 'window' | 'recall'>,
  reach: { visit(): Visit | undefined; draw(): void; stop(): void },
): Asking {
  const { document } = window;
  let timer: number | undefined;
  let isAsking = false;
  let isOutdated = false;

  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void now(), ASK_AFTER_MS);
  };
  const now = async () => {
    const visit = reach.visit();
    isOutdated = isAsking || document.visibilityState !== 'visible';
    if (!visit || isOutdated) return;
    isAsking = true;
    await takeIn(visit, recall(visit.digest.key));
    isAsking = false;
    if (isOutdated) soon();
  };
  const takeIn = async (visit: Visit, asked: Asked): Promise<boolean> => {
    const answer = await asked;
    if (answer.ok) take(visit, answer.value);
    else if (answer.code === 'extension-gone') reach.stop();
    reach.draw();
    return answer.ok;
  };
  const looked = () => {
    if (isOutdated) soon();
  };
  document.addEventListener('visibilitychange', looked);

  return {
    soon,
    take: takeIn,
    stop() {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', looked);
    },
  };
}
