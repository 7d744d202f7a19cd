import { useSignal } from '@preact/signals';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';

const LONGEST_TAG = 50;

interface Props {
  /** The id of the list to choose from. */
  id: string;
  popup: Popup;
  /** Tags to choose from. */
  offered: readonly string[];
  /** Told of all tags in use when the field is entered. */
  learned(tags: string[]): void;
  /** Called with what was written, commas between. */
  add(tags: string[]): Promise<void>;
}

/** A field for a tag or several with commas between; Enter, a comma or leaving it puts them on. */
export function TagInput({ id, popup, offered, learned, add }: Props) {
  const text = useSignal('');
  const take = async () => {
    const tags = text.value.split(',').flatMap((part) => part.trim() || []);
    text.value = '';
    if (tags.length > 0) await add(tags);
  };
  return (
    <>
      <input
        type="text"
        data-part="tags"
        list={id}
        dir="auto"
        size={12}
        autocomplete="off"
        maxLength={LONGEST_TAG}
        aria-label={t('tagAdd')}
        placeholder={t('tagAdd')}
        value={text.value}
        onFocus={async () => {
          const { knownTags } = await import('../lib/state/tags.ts');
          learned(await knownTags(popup.library()));
        }}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          if (text.value.endsWith(',')) void take();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          void take();
        }}
        onBlur={() => void take()}
      />
      <datalist id={id}>
        {offered.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}
