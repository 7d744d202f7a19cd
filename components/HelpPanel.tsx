import { type TextKey, t } from '../lib/platform/text.ts';
import { Dialog } from './Dialog.tsx';

const KEYS: readonly { keys: readonly string[]; does: TextKey }[] = [
  { keys: ['j', 'k', '↓', '↑'], does: 'helpMove' },
  { keys: ['⏎'], does: 'helpExpand' },
  { keys: ['o', '⇧O'], does: 'helpOpen' },
  { keys: ['r'], does: 'helpRead' },
  { keys: ['i'], does: 'helpReading' },
  { keys: ['x'], does: 'helpSkip' },
  { keys: ['s'], does: 'helpStar' },
  { keys: ['t'], does: 'helpTags' },
  { keys: ['n'], does: 'helpNote' },
  { keys: ['Del'], does: 'helpRemove' },
  { keys: ['u', 'Ctrl Z'], does: 'helpUndo' },
  { keys: ['v', '⇧J', '⇧K'], does: 'helpPick' },
  { keys: ['Ctrl A'], does: 'helpPickAll' },
  { keys: ['/'], does: 'helpSearch' },
  { keys: ['e'], does: 'helpExport' },
  { keys: ['l'], does: 'helpLibrary' },
  { keys: ['Esc'], does: 'helpBack' },
];

const SEARCHES: readonly { typed: readonly (TextKey | `${string}:`)[]; means: TextKey }[] = [
  { typed: ['helpSearchPhrase'], means: 'helpSearchAsWritten' },
  { typed: ['helpSearchWithout'], means: 'helpSearchNot' },
  { typed: ['author:', 'title:', 'tag:'], means: 'helpSearchField' },
];

/** The keys and what they do, and how a search can be narrowed. */
export function HelpPanel({ close }: { close(): void }) {
  return (
    <Dialog title={t('helpTitle')} close={close}>
      <dl class="keys">
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} class="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('helpSearchTitle')}</h3>
      <dl class="keys is-wide">
        {SEARCHES.map(({ typed, means }) => (
          <div key={means}>
            <dt>
              {typed.map((words) => (
                <kbd key={words} class="key">
                  {isField(words) ? words : t(words)}
                </kbd>
              ))}
            </dt>
            <dd>{t(means)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t('helpPrivacy')}</p>
    </Dialog>
  );
}

/** Names of fields are typed as they are in every language. */
function isField(words: TextKey | `${string}:`): words is `${string}:` {
  return words.endsWith(':');
}
