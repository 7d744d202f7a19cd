import { writeList, writeNumber } from '../lib/platform/dates.ts';
import { plural, t } from '../lib/platform/text.ts';
import type { Imports } from '../lib/state/import-desk.ts';
import type { ImportOffer } from '../lib/state/import-offer.ts';
import { ImportRefused } from './ImportRefused.tsx';
import { formatName } from './import-texts.ts';

interface Props {
  offer: ImportOffer;
  imports: Imports;
}

/** What a file would bring; nothing has changed yet. */
export function ImportPreview({ offer, imports }: Props) {
  const { name, format, titles, new: fresh, known } = offer;
  return (
    <>
      <div role="status">
        <h3 dir="auto">{t('importWhat', name || t('importPasted'), formatName(format))}</h3>
        <Counts offer={offer} />
      </div>
      {hints(offer).map((hint) => (
        <p key={hint} class="hint">
          {hint}
        </p>
      ))}
      <div class="dialog-ways">
        <button type="button" class="is-primary" onClick={() => void imports.take()}>
          {fresh > 0 ? plural('importAdd', fresh) : plural('importMerge', known)}
        </button>
        <button type="button" onClick={imports.reset}>
          {t('cancel')}
        </button>
      </div>
      <ImportRefused name={name} refused={offer.refused} format={format} />
      <h3>{plural('importFirstTitles', titles.length)}</h3>
      <ol class="keys hint">
        {titles.map((title, place) => (
          <li key={place} dir="auto">
            {title}
          </li>
        ))}
      </ol>
    </>
  );
}

function Counts({ offer }: { offer: ImportOffer }) {
  const words = withThem(offer);
  return (
    <dl class="keys">
      <div>
        <dt>{t('importNew')}</dt>
        <dd>{writeNumber(offer.new)}</dd>
      </div>
      <div>
        <dt>{t('importKnown')}</dt>
        <dd>{writeNumber(offer.known)}</dd>
      </div>
      {words !== '' && (
        <div>
          <dt>{t('importWords')}</dt>
          <dd>{words}</dd>
        </div>
      )}
    </dl>
  );
}

function withThem({ words: { tags, notes, statuses, stars } }: ImportOffer): string {
  return writeList([
    ...(tags > 0 ? [plural('importWithTags', tags)] : []),
    ...(notes > 0 ? [plural('importWithNotes', notes)] : []),
    ...(statuses > 0 ? [plural('importWithStatus', statuses)] : []),
    ...(stars > 0 ? [plural('importWithStars', stars)] : []),
  ]);
}

function hints({ merged, wordsChanged, removed }: ImportOffer): string[] {
  return [
    ...(merged > 0 ? [plural('importMergedHint', merged)] : []),
    ...(wordsChanged > 0 ? [plural('importWordsHint', wordsChanged)] : []),
    ...(removed > 0 ? [plural('importRemovedHint', removed)] : []),
  ];
}
