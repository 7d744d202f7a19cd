import { beginning } from '../lib/domain/beginning.ts';
import { countLists, type ListedPaper } from '../lib/domain/listed-paper.ts';
import { writeInstant, writeNumber } from '../lib/platform/dates.ts';
import { plural, t, uiLanguage } from '../lib/platform/text.ts';
import type { Report } from '../lib/weekly/report.ts';
import type { Sheet, SheetGroup, SheetPaper, SheetPart } from '../lib/weekly/sheet.ts';
import { siteName, statusName } from './naming.ts';
import { type ListTarget, WAITING_LIST, weekList } from './weekly-list.ts';

/** A group as the screen shows it: the papers beyond the first, and the list that holds them all, if one does. */
export interface ShownGroup extends SheetGroup {
  rest: SheetPaper[];
  list?: ListTarget;
}

export interface ShownPart extends SheetPart {
  groups: ShownGroup[];
}

export interface ShownSheet extends Sheet {
  parts: ShownPart[];
}

const SHOWN = { several: 8, topic: 3, site: 5, waiting: 10 } as const;

/** Puts a report into words. A paper's abstract stands where the paper comes first, and nowhere further down. */
export function sheetOf(report: Report, isThis: boolean, nowMs: number): ShownSheet {
  const words = startPapers();
  const { week, several, topics, sites, waiting } = report;
  const parts = [
    part('weeklySeveral', 'weeklySeveralHint', [words.group('', several, several.length, SHOWN.several)]),
    part(
      'weeklyTopics',
      'weeklyTopicsHint',
      topics.map(({ name, papers }) => words.group(name, papers, papers.length, SHOWN.topic)),
    ),
    part(
      'weeklySites',
      'weeklySitesHint',
      sites.map(({ site, count, papers }) => ({
        ...words.group(siteName(site), papers, count, SHOWN.site),
        list: weekList(week, isThis, { site }),
      })),
    ),
    part('weeklyWaiting', 'weeklyWaitingHint', [
      { ...words.group('', waiting.papers, waiting.count, SHOWN.waiting), list: WAITING_LIST },
    ]),
  ];
  return {
    title: t('weekly'),
    days: daysOf(report, nowMs),
    made: t('weeklyMade', writeInstant(new Date(nowMs).toISOString(), nowMs)),
    language: uiLanguage(),
    facts: factsOf(report),
    parts: parts.filter(({ groups }) => groups.length > 0),
  };
}

/** "Nov 16 – Nov 22": the first and the last day. */
export function daysOf({ week }: Pick<Report, 'week'>, nowMs: number): string {
  const last = new Date(Date.parse(week.until) - 1).toISOString();
  return t('weeklyDays', writeInstant(week.since, nowMs), writeInstant(last, nowMs));
}

function factsOf({ count, read, starred, examples, papers }: Report): string[] {
  return [
    plural('weeklyNew', count),
    plural('weeklyRead', read),
    plural('weeklyStarred', starred),
    ...(examples > 0 ? [plural('weeklyExamples', examples)] : []),
    ...(count > papers.length ? [plural('weeklyBounded', papers.length)] : []),
  ];
}

function part(
  heading: 'weeklySeveral' | 'weeklyTopics' | 'weeklySites' | 'weeklyWaiting',
  hint: 'weeklySeveralHint' | 'weeklyTopicsHint' | 'weeklySitesHint' | 'weeklyWaitingHint',
  groups: ShownGroup[],
): ShownPart {
  return { heading: t(heading), hint: t(hint), groups: groups.filter(({ papers }) => papers.length > 0) };
}

function startPapers() {
  const told = new Set<number>();
  const one = (listed: ListedPaper): SheetPaper => {
    const abstract = told.has(listed.paper.id) ? '' : beginning(listed.paper.abstract ?? '');
    told.add(listed.paper.id);
    return { ...seenAs(listed), abstract };
  };
  return {
    group: (name: string, papers: readonly ListedPaper[], count: number, most: number): ShownGroup => ({
      heading: name && t('weeklyGroup', name, writeNumber(count)),
      papers: papers.slice(0, most).map(one),
      rest: papers.slice(most).map((listed) => ({ ...seenAs(listed), abstract: '' })),
      more: count > most ? plural('weeklyMore', count - Math.min(most, papers.length)) : '',
    }),
  };
}

function seenAs(listed: ListedPaper): Omit<SheetPaper, 'abstract'> {
  const { entry, seen } = listed;
  const lists = countLists(listed);
  const facts = [
    ...new Set(seen.map(({ digest }) => siteName(digest.site))),
    ...(lists > 1 ? [plural('digests', lists)] : []),
    ...(entry.status === 'unread' ? [] : [statusName(entry.status)]),
  ];
  return { listed, star: entry.starred ? t('starred') : '', facts };
}
