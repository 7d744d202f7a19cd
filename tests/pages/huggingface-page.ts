import { attribute, dayCard, longDate, searchCard, text, trendingCard, upvoteBox } from './huggingface-card.ts';
import type { Entry } from './huggingface-entry.ts';

/**
 * Pages of our own in the shape of Hugging Face's, with any papers poured in. Nothing but the parts that the adapter may
 * rely on, and some that it must not be misled by (user names, star counts, a machine's summary, every card twice).
 */

/** What a page's data holds when it is not what its cards show: after a change of list without a load, for example. */
export interface Overrides {
  /** The data of `DailyPapers` or `PaperContent`; null leaves the data out, a string is put there as it is. */
  data?: unknown;
}

/** The page of one day, e.g. `2026-05-12`, to be served at `/papers/date/2026-05-12`. */
export function dayPage(date: string, entries: Entry[], overrides: Overrides = {}): string {
  return periodPage({ periodType: 'day', dateString: date, shown: shownDay(date), path: 'date' }, entries, overrides);
}

/** The page of an ISO week, e.g. `2026-W20`, to be served at `/papers/week/2026-W20`. */
export function weekPage(week: string, entries: Entry[], overrides: Overrides = {}): string {
  return periodPage({ periodType: 'week', dateString: week, shown: `Week ${week.slice(6)}`, path: 'week' }, entries, overrides);
}

/** The page of a month, e.g. `2026-05`, to be served at `/papers/month/2026-05`. */
export function monthPage(month: string, entries: Entry[], overrides: Overrides = {}): string {
  return periodPage({ periodType: 'month', dateString: month, shown: month, path: 'month' }, entries, overrides);
}

/** The page of a day as it was in 2024, to be served at `/papers?date=2024-08-01`. */
export function oldDayPage(date: string, entries: Entry[], overrides: Overrides = {}): string {
  const data = { canSubmit: false, date: `${date}T00:00:00.000Z`, dailyPapers: entries, prevDate: date, nextDate: date };
  const body = `${navigation('?date=', date, shownDay(date))}<div class="grid">${entries.map(dayCard).join('\n')}</div>`;
  return listPage('Daily Papers', island('DailyPapers', data, body, overrides));
}

/** The page at `/papers/trending`: every card holds two copies, for wide and narrow screens. */
export function trendingPage(entries: Entry[], overrides: Overrides = {}): string {
  const data = { canSubmit: false, dailyPapers: entries, query: {}, isTrending: true, periodType: 'day' };
  const body = `<div class="flex gap-4"><!--[0-->${entries.map(trendingCard).join('\n')}<!--]--></div>`;
  return listPage('Trending Papers', island('DailyPapers', data, body, overrides));
}

/**
 * The page at `/papers?q=…`: its data holds the results, and also the papers of the day, which are not on screen.
 * @param dailyEntries the papers of the day
 */
export function searchPage(query: string, entries: Entry[], dailyEntries: Entry[] = [], overrides: Overrides = {}): string {
  const data = {
    canSubmit: false,
    dateString: '2026-05-12',
    dailyPapers: dailyEntries,
    periodType: 'day',
    query: { q: query },
    searchResults: entries.map((entry) => ({ ...entry, highlightedTitle: [{ type: 'text', text: entry.paper.title }] })),
    isTrending: false,
  };
  const cards = entries.map((entry) => searchCard(entry, query)).join('\n');
  return listPage('Daily Papers', island('DailyPapers', data, `<div class="flex flex-col">${cards}</div>`, overrides));
}

/** The page of one paper, to be served at `/papers/ID`. */
export function paperPage(entry: Entry, overrides: Overrides = {}): string {
  const { paper } = entry;
  const { organization, submitterOrganization } = entry;
  const data = { comments: [], paper, upvoted: false, upvoters: [], organization, submitterOrganization };
  const authors = paper.authors.map(
    (author, index) =>
      `<span class="author flex py-2"><span class="contents">${author.user ? `<a href="/${attribute(author.user.user ?? '')}">${text(author.name)}</a>` : text(author.name)}</span>${index < paper.authors.length - 1 ? ',' : ''}</span>`,
  );
  const summary = paper.ai_summary
    ? `<div class="rounded-xl bg-blue-500/6 p-4"><p class="text-blue-900">${text(paper.ai_summary)}</p><p class="text-xs">AI-generated summary</p></div>`
    : '';
  const body = `<section><h1 class="text-2xl">${text(paper.title)}</h1>
<div class="text-sm"><div>Published on ${longDate(paper.publishedAt)} · Submitted by <a href="/ada">ada</a></div></div>
<div>Authors: ${authors.join(' ')}</div>
${island('UpvoteControl', {}, upvoteBox(paper.id, `Upvote <div class="font-semibold">${paper.upvotes || '-'}</div>`), {})}
<div><h2 class="font-semibold">Abstract</h2><div class="flex flex-col">${summary}<p class="text-gray-600">${text(paper.summary)}</p></div></div>
<div><a href="https://arxiv.org/abs/${attribute(paper.id)}">View arXiv page</a> <a href="https://arxiv.org/pdf/${attribute(paper.id)}">View PDF</a>
${paper.projectPage ? `<a href="${attribute(paper.projectPage)}">Project page</a>` : ''}
${paper.githubRepo ? `<a href="${attribute(paper.githubRepo)}"><span>GitHub</span> <span>${paper.githubStars ?? 7}</span></a>` : ''}</div>
<h3 id="community">Community</h3><div class="prose"><p class="text-gray-600">A comment, with a <a href="https://github.com/else/where">link</a>.</p></div></section>`;
  return page('PaperPage', `Paper page - ${paper.title}`, island('PaperContent', data, body, overrides));
}

interface PeriodPage {
  periodType: string;
  dateString: string;
  shown: string;
  path: string;
}

function periodPage(period: PeriodPage, entries: Entry[], overrides: Overrides): string {
  const { periodType, dateString, shown, path } = period;
  const data = { canSubmit: false, dateString, dailyPapers: entries, periodType, query: {}, isTrending: false };
  const cards = entries.map((entry) => `<div>${dayCard(entry)}</div>`).join('\n');
  const body = `${navigation(`/${path}/`, dateString, shown)}<div class="relative grid gap-5">${cards}</div>`;
  return listPage('Daily Papers', island('DailyPapers', data, body, overrides));
}

function navigation(path: string, date: string, shown: string): string {
  const link = `/papers${path}${date}`;
  return `<h1>Daily Papers</h1><div class="flex"><a href="${link}">‹</a><div class="w-24">${shown}</div><a href="${link}">›</a></div>`;
}

function listPage(title: string, body: string): string {
  return page('DailyPapersPage', `${title} - Hugging Face`, body);
}

function page(kind: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text(title)}</title></head>
<body class="flex flex-col ${kind}"><div class="SVELTE_HYDRATER contents" data-target="MainHeader" data-props="{&quot;isWide&quot;:false}"><header><a href="/papers">Daily Papers</a></header></div>
<main class="flex flex-1 flex-col"><!--[0-->${body}<!--]--></main></body></html>
`;
}

function island(name: string, data: unknown, body: string, overrides: Overrides): string {
  const value = 'data' in overrides ? overrides.data : data;
  if (value === null) return `<div class="contents">${body}</div>`;
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return `<div class="SVELTE_HYDRATER contents" data-target="${name}" data-props="${attribute(json)}"><!--[-->${body}<!----></div>`;
}

function shownDay(date: string): string {
  return longDate(date).split(',')[0] ?? '';
}
