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
  { keys: ['/'], does: 'helpSearch' },
  { keys: ['e'], does: 'helpExport' },
  { keys: ['l'], does: 'helpLibrary' },
  { keys: ['Esc'], does: 'helpBack' },
];

/** The keys and what they do. */
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
      <p class="hint">{t('helpPrivacy')}</p>
    </Dialog>
  );
}
