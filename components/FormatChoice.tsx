import { type TextKey, t } from '../lib/platform/text.ts';
import { FORMAT_GROUPS, type FormatGroup, type FormatId } from '../lib/state/export-choices.ts';

const FORMAT_NAMES: Record<FormatId, { name: TextKey; hint: TextKey }> = {
  bibtex: { name: 'formatBibtex', hint: 'formatBibtexHint' },
  biblatex: { name: 'formatBiblatex', hint: 'formatBiblatexHint' },
  ris: { name: 'formatRis', hint: 'formatRisHint' },
  'csl-json': { name: 'formatCslJson', hint: 'formatCslJsonHint' },
  markdown: { name: 'formatMarkdown', hint: 'formatMarkdownHint' },
  obsidian: { name: 'formatObsidian', hint: 'formatObsidianHint' },
  org: { name: 'formatOrg', hint: 'formatOrgHint' },
  csv: { name: 'formatCsv', hint: 'formatCsvHint' },
  'csv-import': { name: 'formatCsvImport', hint: 'formatCsvImportHint' },
  notion: { name: 'formatNotion', hint: 'formatNotionHint' },
  readwise: { name: 'formatReadwise', hint: 'formatReadwiseHint' },
  raindrop: { name: 'formatRaindrop', hint: 'formatRaindropHint' },
  instapaper: { name: 'formatInstapaper', hint: 'formatInstapaperHint' },
  json: { name: 'formatJson', hint: 'formatJsonHint' },
  html: { name: 'formatHtml', hint: 'formatHtmlHint' },
  bookmarks: { name: 'formatBookmarks', hint: 'formatBookmarksHint' },
  atom: { name: 'formatAtom', hint: 'formatAtomHint' },
};

const GROUP_NAMES: Record<FormatGroup, TextKey> = {
  references: 'formatsForReferences',
  notes: 'formatsForNotes',
  tables: 'formatsForTables',
  pages: 'formatsForPages',
};

interface Props {
  format: FormatId;
  disabled: boolean;
  choose(format: FormatId): void;
}

/** All formats by what they are for; of the one that is chosen, what it is. */
export function FormatChoice({ format, disabled, choose }: Props) {
  const groups = Object.entries(FORMAT_GROUPS) as [FormatGroup, readonly FormatId[]][];
  return (
    <fieldset class="formats" disabled={disabled}>
      <legend class="sr-only">{t('exportFormat')}</legend>
      {groups.map(([group, formats]) => (
        <fieldset key={group}>
          <legend>{t(GROUP_NAMES[group])}</legend>
          {formats.map((id) => (
            <label key={id} class="chip" title={t(FORMAT_NAMES[id].hint)}>
              <input
                type="radio"
                name="format"
                checked={format === id}
                aria-describedby={format === id ? 'format-hint' : undefined}
                onChange={() => choose(id)}
              />
              <span>{t(FORMAT_NAMES[id].name)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="hint" id="format-hint">
        {t(FORMAT_NAMES[format].hint)}
      </p>
    </fieldset>
  );
}
