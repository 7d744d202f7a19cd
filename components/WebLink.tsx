import type { ComponentChildren } from 'preact';
import { webAddress } from '../lib/domain/web-address.ts';

interface Props {
  href: string;
  children: ComponentChildren;
  class?: string;
  label?: string;
  tabIndex?: number;
}

/** A link to the web in a new tab. An address that is not http or https becomes plain text. */
export function WebLink({ href, children, label, ...rest }: Props) {
  const address = webAddress(href);
  if (!address) return <span>{children}</span>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      {...(label ? { 'aria-label': label, title: label } : {})}
      {...rest}
    >
      {children}
    </a>
  );
}
