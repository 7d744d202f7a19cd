import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CounterName } from '../lib/domain/listed-paper.ts';
import { writeBytes } from '../lib/platform/amounts.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { askToKeep, readStorageHealth, type StorageHealth } from '../lib/platform/storage-health.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import type { World } from '../lib/state/world.ts';
import { CopyDiagnostics } from './CopyDiagnostics.tsx';
import { LastBackup } from './LastBackup.tsx';

const COUNTED: readonly (readonly [CounterName, TextKey])[] = [
  ['papers', 'countPapers'],
  ['removed', 'countRemoved'],
  ['digests', 'countDigests'],
  ['sightings', 'countSightings'],
  ['merges', 'countMerges'],
];

/** What is stored, how much room it takes, and how far the browser stands by it. */
export function StoragePlace({ popup, world }: { popup: Popup; world: World }) {
  const health = useSignal<StorageHealth | undefined>(undefined);
  const counters = popup.summary.counters.value;
  const look = async () => {
    health.value = await readStorageHealth();
  };
  useEffect(() => void look(), []);
  return (
    <>
      <dl class="counts">
        {counters &&
          COUNTED.filter(([name]) => counters[name] > 0).map(([name, key]) => (
            <div key={name}>
              <dt>{t(key)}</dt>
              <dd>{writeNumber(counters[name])}</dd>
            </div>
          ))}
        {health.value && (
          <div>
            <dt>{t('storageUsed')}</dt>
            <dd>{writeBytes(health.value.usedBytes)}</dd>
          </div>
        )}
      </dl>
      {health.value && <Keeping health={health.value} look={look} />}
      <section>
        <h2>{t('placeBackup')}</h2>
        <LastBackup world={world} />
        <p>
          <a href="#backup">{t('toBackups')}</a>
        </p>
      </section>
      <section>
        <h2>{t('diagnostics')}</h2>
        <p>{t('diagnosticsHint')}</p>
        <CopyDiagnostics counters={counters} />
      </section>
    </>
  );
}

/** Whether the browser may clear the library by itself. It is asked once: it does not change its mind by asking. */
function Keeping({ health: { isKept }, look }: { health: StorageHealth; look(): Promise<void> }) {
  const wasRefused = useSignal(false);
  const ask = async () => {
    wasRefused.value = !(await askToKeep());
    await look();
  };
  return (
    <section>
      <h2>{t('storageKeeping')}</h2>
      <p role="status">{t(isKept ? 'storageKept' : wasRefused.value ? 'storageRefused' : 'storageNotKept')}</p>
      {!isKept && !wasRefused.value && (
        <div class="ways">
          <button type="button" onClick={() => void ask()}>
            {t('storageAsk')}
          </button>
        </div>
      )}
    </section>
  );
}
