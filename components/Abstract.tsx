import { linkParts } from '../lib/domain/links-in-text.ts';
import type { Mark } from '../lib/state/snippet.ts';
import { Highlighted } from './Highlighted.tsx';
import { ReadableText } from './ReadableText.tsx';
import { WebLink } from './WebLink.tsx';

/** An abstract to read, its addresses clickable and the search's hits marked. */
export function Abstract({ text, mark }: { text: string; mark: Mark | undefined }) {
  return (
    <p class="abstract" dir="auto">
      {linkParts(text).map((part, index) => {
        if (!part.href) {
          return (
            <span key={index}>
              <ReadableText text={part.text} field="abstract" mark={mark} />
            </span>
          );
        }
        return (
          <WebLink key={index} href={part.href}>
            <Highlighted text={part.text} field="abstract" mark={mark} />
          </WebLink>
        );
      })}
    </p>
  );
}
