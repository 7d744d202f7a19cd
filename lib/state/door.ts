import { type ReadonlySignal, signal } from '@preact/signals';
import type { Library } from './library.ts';

/** The way to a library that may still be opening: what asks it waits, what acts on it takes its turn. */
export interface Door {
  /** Wall time in milliseconds since 1970. */
  nowMs(): number;
  /** Undefined until it is open. */
  library: ReadonlySignal<Library | undefined>;
  /** Answers once it is open; never, where it does not open. */
  opened: Promise<Library>;
}

/** A door that is closed, and what opens it. */
export function makeDoor(nowMs: () => number): Door & { open(library: Library): void } {
  const library = signal<Library | undefined>(undefined);
  const { promise, resolve } = Promise.withResolvers<Library>();
  return {
    nowMs,
    library,
    opened: promise,
    open: (opened) => {
      library.value = opened;
      resolve(opened);
    },
  };
}

/** The door to a library that is open already. */
export function openDoor(library: Library): Door {
  const door = makeDoor(library.nowMs);
  door.open(library);
  return door;
}
