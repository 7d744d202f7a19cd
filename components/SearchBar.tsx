import { Search, Settings2, SlidersHorizontal, X } from 'lucide-preact';
import type { RefObject } from 'preact';
import { t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { isNarrowed } from '../lib/state/view.ts';
import { IconButton } from './IconButton.tsx';

interface Props {
  popup: Popup;
  field: RefObject<HTMLInputElement>;
  filtersOpen: boolean;
  /** The full tab shows filters and settings elsewhere. */
  isPage: boolean;
  toggleFilters(): void;
}

/** The line at the top: search, filters, settings. */
export function SearchBar({ popup, field, filtersOpen, isPage, toggleFilters }: Props) {
  const { query, filter, setQuery } = popup.list;
  const clear = () => {
    setQuery('');
    field.current?.focus();
  };
  return (
    <div class="search-bar">
      <search class="search-field">
        <Search size={16} aria-hidden="true" />
        <input
          ref={field}
          type="text"
          enterKeyHint="search"
          spellcheck={false}
          autocomplete="off"
          dir="auto"
          maxLength={500}
          aria-label={t('searchLabel')}
          aria-keyshortcuts="/"
          placeholder={t('searchPlaceholder')}
          value={query.value}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {query.value === '' ? (
          <span class="key" aria-hidden="true">
            /
          </span>
        ) : (
          <IconButton label={t('searchClear')} shortcut="Esc" onClick={clear}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        )}
      </search>
      {!isPage && (
        <>
          <IconButton
            label={t('filters')}
            aria-expanded={filtersOpen}
            aria-controls="filters"
            class={isNarrowed(filter.value) ? 'is-on' : ''}
            onClick={toggleFilters}
          >
            <SlidersHorizontal size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label={t('settings')} aria-haspopup="dialog" onClick={() => popup.openPanel('settings')}>
            <Settings2 size={16} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  );
}
