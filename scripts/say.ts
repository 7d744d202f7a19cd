/** A failure that a person can act on: its message is one sentence, shown without a stack. */
export class Stop extends Error {}

/** Says something to the person at the terminal. Standard output belongs to what a command was asked for. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs the main function of a command and turns its outcome into the exit code.
 * @param main returns the exit code; a `Stop` that it throws is said as a sentence and exits with 1, a bug keeps its stack
 */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/** The message of whatever was thrown, on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
