import type { ImportFormat, Refused } from '../lib/importers/imported.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { downloadFile } from '../lib/platform/download.ts';
import { plural, t } from '../lib/platform/text.ts';
import { refusalText } from './import-texts.ts';

interface Props {
  /** The file's name, empty for pasted text. */
  name: string;
  refused: readonly Refused[];
  format: ImportFormat;
}

const SHOWN = 50;
/** Formats whose entries are found by their number and not by a line. */
const OF_RECORDS: ReadonlySet<ImportFormat> = new Set<ImportFormat>(['gleaner-json', 'csl-json', 'papermemory']);

/** What of a file could not be read, entry by entry, and a way to keep the list. */
export function ImportRefused({ name, refused, format }: Props) {
  if (refused.length === 0) return null;
  const say = ({ line, what, why }: Refused) => {
    const place = t(OF_RECORDS.has(format) ? 'importRecord' : 'importLine', writeNumber(line));
    return [place, t('importRefusedLine', what, refusalText(why))] as const;
  };
  const save = () => {
    const lines = refused.map((one) => say(one).join('\t'));
    downloadFile(new Blob([`${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }), fileName(name));
  };
  return (
    <details>
      <summary>{plural('importRefused', refused.length)}</summary>
      <dl class="keys">
        {refused.slice(0, SHOWN).map((one, index) => {
          const [place, text] = say(one);
          return (
            <div key={index}>
              <dt>{place}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          );
        })}
      </dl>
      {refused.length > SHOWN && <p class="hint">{t('importRefusedMore', writeNumber(refused.length - SHOWN))}</p>}
      <button type="button" onClick={save}>
        {t('importSaveList')}
      </button>
    </details>
  );
}

/** `papers.bib` leaves `papers-not-imported.txt`. */
function fileName(name: string): string {
  const plain = name.replace(/\.[^.]{1,8}$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `${plain || 'list'}-not-imported.txt`;
}
