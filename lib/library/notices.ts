import type { Capture } from '../domain/capture.ts';
import type { GleanerDatabase, Notice, NoticeCode } from './database.ts';

const TELLING: ReadonlySet<string> = new Set<NoticeCode>(['site-changed', 'text-bounded']);

/**
 * Turns the problems of a capture that a user should know of into notices: one for each site and code, renewed rather
 * than repeated. A site that is read again after it had changed needs no notice any more.
 * Runs inside the transaction of the capture.
 */
export async function raiseNotices(db: GleanerDatabase, capture: Capture): Promise<void> {
  const { site } = capture.digest;
  if (capture.papers.length > 0) await settleChange(db, capture);
  const codes = new Set(capture.problems.map(({ code }) => code).filter((code) => TELLING.has(code)));
  for (const code of codes as Set<NoticeCode>) {
    const parts = capture.problems.flatMap((problem) => (problem.code === code && problem.part ? [problem.part] : []));
    await raiseNotice(db, { code, site, at: capture.seenAt, parts: [...new Set(parts)].sort() });
  }
}

/** What the same visit said of a site stands: a list that grows is sent piece by piece, and says what it lacks once. */
async function settleChange(db: GleanerDatabase, { digest: { site }, seenAt }: Capture): Promise<void> {
  const raised = await db.notices.where('[site+code]').equals([site, 'site-changed']).first();
  if (raised && raised.at !== seenAt) await db.notices.delete(raised.id);
}

/** Raises or renews one notice. */
export async function raiseNotice(db: GleanerDatabase, notice: Omit<Notice, 'id'>): Promise<void> {
  const known = await db.notices.where('[site+code]').equals([notice.site, notice.code]).first();
  if (known) await db.notices.update(known.id, notice);
  else await db.notices.add(notice);
}
