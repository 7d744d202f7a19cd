import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ErrorCode } from '../lib/domain/errors.ts';
import { failureCode } from '../lib/state/failure-code.ts';

export interface Done {
  done: number;
  total: number;
}

interface Writing {
  signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** One piece of writing at a time: how far it is, why it failed, and a way to stop it. It ends with the dialog. */
export function useWriting() {
  const going = useSignal<Done | undefined>(undefined);
  const failure = useSignal<ErrorCode | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  const cancel = () => running.current?.abort();
  useEffect(() => cancel, []);
  const write = async (job: (writing: Writing) => Promise<void>) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    failure.value = undefined;
    try {
      await job({
        signal: controller.signal,
        progress: (done, total) => {
          going.value = { done, total };
        },
      });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (!controller.signal.aborted) failure.value = failureCode(error);
    } finally {
      running.current = undefined;
      going.value = undefined;
    }
  };
  return { going: going.value, failure: failure.value, write, cancel };
}
