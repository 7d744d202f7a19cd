import type { ComponentChildren } from 'preact';
import { t } from '../lib/platform/text.ts';

interface Props {
  tag: string;
  takeOff(): void;
  /** What it shows of the tag. */
  children: ComponentChildren;
}

/** A tag that can be taken off. */
export function TagChip({ tag, takeOff, children }: Props) {
  return (
    <span class="tag" dir="auto">
      {children}
      <button type="button" aria-label={t('tagRemove', tag)} title={t('tagRemove', tag)} onClick={takeOff}>
        ×
      </button>
    </span>
  );
}
