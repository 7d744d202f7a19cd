import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { plural, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { tagPapers, tagsOn } from '../lib/state/tags.ts';
import type { World } from '../lib/state/world.ts';
import { Dialog } from './Dialog.tsx';
import { TagChip } from './TagChip.tsx';
import { TagInput } from './TagInput.tsx';

interface Props {
  popup: Popup;
  world: World;
  close(): void;
}

/** Tags for all picked papers at once: what is added goes on each, what is taken off goes from each. */
export function TagsPanel({ popup, world, close }: Props) {
  const ids = popup.cursor.picked.value;
  const known = useSignal<string[]>([]);
  const present = useSignal<{ tag: string; papers: number }[]>([]);
  const look = async () => {
    present.value = await tagsOn(world, ids);
  };
  useEffect(() => void look(), [ids.length]);
  // The dialog would begin on its way out; what it is for is to write.
  useEffect(() => document.querySelector<HTMLElement>('dialog [data-part=tags]')?.focus(), []);
  const change = async (tags: { add?: string[]; remove?: string[] }) => {
    await popup.triage.perform(tagPapers(ids, tags));
    await look();
  };
  return (
    <Dialog title={t('tags')} close={close}>
      <p>{plural('picked', ids.length)}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form that is sent */}
      <div class="tags-field" role="group" aria-label={t('tags')}>
        {present.value.map(({ tag, papers }) => (
          <TagChip key={tag} tag={tag} takeOff={() => void change({ remove: [tag] })}>
            {papers < ids.length ? t('tagOnSome', tag, plural('papers', papers)) : tag}
          </TagChip>
        ))}
        <TagInput
          id="tags-known-here"
          popup={popup}
          offered={known.value}
          learned={(tags) => {
            known.value = tags;
          }}
          add={(tags) => change({ add: tags })}
        />
      </div>
    </Dialog>
  );
}
