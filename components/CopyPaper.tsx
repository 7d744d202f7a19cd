import { useSignal } from '@preact/signals';
import type { PaperId } from '../lib/domain/paper.ts';
import { copyText } from '../lib/platform/clipboard.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import { recall } from '../lib/platform/view-memory.ts';
import type { CopyKind } from '../lib/state/copy-paper.ts';
import { failureCode } from '../lib/state/failure-code.ts';
import type { Popup } from '../lib/state/popup.ts';
import { errorTexts } from './error-texts.ts';

const WAYS: readonly { kind: CopyKind; name: TextKey; label: TextKey; done: TextKey }[] = [
  { kind: 'citation', name: 'copyCitationShort', label: 'copyCitation', done: 'copiedCitation' },
  { kind: 'bibtex', name: 'formatBibtex', label: 'copyBibtex', done: 'copiedBibtex' },
  { kind: 'markdown', name: 'copyLinkShort', label: 'copyLink', done: 'copiedLink' },
];

/** Ways to take one paper along, as text. */
export function CopyPaper({ popup, id }: { popup: Popup; id: PaperId }) {
  const told = useSignal('');
  const copy = async (kind: CopyKind, done: TextKey) => {
    told.value = '';
    try {
      const { paperText } = await import('../lib/state/copy-paper.ts');
      const text = await paperText(popup.library(), id, kind, recall('export'));
      told.value = text !== undefined && (await copyText(text)) ? t(done) : t('copyRefused');
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      told.value = errorTexts(failureCode(error)).what;
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form that is sent
    <div class="copy-paper" role="group" aria-labelledby={`copy-${id}`}>
      <span class="hint" id={`copy-${id}`}>
        {t('copyPaper')}
      </span>
      {WAYS.map(({ kind, name, label, done }) => (
        <button
          key={kind}
          type="button"
          class="text-button"
          aria-label={t(label)}
          // Before the library has answered, a paper has no number that it knows.
          disabled={!popup.isOpen.value || id < 1}
          onClick={() => void copy(kind, done)}
        >
          {t(name)}
        </button>
      ))}
      <span class="hint" role="status">
        {told.value}
      </span>
    </div>
  );
}
