import { describe, expect, test } from 'vitest';
import type { ScrapedPaper } from '../lib/domain/paper.ts';
import { corpusDays, corpusPage, hasCorpus } from './corpus-entries.ts';
import type { Entry } from './pages/huggingface-entry.ts';
import { dayPage, paperPage, searchPage, trendingPage } from './pages/huggingface-page.ts';
import { documentOf, readDigest } from './reading.ts';

const DAY = 'https://huggingface.co/papers/date/2026-05-12';
const TRENDING = 'https://huggingface.co/papers/trending';

if (!hasCorpus) console.warn('The corpus of real pages is not beside this repository: its tests are skipped.');

describe.skipIf(!hasCorpus)('the corpus of real pages', () => {
  const pages = [
    {
      file: 'huggingface/daily_2026-05-12_reconstructed.html',
      url: DAY,
      key: 'huggingface:day:2026-05-12',
      papers: 50,
    },
    {
      file: 'huggingface/trending_reconstructed_real-cards-2026-10.html',
      url: TRENDING,
      key: 'huggingface:trending',
      papers: 54,
    },
  ];

  test.each(pages)('reads every paper of $file as the page’s own data has it', ({ file, url, key, papers }) => {
    const html = corpusPage(file);
    const { digest, reading } = readDigest(html, url);
    const entries = dataOf(html).dailyPapers;
    expect(digest.key).toBe(key);
    expect(reading.papers).toHaveLength(papers);
    expect(reading.papers).toEqual(entries.map(expected));
    expect(reading.problems).toEqual([]);
  });

  test('reads the two cards of a real trending page, whose texts are a machine’s, without an abstract', () => {
    const { digest, reading } = readDigest(corpusPage('huggingface/trending_2026-10-07.fragment-real.html'), TRENDING);
    expect(digest.key).toBe('huggingface:trending');
    expect(reading.papers).toEqual([
      {
        identifiers: ['arxiv:2605.31264'],
        source: 'digest-card',
        title: 'COLLEAGUE.SKILL: Automated AI Skill Generation via Expert Knowledge Distillation',
        published: '2026-05-29',
        thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2605.31264.png',
        organisation: 'shanghai ailab',
        code: 'https://github.com/titanwings/colleague-skill',
        page: 'https://huggingface.co/papers/2605.31264',
        rank: 1,
        upvotes: 131,
      },
      expect.objectContaining({ rank: 2, source: 'digest-card' }),
    ]);
    expect(reading.papers.map((paper) => paper.abstract)).toEqual([undefined, undefined]);
  });
});

describe.skipIf(!hasCorpus)('the 1,543 entries of the site’s own interface', () => {
  const days = hasCorpus ? corpusDays() : [];
  const entries = days.flatMap((day) => day.entries);

  test('are all there', () => {
    expect(entries).toHaveLength(1543);
  });

  test('come back from pages of days with every field equal', () => {
    for (const day of days) {
      const { digest, reading } = readDigest(
        dayPage(day.date, day.entries),
        `https://huggingface.co/papers/date/${day.date}`,
      );
      expect(digest.key).toBe(`huggingface:day:${day.date}`);
      expect(reading.papers).toEqual(day.entries.map(expected));
      expect(reading.problems).toEqual([]);
    }
  });

  test('come back from trending pages with every field equal (a third of them)', () => {
    for (const some of thirdOf(chunks(entries, 60))) {
      expect(readDigest(trendingPage(some), TRENDING).reading.papers).toEqual(some.map(expected));
    }
  });

  test('come back from search pages with every field equal, and without the papers of the day (a third)', () => {
    const daily = entries.slice(0, 20);
    for (const some of thirdOf(chunks(entries.slice(20), 120))) {
      const html = searchPage('language model', some, daily);
      expect(readDigest(html, 'https://huggingface.co/papers?q=language+model').reading.papers).toEqual(
        some.map(expected),
      );
    }
  });

  test('keep title and abstract when a search page has cards alone (a third)', () => {
    for (const some of thirdOf(chunks(entries, 120))) {
      const html = searchPage('language model', some, [], { data: {} });
      const { reading } = readDigest(html, 'https://huggingface.co/papers?q=language+model');
      expect(reading.papers.map(({ title, abstract, upvotes }) => ({ title, abstract, upvotes }))).toEqual(
        some.map(expected).map(({ title, abstract, upvotes }) => ({ title, abstract, upvotes })),
      );
    }
  });

  test('come back from pages of their own, with data and without (each twelfth)', () => {
    for (const entry of entries.filter((_, index) => index % 12 === 0)) {
      const url = `https://huggingface.co/papers/${entry.paper.id}`;
      const { comments: _, thumbnail: __, ...whole } = expected(entry, 0);
      expect(readDigest(paperPage(entry), url).reading.papers).toEqual([whole]);
      const { title, authors, abstract, upvotes, published } = whole;
      const shown = readDigest(paperPage(entry, { data: null }), url).reading.papers;
      expect(shown).toEqual([expect.objectContaining({ title, authors, abstract, upvotes, published })]);
    }
  });
});

function dataOf(html: string): { dailyPapers: Entry[] } {
  const element = documentOf(html).querySelector('[data-target="DailyPapers"]');
  return JSON.parse(element?.getAttribute('data-props') ?? '');
}

/** What is to be kept of an entry, said a second time and apart from the adapter. */
function expected(entry: Entry, index: number): ScrapedPaper {
  const { paper } = entry;
  const organisation = entry.organization ?? paper.organization ?? entry.submitterOrganization;
  const keywords = (paper.ai_keywords ?? []).map(folded).filter(Boolean); // one entry has a single keyword, which is empty
  const name = organisation?.fullname || organisation?.name;
  const thumbnail = entry.thumbnail ?? entry.mediaUrl;
  return {
    identifiers: [`arxiv:${paper.id}`],
    source: 'huggingface-data',
    rank: index + 1,
    title: folded(paper.title),
    authors: paper.authors.map((author) => folded(author.name)),
    abstract: folded(paper.summary),
    published: paper.publishedAt.slice(0, 10),
    page: `https://huggingface.co/papers/${paper.id}`,
    upvotes: paper.upvotes,
    ...(entry.numComments !== undefined && { comments: entry.numComments }),
    ...(thumbnail && { thumbnail: new URL(thumbnail).href }),
    ...(paper.githubRepo && { code: new URL(paper.githubRepo).href }),
    ...(paper.projectPage && { project: new URL(paper.projectPage).href }),
    ...(name && { organisation: folded(name) }),
    ...(keywords.length > 0 && { keywords }),
  };
}

function folded(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}

function chunks<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function thirdOf<Item>(items: Item[]): Item[] {
  return items.filter((_, index) => index % 3 === 0);
}
