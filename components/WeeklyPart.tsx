import { useSignal } from '@preact/signals';
import { Star } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { mainLink, titleSearchLink } from '../lib/domain/paper.ts';
import { readableTex } from '../lib/domain/readable-tex.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { SheetPaper } from '../lib/weekly/sheet.ts';
import { ListLink } from './ListLink.tsx';
import { WebLink } from './WebLink.tsx';
import type { ShownGroup, ShownPart } from './weekly-sheet.ts';

/** One part of what came by: its papers, in groups. */
export function WeeklyPart({ popup, part }: { popup: Popup; part: ShownPart }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} class="weekly-part">
      <h2 id={heading}>{part.heading}</h2>
      <p class="hint">{part.hint}</p>
      {part.groups.map((group) => (
        <Group key={group.heading} popup={popup} group={group} />
      ))}
    </section>
  );
}

function Group({ popup, group }: { popup: Popup; group: ShownGroup }) {
  const isOpen = useSignal(false);
  const { heading, papers, rest, more, list } = group;
  const shown = isOpen.value ? [...papers, ...rest] : papers;
  return (
    <div class="weekly-group">
      {heading && <h3 dir="auto">{heading}</h3>}
      <ul>
        {shown.map((one) => (
          <Item key={one.listed.paper.id} one={one} isUnderHeading={heading !== ''} />
        ))}
      </ul>
      {more && list && (
        <ListLink popup={popup} target={list}>
          {more}
        </ListLink>
      )}
      {more && !list && !isOpen.value && (
        <button type="button" class="text-button" onClick={() => (isOpen.value = true)}>
          {more}
        </button>
      )}
    </div>
  );
}

function Item({
  one: { listed, star, facts, abstract },
  isUnderHeading,
}: {
  one: SheetPaper;
  isUnderHeading: boolean;
}) {
  const { paper } = listed;
  const [first, ...others] = paper.authors ?? [];
  const byline = first === undefined ? '' : others.length > 0 ? t('byline', first) : first;
  const Heading = isUnderHeading ? 'h4' : 'h3';
  return (
    <li class="weekly-paper">
      <Heading dir="auto">
        <WebLink href={mainLink(paper) ?? titleSearchLink(paper.title)}>{readableTex(paper.title)}</WebLink>
        {star && <Star class="weekly-star" size={14} role="img" aria-label={star} />}
      </Heading>
      <p class="hint" dir="auto">
        {[byline, ...facts].filter((fact) => fact !== '').join(' · ')}
      </p>
      {abstract && (
        <p class="weekly-abstract" dir="auto">
          {abstract}
        </p>
      )}
    </li>
  );
}
