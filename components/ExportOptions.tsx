import { plural, type TextKey, t } from '../lib/platform/text.ts';
import {
  type ExportChoices,
  GROUPINGS,
  hasAbstracts,
  hasGroups,
  hasKeys,
  KEY_STYLES,
  ORDERS,
} from '../lib/state/export-choices.ts';

const KEY_NAMES: Record<ExportChoices['keyStyle'], TextKey> = {
  scholar: 'keysScholar',
  'better-bibtex': 'keysBetterBibtex',
  arxiv: 'keysArxiv',
};

const ORDER_NAMES: Record<ExportChoices['order'], TextKey> = {
  listed: 'orderListed',
  published: 'orderPublished',
  title: 'orderTitle',
  author: 'orderAuthor',
};

const GROUP_NAMES: Record<ExportChoices['groupBy'], TextKey> = {
  none: 'groupNone',
  digest: 'groupDigest',
  tag: 'groupTag',
  status: 'groupStatus',
};

interface Props {
  choices: ExportChoices;
  disabled: boolean;
  /** How many of the papers keep the citation key that they have. */
  kept: number | undefined;
  change(change: Partial<ExportChoices>): void;
}

/** How the file is to be, as far as its format leaves a choice. */
export function ExportOptions({ choices, disabled, kept = 0, change }: Props) {
  const { format, order, groupBy, keyStyle, abstracts } = choices;
  return (
    <fieldset class="export-options" disabled={disabled}>
      <legend class="sr-only">{t('exportOptions')}</legend>
      <Choice
        label={t('exportOrder')}
        values={ORDERS}
        names={ORDER_NAMES}
        value={order}
        choose={(next) => change({ order: next })}
      />
      {hasGroups(format) && (
        <Choice
          label={t('exportGroups')}
          values={GROUPINGS}
          names={GROUP_NAMES}
          value={groupBy}
          choose={(next) => change({ groupBy: next })}
        />
      )}
      {hasKeys(format) && (
        <Choice
          label={t('exportKeys')}
          values={KEY_STYLES}
          names={KEY_NAMES}
          value={keyStyle}
          describedBy="keys-hint"
          choose={(next) => change({ keyStyle: next })}
        />
      )}
      {hasAbstracts(format) && (
        <label>
          <input
            type="checkbox"
            checked={abstracts}
            onChange={(event) => change({ abstracts: event.currentTarget.checked })}
          />
          {t('exportAbstracts')}
        </label>
      )}
      {hasKeys(format) && (
        <p class="hint" id="keys-hint">
          {t('exportKeysHint')} {kept > 0 && plural('exportKeysKept', kept)}
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  values: readonly Value[];
  names: Record<Value, TextKey>;
  value: Value;
  describedBy?: string;
  choose(value: Value): void;
}

function Choice<Value extends string>({ label, values, names, value, describedBy, choose }: ChoiceProps<Value>) {
  return (
    <label class="field">
      {label}
      <select
        value={value}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          const chosen = values.find((one) => one === currentTarget.value);
          if (chosen) choose(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {t(names[one])}
          </option>
        ))}
      </select>
    </label>
  );
}
