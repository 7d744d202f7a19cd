import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CounterName } from '../lib/domain/listed-paper.ts';
import type { Footprint } from '../lib/library/footprint.ts';
import { writeBytes } from '../lib/platform/amounts.ts';
import { writeNumber } from '../lib/platform/dates.ts';
import { askToKeep, readStorageHealth, type StorageHealth } from '../lib/platform/storage-health.ts';
import { type TextKey, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { readFootprint } from '../lib/state/storage-used.ts';
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
  const measured = useSignal<Footprint | undefined>(undefined);
  const counters = popup.summary.counters.value;
  const look = async () => {
    health.value = await readStorageHealth();
  };
  const measure = async () => {
    measured.value = await readFootprint(world);
  };
  useEffect(() => {
    void look();
    void measure();
  }, []);
  return (
    <>
      <dl class="counts">
        {counters &&
          COUNTED.filter(([name]) => counters[name] > 0).map(([name, key]) => (
            <Fact key={name} name={t(key)} value={writeNumber(counters[name])} />
          ))}
        {health.value && <Fact name={t('storageUsed')} value={writeBytes(health.value.usedBytes)} />}
        {measured.value && <Fact name={t('storageIndex')} value={writeBytes(measured.value.indexBytes)} />}
        {health.value && measured.value && measured.value.papers > 0 && (
          <Fact
            name={t('storageEach')}
            value={writeBytes(Math.round(health.value.libraryBytes / measured.value.papers))}
          />
        )}
      </dl>
      <p class="hint">{t('storageWhat')}</p>
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

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
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
