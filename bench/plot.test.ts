import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Line } from './line.ts';
import { drawPlot, THEMES } from './plot.ts';
import { openings, searches } from './plotted.ts';
import { sampleOf } from './sample.ts';

const made = { unit: 'ms' as const };
const beside = (what: string, ms: number) => ({ beside: { what, sample: sampleOf([ms]) } });
const LINES: Line[] = [
  {
    ...made,
    row: 'popup',
    figure: 'popup, first list painted',
    papers: 181,
    ours: sampleOf([90]),
    ...beside('empty page', 60),
  },
  {
    ...made,
    row: 'popup',
    figure: 'popup, first list painted',
    papers: 100_000,
    ours: sampleOf([95]),
    ...beside('181 papers', 90),
  },
  {
    ...made,
    row: 'popup',
    figure: 'popup, first list painted',
    papers: 100_000,
    ours: sampleOf([95]),
    ...beside('the same page static', 88),
  },
  {
    ...made,
    row: 'search-cold',
    figure: 'first search, cold',
    papers: 10_000,
    ours: sampleOf([31]),
    ...beside('MiniSearch', 903),
  },
  {
    ...made,
    row: 'search-cold',
    figure: 'first search, cold',
    papers: 10_000,
    ours: sampleOf([31]),
    ...beside('opening alone', 12),
  },
  {
    ...made,
    row: 'search-cold',
    figure: 'first search, cold',
    papers: 100_000,
    ours: sampleOf([37]),
    ...beside('MiniSearch', 9_210),
  },
  {
    ...made,
    row: 'engines',
    figure: 'first search, cold',
    papers: 10_000,
    ours: sampleOf([29]),
    ...beside('Orama', 2_700),
  },
  { ...made, row: 'engines', figure: 'search, warm, p50', papers: 10_000, ours: sampleOf([2]), ...beside('Orama', 4) },
  {
    ...made,
    row: 'engines',
    figure: 'first search, cold',
    papers: 10_000,
    ours: sampleOf([29]),
    ...beside('MiniSearch', 911),
  },
];

test('the popup is plotted once a size, beside the two pages', () => {
  expect(openings(LINES)).toEqual([
    { what: 'Gleaner', ms: 90, papers: 181 },
    { what: 'Gleaner', ms: 95, papers: 100_000 },
    { what: 'empty page', ms: 60 },
    { what: 'the same page static', ms: 88 },
  ]);
});

test('first searches are plotted by papers, then from the fastest on, MiniSearch as it was measured in turn with ours', () => {
  expect(searches(LINES).map(({ what, ms }) => [what, ms])).toEqual([
    ['Gleaner, 100,000', 37],
    ['MiniSearch, 100,000', 9_210],
    ['Gleaner, 10,000', 31],
    ['MiniSearch, 10,000', 903],
    ['Orama, 10,000', 2_700],
  ]);
});

test.each(THEMES)('the picture for $name tells each figure of the results and loads nothing', (theme) => {
  const results = {
    at: '',
    commit: '',
    machine: { cpu: '', cores: 2, memoryGB: 8, system: '' },
    versions: {},
    sizes: [],
    seconds: 0,
    lines: LINES,
  };
  const picture = drawPlot(results, theme);
  for (const figure of ['90 ms', '95 ms', '9,210 ms', '2,700 ms', '100,000', 'empty page'])
    expect(picture).toContain(figure);
  expect(picture).not.toMatch(/href|<script|url\(/);
  expect(picture).toContain(theme.ours);
  // As a file of its own it is read as XML, and without the name of its language it is no picture.
  const { document } = new JSDOM(picture, { contentType: 'image/svg+xml' }).window;
  expect(document.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
});
