import { useSignal } from '@preact/signals';
import type { ZoteroPlace, ZoteroTarget } from '../lib/domain/zotero.ts';
import type { SplitBySent } from '../lib/library/zotero-sent.ts';
import { writeInstant } from '../lib/platform/dates.ts';
import { plural, t } from '../lib/platform/text.ts';
import type { Zotero } from '../lib/state/zotero.ts';

interface Props {
  zotero: Zotero;
  place: ZoteroPlace;
  split: SplitBySent;
  nowMs: number;
}

/** Where the papers go, what goes along, and which of them. */
export function ZoteroChooser({ zotero, place, split, nowMs }: Props) {
  const { fresh, sent, last } = split;
  const target = useSignal(place.selected);
  const tags = useSignal(true);
  const status = useSignal(true);
  const again = useSignal(false);
  const count = fresh.length + (again.value ? sent.length : 0);
  const send = () => {
    const found = place.targets.find(({ id }) => id === target.value);
    const to = { id: target.value, name: found?.name ?? place.libraryName };
    void zotero.send({ target: to, with: { tags: tags.value, status: status.value }, again: again.value });
  };
  return (
    <>
      <p class="export-what" role="status">
        {plural(sent.length > 0 ? 'zoteroFresh' : 'papers', fresh.length)}
      </p>
      {sent.length > 0 && last && (
        <div class="setting">
          <p>{plural('zoteroBefore', sent.length, last.target.name, writeInstant(last.at, nowMs))}</p>
          <Check label={plural('zoteroAgain', sent.length)} value={again} />
        </div>
      )}
      <Targets targets={place.targets} target={target} />
      <fieldset class="choices">
        <legend>{t('zoteroAlong')}</legend>
        <Check label={t('zoteroTags')} value={tags} />
        <Check label={t('zoteroStatus')} value={status} />
      </fieldset>
      <div class="dialog-ways">
        <button type="button" class="is-primary" disabled={count === 0} onClick={send}>
          {plural('zoteroGo', count)}
        </button>
      </div>
    </>
  );
}

function Targets({ targets, target }: { targets: readonly ZoteroTarget[]; target: { value: string } }) {
  const recent = targets.filter(({ isRecent }) => isRecent);
  return (
    <label class="field">
      {t('zoteroTarget')}
      <select
        value={target.value}
        onChange={(event) => {
          target.value = event.currentTarget.value;
        }}
      >
        {recent.length > 0 && (
          <optgroup label={t('zoteroRecent')}>
            {recent.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('zoteroAll')}>
          {targets.map(({ id, name, level }) => (
            <option key={id} value={id}>
              {/* Plain spaces would be folded, and an option has no margin. */}
              {`${'\u2003'.repeat(level)}${name}`}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

function Check({ label, value }: { label: string; value: { value: boolean } }) {
  return (
    <label>
      <input
        type="checkbox"
        checked={value.value}
        onChange={(event) => {
          value.value = event.currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}
