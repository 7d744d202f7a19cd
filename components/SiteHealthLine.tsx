import type { SiteId } from '../lib/domain/digest.ts';
import type { ProblemKind, SiteHealth } from '../lib/library/health.ts';
import { writeInstant } from '../lib/platform/dates.ts';
import { plural, t } from '../lib/platform/text.ts';
import type { Popup } from '../lib/state/popup.ts';
import { CopySiteReport } from './CopySiteReport.tsx';
import { missingParts } from './missing-parts.ts';
import { digestName } from './naming.ts';

interface Props {
  popup: Popup;
  site: SiteId;
  health: SiteHealth | undefined;
}

/** When a site was last read, what came of it, and what was wrong. */
export function SiteHealthLine({ popup, site, health }: Props) {
  if (!health) return <p class="hint">{t('siteNever')}</p>;
  const { at, digest, papers, problems } = health;
  const nowMs = popup.world.nowMs();
  const day = writeInstant(at, nowMs);
  const read = plural('papers', papers);
  return (
    <>
      <p class="hint">{digest ? t('siteLastOf', day, digestName(digest, nowMs), read) : t('siteLast', day, read)}</p>
      {problems.length > 0 && (
        <p class="site-problems">
          {problemWords(problems)} <CopySiteReport popup={popup} site={site} />
        </p>
      )}
    </>
  );
}

function problemWords(problems: readonly ProblemKind[]): string {
  const isChange = ({ code }: ProblemKind) => code === 'site-changed';
  const missing = problems.filter(isChange).flatMap(({ part }) => part ?? []);
  const small = problems.filter((kind) => !isChange(kind)).reduce((sum, { times }) => sum + times, 0);
  return [
    problems.some(isChange) ? t('siteLacks', missingParts(missing)) : '',
    small > 0 ? plural('siteSmallProblems', small) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
