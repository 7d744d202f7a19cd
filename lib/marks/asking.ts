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
  /** How often the user has said something, and how much of that is not answered yet. */
  let said = 0;
  let unanswered = 0;

  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void now(), ASK_AFTER_MS);
  };
  const now = async () => {
    const visit = reach.visit();
    isOutdated = isAsking || document.visibilityState !== 'visible';
    if (!visit || isOutdated) return;
    isAsking = true;
    const before = said;
    const answer = await recall(visit.digest.key);
    // What the library answers to a question from before a word may not know of that word.
    if (answer.ok && (said !== before || unanswered > 0)) isOutdated = true;
    else takeIn(visit, answer);
    isAsking = false;
    if (isOutdated) soon();
  };
  const takeIn = (visit: Visit, answer: Awaited<Asked>) => {
    if (answer.ok) take(visit, answer.value);
    else if (answer.code === 'extension-gone') reach.stop();
    reach.draw();
  };
  const looked = () => {
    if (isOutdated) soon();
  };
  document.addEventListener('visibilitychange', looked);

  return {
    soon,
    async take(visit, asked) {
      said += 1;
      unanswered += 1;
      const mine = said;
      const answer = await asked;
      unanswered -= 1;
      // An answer to one word may not know of another: where they crossed, the library is asked once all are answered.
      const isWhole = mine === said && unanswered === 0;
      if (isWhole || !answer.ok) takeIn(visit, answer);
      else if (unanswered === 0) soon();
      return answer.ok;
    },
    stop() {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', looked);
    },
  };
}
