import type { SiteId } from '../domain/digest.ts';
import type { SiteHealth } from '../library/health.ts';

/** What a report of a site may say: its structure. Nothing here is a title, a text, a search or an address of a page. */
export interface SiteCase {
  app: string;
  /** Browser, system and version, as the browser says it. */
  browser: string;
  site: SiteId;
  health: SiteHealth | undefined;
  /** What a notice says is missing, and since when (ISO instant). */
  notice?: { at: string; parts: readonly string[] };
}

/** A text to copy into a report: one fact a line. */
export function writeSiteReport({ app, browser, site, health, notice }: SiteCase): string {
  const lines = [`Gleaner ${app}`, browser, `site: ${site}`];
  if (health) {
    const { digest, at, papers, captures, problems } = health;
    if (digest) lines.push(`page: ${digest.kind}${placeOf(digest.url)}`);
    lines.push(`last read: ${at}, papers: ${papers}`, `visits: ${captures}`);
    lines.push(
      ...problems.map(({ code, part, times }) => `problem: ${[code, part].filter(Boolean).join(' ')} × ${times}`),
    );
  }
  if (notice) lines.push(`missing: ${notice.parts.join(', ')} (${notice.at})`);
  return `${lines.join('\n')}\n`;
}

/** The host and the first part of the path, which is a kind of page; a part with a number in it may be a paper. */
function placeOf(address: string | undefined): string {
  const url = URL.parse(address ?? '');
  if (!url) return '';
  const [first = ''] = url.pathname.split('/').filter(Boolean);
  return ` at ${url.host}/${/\d/.test(first) || first.length > 30 ? '…' : first}`;
}
