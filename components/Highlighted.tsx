import type { Mark, Part } from '../lib/state/snippet.ts';

/** A text with what the search hit in it marked. */
export function Highlighted({ text, mark }: { text: string; mark: Mark | undefined }) {
  return mark ? <Parts parts={mark(text)} /> : text;
}

/** Parts of a text, the hits marked. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))}
    </>
  );
}

/** Whether the search hit anything in a text. */
export function hitBy(mark: Mark): (text: string) => boolean {
  return (text) => mark(text).some(({ hit }) => hit);
}
