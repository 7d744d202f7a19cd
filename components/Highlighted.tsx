import type { Field, Mark, Part } from '../lib/state/snippet.ts';

/** A field's text with what the search hit in it marked. */
export function Highlighted({ text, field, mark }: { text: string; field: Field; mark: Mark | undefined }) {
  return mark ? <Parts parts={mark(text, field)} /> : text;
}

/** Parts of a text, the hits marked. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))}
    </>
  );
}

/** Whether the search hit anything in a text of this field. */
export function hitBy(mark: Mark, field: Field): (text: string) => boolean {
  return (text) => mark(text, field).some(({ hit }) => hit);
}
