import { describe, expect, test } from 'vitest';
import { KEPT_REASONS, type KeptBackup, type KeptReason, keptFrom, keptName, toLetGo } from './kept.ts';

const DAY_MS = 86_400_000;

function kept(madeAt: string, reason: KeptReason = 'daily'): KeptBackup {
  return { name: keptName(madeAt, reason), madeAt, reason };
}

describe('the name of a kept backup', () => {
  test.each(KEPT_REASONS)('says when and why it was made: %s', (reason) => {
    const backup = kept('2026-11-22T05:33:56.123Z', reason);
    expect(backup.name).toBe(`gleaner-20261122T053356123Z-${reason}.ndjson.gz`);
    expect(keptFrom(backup.name)).toEqual(backup);
  });

  test.each([
    'gleaner-20261122T053356123Z-daily.ndjson',
    'gleaner-20261122T053356123Z-other.ndjson.gz',
    'gleaner-20261322T053356123Z-daily.ndjson.gz',
    'gleaner-20261122T053356Z-daily.ndjson.gz',
    'x-gleaner-20261122T053356123Z-daily.ndjson.gz',
    'gleaner-20261122T053356123Z-daily.ndjson.gz.crswap',
    '',
  ])('is not %j', (name) => {
    expect(keptFrom(name)).toBeUndefined();
  });
});

describe('which backups are let go of', () => {
  test('none, while there are few', () => {
    expect(toLetGo([])).toEqual([]);
    expect(toLetGo([kept('2026-11-20T08:00:00.000Z'), kept('2026-11-21T08:00:00.000Z')])).toEqual([]);
  });

  test('of those before a restore or an upgrade, all but the newest two of each', () => {
    for (const reason of ['before-restore', 'before-upgrade'] as const) {
      const days = [10, 13, 11, 12].map((day) => kept(`2026-11-${day}T08:00:00.000Z`, reason));
      const daily = kept('2026-11-14T08:00:00.000Z');
      expect(toLetGo([...days, daily]).map(({ madeAt }) => madeAt.slice(8, 10))).toEqual(['11', '10']);
    }
  });

  test('after a month without a day missed: all but the last three days and the last one of each of four weeks', () => {
    const month = Array.from({ length: 30 }, (_, day) =>
      kept(`2026-11-${String(day + 1).padStart(2, '0')}T08:00:00.000Z`),
    );
    const gone = new Set(toLetGo(month));
    const staying = month.filter((backup) => !gone.has(backup)).map(({ madeAt }) => madeAt.slice(8, 10));
    // 30 November 2026 is a Monday, and 22, 15 and 8 are Sundays; on Wednesday 29 will stand for its week instead of 27.
    expect(staying).toEqual(['08', '15', '22', '27', '28', '29', '30']);
  });

  test('over a year of days, never the newest three; the oldest is always 18 days old or more, and no gap is over a week', () => {
    let backups: KeptBackup[] = [];
    for (let day = 0; day < 365; day += 1) {
      const nowMs = Date.parse('2026-01-01T07:00:00.000Z') + day * DAY_MS;
      backups.push(kept(new Date(nowMs).toISOString()));
      const gone = new Set(toLetGo(backups));
      backups = backups.filter((backup) => !gone.has(backup));
      const ages = backups.map(({ madeAt }) => (nowMs - Date.parse(madeAt)) / DAY_MS).reverse();
      expect(ages.slice(0, 3)).toEqual([0, 1, 2].slice(0, day + 1));
      expect(backups.length).toBeLessThanOrEqual(7);
      if (day < 28) continue;
      expect(Math.max(...ages.map((age, index) => age - (ages[index - 1] ?? 0)))).toBeLessThanOrEqual(7);
      expect(Math.max(...ages)).toBeGreaterThanOrEqual(18);
    }
  });
});
