import type { ComponentChildren, JSX } from 'preact';

interface Props extends Omit<JSX.HTMLAttributes<HTMLButtonElement>, 'label' | 'children'> {
  /** What the button does, for screen readers and as its tooltip. */
  label: string;
  /** A key that does the same, shown in the tooltip. */
  shortcut?: string;
  children: ComponentChildren;
  disabled?: boolean;
}

/** A button that is only a picture; it always has a name. */
export function IconButton({ label, shortcut, children, class: extra, ...rest }: Props) {
  return (
    <button
      type="button"
      class={`icon-button ${extra ?? ''}`}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      {...rest}
    >
      {children}
    </button>
  );
}
