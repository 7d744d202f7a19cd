import { useSignal } from '@preact/signals';
import type { ListedPaper } from '../lib/domain/listed-paper.ts';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { TagChip } from './TagChip.tsx';
import { TagInput } from './TagInput.tsx';

/** The tags of one paper: each can be taken off, and more be put on. */
export function TagsField({ popup, listed: { paper, entry } }: { popup: Popup; listed: ListedPaper }) {
  const known = useSignal<string[]>([]);
  const change = async (tags: { add?: string[]; remove?: string[] }) => {
    const { tagPapers } = await import('../lib/state/tags.ts');
    await popup.triage.perform(tagPapers([paper.id], tags));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form that is sent
    <div class="tags-field" role="group" aria-label={t('tags')}>
      {entry.tags.map((tag) => (
        <TagChip key={tag} tag={tag} takeOff={() => void change({ remove: [tag] })}>
          <button
            type="button"
            class="tag-name"
            title={t('tagSearch', tag)}
            onClick={() => popup.list.setQuery(`tag:"${tag.replaceAll('"', ' ')}"`)}
          >
            {tag}
          </button>
        </TagChip>
      ))}
      <TagInput
        id="tags-known"
        popup={popup}
        offered={known.value.filter((tag) => !entry.tags.includes(tag))}
        learned={(tags) => {
          known.value = tags;
        }}
        add={(tags) => change({ add: tags })}
      />
    </div>
  );
}
