import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/**
 * Takes files that are dropped anywhere on the page, which the browser would otherwise open in its place.
 * @param accepted called with the file that was dropped
 * @param isHere whether this is the part of the page that takes them now
 */
export function useDroppedFile(
  accepted: (file: File) => void = () => {},
  isHere = true,
): {
  isOver: ReadonlySignal<boolean>;
  dropped: ReadonlySignal<File | undefined>;
  /** Lets go of the file, which is taken in once. */
  forget(): void;
} {
  const isOver = useSignal(false);
  const dropped = useSignal<File | undefined>(undefined);
  useEffect(() => {
    if (!isHere) return;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent) => {
      isOver.value = false;
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      dropped.value = file;
      accepted(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [isHere]);
  return {
    isOver,
    dropped,
    forget: () => {
      dropped.value = undefined;
    },
  };
}
