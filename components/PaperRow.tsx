import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import type { PaperId } from '../lib/domain/paper.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { PaperDetail, PaperSnippet } from './asides.ts';
import { expand } from './commands.ts';
import { PaperMeta } from './PaperMeta.tsx';
import { ReadableText } from './ReadableText.tsx';
import { RowActions, StarButton } from './RowActions.tsx';
import { rowIds } from './row-elements.ts';
import { StatusMark } from './StatusMark.tsx';

interface Props {
  id: PaperId;
  popup: Popup;
}

/** One paper: a line or two to skim, and under it, when opened, all there is to read. */
export function PaperRow({ id, popup }: Props) {
  const listed = popup.list.papers.value.get(id);
  if (!listed) return <div class="paper is-waiting" id={rowIds(id).row} />;
  return <LoadedRow id={id} popup={popup} listed={listed} />;
}

function LoadedRow({ id, popup, listed }: Props & { listed: ListedPaper }) {
  const { cursor, list } = popup;
  const names = rowIds(id);
  const isCurrent = cursor.current.value === id;
  const hasPane = popup.pane.value;
  const isExpanded = cursor.expanded.value === id && !hasPane;
  const isPicked = cursor.isPicked(id);
  const isPicking = cursor.picked.value.length > 0;
  const { status } = listed.entry;
  const mark = list.mark.value;
  // Of all rows only the current one is a stop of the Tab key; j and k move it.
  const tabIndex = isCurrent ? 0 : -1;
  const press = (event: MouseEvent) => {
    if (event.shiftKey) cursor.pickTo(id);
    else if (event.ctrlKey || event.metaKey) cursor.pick(id, !isPicked);
    else expand(popup, id);
  };
  const classes = [
    'paper',
    isCurrent && 'is-current',
    isPicked && 'is-picked',
    isPicking && 'is-picking',
    isExpanded && 'is-expanded',
  ];
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      id={names.row}
      data-status={status}
      aria-labelledby={names.title}
    >
      <div class="paper-head">
        <div class="paper-mark">
          <StatusMark status={status} id={names.mark} />
          <label class="pick-target">
            <input
              type="checkbox"
              class="pick"
              aria-label={t('pick')}
              aria-describedby={names.title}
              title={t('pick')}
              tabIndex={tabIndex}
              checked={isPicked}
              onChange={(event) => cursor.pick(id, event.currentTarget.checked)}
            />
          </label>
        </div>
        <div class="paper-body">
          <h2 class="paper-title" dir="auto">
            <button
              type="button"
              id={names.title}
              tabIndex={tabIndex}
              aria-expanded={hasPane ? undefined : isExpanded}
              aria-controls={isExpanded ? names.detail : undefined}
              aria-describedby={`${names.mark} ${names.meta}`}
              aria-current={isCurrent ? 'true' : undefined}
              onClick={press}
              onFocus={() => cursor.select(id)}
            >
              <span class="paper-title-text">
                <ReadableText text={listed.paper.title} field="title" mark={mark} />
              </span>
            </button>
          </h2>
          <PaperMeta id={names.meta} listed={listed} mark={mark} nowMs={popup.world.nowMs()} />
          {mark && !isExpanded && <PaperSnippet listed={listed} mark={mark} />}
        </div>
        <StarButton popup={popup} listed={listed} tabIndex={tabIndex} />
        <RowActions popup={popup} listed={listed} tabIndex={tabIndex} />
      </div>
      {isExpanded && <PaperDetail id={names.detail} popup={popup} listed={listed} mark={mark} />}
    </article>
  );
}
