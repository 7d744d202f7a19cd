import { effect, type ReadonlySignal, signal } from '@preact/signals';

/**
 * A value that is followed only while something shows it.
 * @param follow starts following, and returns what stops it; run again when a signal that it reads has changed
 */
export function whileWatched<Value>(
  follow: (tell: (value: Value) => void) => (() => void) | undefined,
): ReadonlySignal<Value | undefined> {
  const isWatched = signal(false);
  const value = signal<Value | undefined>(undefined, {
    watched: () => {
      isWatched.value = true;
    },
    unwatched: () => {
      isWatched.value = false;
    },
  });
  const tell = (next: Value) => {
    value.value = next;
  };
  effect(() => (isWatched.value ? follow(tell) : undefined));
  return value;
}
