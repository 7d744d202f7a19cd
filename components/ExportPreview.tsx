import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { plural } from '../lib/platform/text.ts';
import { type Preview, startPreviews } from '../lib/state/export-preview.ts';
import type { ListToWrite } from '../lib/state/reading-list.ts';
import type { World } from '../lib/state/world.ts';

/**
 * What the beginning of a file would look like, as its list and choices change.
 * @param turn changes when the library has changed what a file would say
 * @returns the latest; it stays until the next is there
 */
export function usePreview(world: World, list: ListToWrite, turn: number): Preview | undefined {
  const [preview] = useState(() => startPreviews(world));
  const shown = useSignal<Preview | undefined>(undefined);
  const { ids, what, format, keyStyle, abstracts, order, groupBy } = list;
  useEffect(() => {
    const asking = new AbortController();
    preview(list, asking.signal).then(
      (next) => {
        if (!asking.signal.aborted) shown.value = next;
      },
      (error: unknown) => {
        if (!asking.signal.aborted) console.warn('Gleaner: no preview could be written', error);
      },
    );
    return () => asking.abort();
  }, [preview, shown, turn, ids, what, format, keyStyle, abstracts, order, groupBy]);
  return shown.value;
}

/** The beginning of a file, to look at before it is saved. */
export function ExportPreview({ preview }: { preview: Preview | undefined }) {
  if (!preview || preview.papers === 0) return <div class="preview" />;
  return (
    <div class="preview">
      <h3 id="preview-label">{plural('exportPreview', preview.papers)}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled is to be reached by the keyboard */}
      <section class="preview-text" tabIndex={0} aria-labelledby="preview-label">
        <pre dir="auto">{preview.text}</pre>
      </section>
    </div>
  );
}
