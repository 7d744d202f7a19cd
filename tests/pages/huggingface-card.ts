import type { Entry, Organisation } from './huggingface-entry.ts';

/** The card of a day, a week or a month: title and numbers, the names of some users, no author and no abstract. */
export function dayCard(entry: Entry): string {
  const { paper } = entry;
  const link = `/papers/${attribute(paper.id)}`;
  const comments = entry.numComments ? `<a href="${link}#community"><svg></svg> ${entry.numComments}</a>` : '';
  const users = paper.authors.filter((author) => author.user).map((author) => `<li title="${attribute(author.user?.user ?? '')}"></li>`);
  const row = entry.organization
    ? organisationChip(entry.organization)
    : `<a href="${link}"><ul>${users.join('')}<li>· ${paper.authors.length} authors</li></ul></a>`;
  return `<article class="relative flex flex-col rounded-xl border"><a href="${link}" class="h-56">${picture(entry)}</a>
<div class="text-xs leading-none">Submitted by <img alt="" src="/avatars/ada.svg"> ada</div>
<div class="flex">${upvoteBox(paper.id, `<div class="leading-none">${paper.upvotes || '-'}</div>`)}
<h3 class="mb-1"><a href="${link}" class="line-clamp-3">${text(paper.title)}</a></h3><!---->${row} ${comments}</div></article>`;
}

/** A trending card: two copies of everything, and a machine's summary where there is one. */
export function trendingCard(entry: Entry): string {
  const { paper } = entry;
  const link = `/papers/${attribute(paper.id)}`;
  const copy = (classes: string, date: string) => `<div class="${classes}"><!--[-1--><a href="${link}">${picture(entry)}</a><!--]-->
<h3 class="text-xl"><a href="${link}" class="line-clamp-2">${text(paper.title)}</a></h3>
<p class="line-clamp-2">${text(paper.ai_summary ?? paper.summary)}</p>
<div>${entry.organization ? organisationChip(entry.organization) : `<ul><li title="ada"></li><li><span>${paper.authors.length} authors</span></li></ul>`}<span>·</span> <span>${date}</span></div>
${upvoteBox(paper.id, `Upvote <div class="font-semibold text-orange-500">${paper.upvotes || '-'}</div>`)}<dialog class="w-full"></dialog>
${paper.githubRepo ? `<a href="${attribute(paper.githubRepo)}"><span>GitHub</span> <span><svg></svg><span>25.3k</span></span></a>` : ''}
<a href="https://arxiv.org/abs/${attribute(paper.id)}"><span>arXiv Page</span></a></div>`;
  const date = longDate(paper.publishedAt);
  return `<article class="relative rounded-xl border">${copy('hidden h-40 md:flex', `Published on ${date}`)}
${copy('flex flex-col md:hidden', date)}</article>`;
}

/** A search result's card: the words of the query are marked one by one, and the whole abstract is a link. */
export function searchCard(entry: Entry, query: string): string {
  const { paper } = entry;
  const link = `/papers/${attribute(paper.id)}`;
  const comments = entry.numComments ? `<a href="${link}#community">${entry.numComments}</a>` : '';
  return `<article class="flex border-b">${upvoteBox(paper.id, `<div class="leading-none">${paper.upvotes || '-'}</div>`)}
<div><h3><a href="${link}" class="line-clamp-3">${marked(paper.title, query)}</a></h3>
<a href="${link}" class="text-sm">${marked(paper.summary, query)}</a>
<div><span>${paper.authors.length} authors</span> <span>·</span> <span>${longDate(paper.publishedAt)}</span> ${comments}</div></div></article>`;
}

function marked(words: string, query: string): string {
  const asked = new Set(query.toLowerCase().split(/\s+/));
  const parts = words.split(/(\s+)/).map((part) => ({ part, hit: asked.has(part.toLowerCase()) }));
  return parts
    .map(({ part, hit }, index) => {
      const isLostSpace = /^\s+$/.test(part) && parts[index - 1]?.hit && parts[index + 1]?.hit;
      if (isLostSpace) return '';
      return hit ? `<span class="highlight">${text(part)}</span>` : text(part);
    })
    .join('');
}

/** The box to vote with, as a visitor who is not logged in sees it. */
export function upvoteBox(id: string, inner: string): string {
  return `<a href="/login?next=%2Fpapers%2F${attribute(id)}" class="self-start"><div role="checkbox"><input disabled type="checkbox"> <svg></svg> ${inner}</div></a>`;
}

function organisationChip({ name, fullname }: Organisation): string {
  return `<a href="/${attribute(name)}" class="rounded-full"><img alt="" src="/avatars/org.svg"> <span>${text(fullname ?? name)}</span></a>`;
}

function picture(entry: Entry): string {
  return entry.thumbnail ? `<img alt="" loading="lazy" src="${attribute(entry.thumbnail)}">` : '';
}

/** A day as the cards show it, such as `Oct 4, 2026`. */
export function longDate(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
}

/** Text as mark-up. */
export function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as the value of an attribute in double quotes. */
export function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;');
}
