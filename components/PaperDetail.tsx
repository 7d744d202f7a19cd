import { useSignal } from '@preact/signals';
import { Trash2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { ListedPaper, Seen } from '../lib/domain/listed-paper.ts';
import { type LinkKind, linksOf, mainLink, titleSearchLink } from '../lib/domain/paper.ts';
import { STATUSES } from '../lib/domain/shelf.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { plural, type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { Mark } from '../lib/state/snippet.ts';
import { Abstract } from './Abstract.tsx';
import { CopyPaper } from './CopyPaper.tsx';
import { Highlighted } from './Highlighted.tsx';
import { KnownNames } from './KnownNames.tsx';
import { NoteField } from './NoteField.tsx';
import { digestDay, digestName, statusName } from './naming.ts';
import { ReadableText } from './ReadableText.tsx';
import { StatusMark } from './StatusMark.tsx';
import { TagsField } from './TagsField.tsx';
import { WebLink } from './WebLink.tsx';

interface Props {
  popup: Popup;
  listed: ListedPaper;
  mark: Mark | undefined;
  id: string;
  /** Says the title as well, where no row above does. */
  isAlone?: boolean;
  /** What there is to say beyond the paper itself. */
  children?: ComponentChildren;
}

const AUTHORS_SHOWN = 20;
const LINK_NAMES: Record<LinkKind, TextKey> = {
  arxiv: 'linkArxiv',
  pdf: 'linkPdf',
  page: 'linkPage',
  doi: 'linkDoi',
  code: 'linkCode',
  project: 'linkProject',
};

/** All that is known of a paper, to read and decide. */
export function PaperDetail({ id, popup, listed, mark, isAlone = false, children }: Props) {
  const { paper, seen } = listed;
  return (
    <div class="detail" id={id}>
      {isAlone && (
        <h2 class="detail-title" dir="auto" tabIndex={-1} data-part="title">
          <ReadableText text={paper.title} field="title" mark={mark} />
        </h2>
      )}
      {paper.authors && paper.authors.length > 0 && <Authors names={paper.authors} mark={mark} />}
      {isAlone && <Decide popup={popup} listed={listed} />}
      <PaperLinks listed={listed} />
      <CopyPaper key={`copy-${paper.id}`} popup={popup} id={paper.id} />
      {paper.abstract ? <Abstract text={paper.abstract} mark={mark} /> : <p class="hint">{t('noAbstract')}</p>}
      <div class="words">
        <TagsField key={`tags-${paper.id}`} popup={popup} listed={listed} />
        <NoteField key={`note-${paper.id}`} popup={popup} listed={listed} />
      </div>
      <Sightings popup={popup} seen={seen} />
      <KnownNames popup={popup} listed={listed} />
      {children}
      {!isAlone && <Decide popup={popup} listed={listed} />}
    </div>
  );
}

function Decide({ popup, listed: { paper, entry } }: Pick<Props, 'popup' | 'listed'>) {
  return (
    <div class="decide">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form that is sent */}
      <div class="segments" role="group" aria-label={t('statusGroup')}>
        {STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={entry.status === status}
            onClick={() => popup.triage.change([paper.id], { status })}
          >
            <span aria-hidden="true">
              <StatusMark status={status} />
            </span>
            {statusName(status)}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={t('remove')}
        title={`${t('remove')} (${t('keyDelete')})`}
        onClick={() => popup.triage.change([paper.id], { removed: true })}
      >
        <Trash2 size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

function Authors({ names, mark }: { names: readonly string[]; mark: Mark | undefined }) {
  const all = useSignal(false);
  const more = names.length - AUTHORS_SHOWN;
  const shown = all.value ? names : names.slice(0, AUTHORS_SHOWN);
  return (
    <p class="authors" dir="auto">
      <Highlighted text={shown.join(', ')} field="authors" mark={mark} />
      {more > 0 && !all.value && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            all.value = true;
          }}
        >
          {plural('moreAuthors', more)}
        </button>
      )}
    </p>
  );
}

function PaperLinks({ listed: { paper } }: { listed: ListedPaper }) {
  const links = Object.entries(linksOf(paper)) as [LinkKind, string][];
  const ways = links.map(([kind, href]) => ({ name: t(LINK_NAMES[kind]), href }));
  if (!mainLink(paper)) {
    const words = encodeURIComponent(paper.title.slice(0, 200));
    ways.push(
      { name: t('findOnHuggingface'), href: titleSearchLink(paper.title) },
      { name: t('findOnArxiv'), href: `https://arxiv.org/search/?searchtype=title&query=${words}` },
    );
  }
  return (
    <ul class="links">
      {ways.map(({ name, href }) => (
        <li key={name}>
          <WebLink href={href}>{name}</WebLink>
        </li>
      ))}
    </ul>
  );
}

function Sightings({ popup, seen }: { popup: Popup; seen: readonly Seen[] }) {
  const nowMs = popup.world.nowMs();
  return (
    <section class="sightings" aria-label={t('seenIn')}>
      <h3>{t('seenIn')}</h3>
      <ol>
        {seen.map(({ sighting, digest }) => (
          <li key={digest.key}>
            <button
              type="button"
              class="text-button"
              dir="auto"
              title={t('showDigest')}
              onClick={() => popup.list.setFilter({ status: 'all', digestKey: digest.key })}
            >
              {digestName(digest, nowMs)}
            </button>
            <span class="facts">
              {t('rank', writeNumber(sighting.rank))}
              {sighting.upvotes !== undefined && ` · ${t('upvotes', writeNumber(sighting.upvotes))}`}
              {!digest.date && ` · ${digestDay(digest, nowMs)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
