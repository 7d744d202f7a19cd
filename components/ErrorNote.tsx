import type { ComponentChildren } from 'preact';
import { ERRORS, type ErrorCode } from '../lib/domain/errors.ts';
import { openLibrary } from '../lib/platform/pages.ts';
import { t } from '../lib/platform/text.ts';
import { CopyDiagnostics } from './CopyDiagnostics.tsx';
import { errorTexts } from './error-texts.ts';

export interface ErrorWays {
  /** Does the same again; offered where that can help. */
  retry?: (() => void) | undefined;
  /** Writes a file with all that can still be read. */
  saveCopy?: (() => void) | undefined;
}

interface Props extends ErrorWays {
  code: ErrorCode;
  /** What the texts name: a site, a line, a reason. */
  facts?: readonly string[];
  /** Names of the errors behind it, for the diagnostics. */
  errors?: readonly string[];
  /** Stands alone in the place of a list, or as a line among others. */
  shape: 'page' | 'line';
  /** More to press, at the end. */
  children?: ComponentChildren;
}

/** The one way in which anything that went wrong is shown: what happened, what is safe, what to do. */
export function ErrorNote({ code, facts, errors = [], shape, retry, saveCopy, children }: Props) {
  const { what, safe, todo } = errorTexts(code, facts);
  const [Text, Head] = shape === 'page' ? (['div', 'h2'] as const) : (['p', 'strong'] as const);
  return (
    <div class={`error-note is-${shape}`} data-code={code}>
      <Text>
        <Head>{what}</Head> {safe} {todo}
      </Text>
      <div class="ways">
        {retry && ERRORS[code].retry && (
          <button type="button" class="is-primary" onClick={retry}>
            {t('retry')}
          </button>
        )}
        {code === 'library-lost' && (
          <button type="button" class="is-primary" onClick={() => void openLibrary('backup')}>
            {t('restoreFromBackup')}
          </button>
        )}
        {saveCopy && (code === 'upgrade-failed' || code === 'library-newer') && (
          <button type="button" onClick={saveCopy}>
            {t('saveCopy')}
          </button>
        )}
        {children}
        {shape === 'page' && <CopyDiagnostics code={code} errors={errors} />}
      </div>
    </div>
  );
}
