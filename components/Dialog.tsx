import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../lib/platform/text.ts';
import { IconButton } from './IconButton.tsx';

interface Props {
  title: string;
  close(): void;
  /** Takes more room where there is more. */
  isWide?: boolean;
  children: ComponentChildren;
}

/** A modal dialog of the browser's own kind: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, close, isWide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // One may lie over another.
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the key for it is Escape
    <dialog
      ref={dialog}
      class={isWide ? 'dialog is-wide' : 'dialog'}
      aria-labelledby={titleId}
      onClose={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id={titleId}>{title}</h2>
          <IconButton label={t('close')} shortcut="Esc" onClick={close}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  );
}
