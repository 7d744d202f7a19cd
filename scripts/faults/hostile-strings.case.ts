import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { boundText } from '../../lib/domain/plain-text.ts';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { type Entry, sampleEntry } from '../../tests/pages/huggingface-entry.ts';
import { dayPage } from '../../tests/pages/huggingface-page.ts';
import { type GleanerBrowser, launchGleaner } from '../browser.ts';
import { ensureBuilt } from '../build.ts';
import { chromiumBuild } from '../project.ts';
import { readDatabase, waitForCapture, waitForPreload } from '../stored.ts';
import { serve } from '../traffic.ts';
import { contentWorld } from './content-world.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';
import { walk } from './surface-walk.ts';
import { shapeOf, watchPolicies, wrongIn } from './surfaces.ts';

const DAY = 'https://huggingface.co/papers/date/2026-05-12';
/** Where a page may put a text: in a paper, or in the name of its list. */
const FIELDS = [
  'title',
  'abstract',
  'author',
  'organisation',
  'keyword',
  'code',
  'project',
  'thumbnail',
  'query',
  'name',
];
const WHOLE = 'popup.html';
const FILES = [WHOLE, 'library.html'];

type Options = Parameters<FaultCase['run']>[0];

/** Puts every hostile string into every field that is read, and looks at every place where it is then shown. */
export const hostileStrings: FaultCase = {
  name: 'hostile-strings',
  async run(options) {
    ensureBuilt();
    const gleaner = await launchGleaner();
    try {
      return await tryAll(gleaner, options);
    } finally {
      await gleaner.close();
    }
  },
};

async function tryAll(gleaner: GleanerBrowser, { long, say }: Options): Promise<FaultResult> {
  const files = FILES.filter((file) => existsSync(join(chromiumBuild, file)));
  await watchPolicies(gleaner.context);
  const before = await waitForPreload(gleaner);
  const harmless = HOSTILE_STRINGS.map((_, index) => `Harmless ${index} of https://example.org/${index}`);
  await capture(gleaner, harmless);
  await waitForCapture(gleaner, { before });
  const known = new Set<string>();
  for (const file of files) {
    await walk(
      { gleaner, file, texts: [...harmless.slice(0, 2), 'No paper says this'], every: 1 },
      async (_surface, page) => {
        for (const kind of (await shapeOf(page)).kinds) known.add(kind);
      },
    );
  }
  say(`${known.size} kinds of elements and attributes with harmless texts`);
  const texts = HOSTILE_STRINGS.map(({ text }) => text);
  await capture(gleaner, texts);
  const failures = await missing(gleaner);
  const shown = new Map<string, number>();
  for (const file of files) {
    const every = long ? 1 : 4;
    // Rows and searches are the same components in both files.
    const leavesOut = file === WHOLE || long ? undefined : 3;
    await walk({ gleaner, file, texts, every, leavesOut }, async (surface, page, strings) => {
      shown.set(surface, (shown.get(surface) ?? 0) + strings);
      failures.push(...wrongIn(surface, await shapeOf(page), known));
    });
  }
  const tried = FIELDS.length * [...shown.values()].reduce((sum, strings) => sum + strings, 0);
  const note = `${FIELDS.length} fields; ${[...shown].map(([surface, strings]) => `${surface}: ${strings} strings`).join(', ')}`;
  return { tried, lost: 0, duplicated: 0, partial: 0, failures: [...new Set(failures)], note };
}

/** Lets a page of ours show the texts in every field of a paper, and names lists by them. */
async function capture(gleaner: GleanerBrowser, texts: readonly string[]): Promise<void> {
  await gleaner.context.unrouteAll();
  await serve(gleaner.context, { [DAY]: dayPage('2026-05-12', texts.map(entryWith)) });
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const world = await contentWorld(page, gleaner.extensionId);
  for (const [index, text] of texts.entries()) {
    const request = JSON.stringify({ kind: 'capture', request: searchFor(text, index) });
    await world.run(`chrome.runtime.sendMessage(JSON.parse(${JSON.stringify(request)}))`);
  }
  await waitForCapture(gleaner);
  if (await page.evaluate(() => 'hostileRan' in globalThis)) throw new Error('The page of the test ran a text itself.');
  await page.close();
}

function entryWith(text: string, index: number): Entry {
  const entry = sampleEntry(index + 1);
  const paper = {
    ...entry.paper,
    title: `${text} ${index}`,
    summary: text || 'Nothing.',
    authors: [{ name: text }],
    projectPage: text,
    githubRepo: text,
    ai_keywords: [text],
    organization: { name: text, fullname: text },
  };
  return { ...entry, paper, thumbnail: text, organization: { name: text, fullname: text } };
}

/** A search for the text in which a paper with the text as its name was found. */
function searchFor(text: string, index: number): object {
  const query = boundText(text, 300).text || 'nothing';
  const paper = { identifiers: [`arxiv:2605.${String(index + 1).padStart(5, '0')}`], source: 'digest-card', rank: 1 };
  return {
    digest: {
      key: `huggingface:search:${index} ${query}`.slice(0, 400),
      site: 'huggingface',
      kind: 'search',
      query,
      title: query,
    },
    adapter: 'huggingface',
    seenAt: '2026-05-12T09:00:00.000Z',
    papers: [{ ...paper, title: `${boundText(text, 300).text} ${index}` }],
    problems: [],
  };
}

/** A test that lost its strings on the way would find nothing wrong. */
async function missing(gleaner: GleanerBrowser): Promise<string[]> {
  const { papers = [], digests = [] } = await readDatabase(gleaner, ['papers', 'digests']);
  const stored = JSON.stringify([papers, digests]);
  const named = HOSTILE_STRINGS.filter(({ text }) => {
    const kept = JSON.stringify(boundText(text, 250).text).slice(1, -1);
    return !stored.includes(kept);
  });
  return named.map(({ name }) => `the string "${name}" did not reach the library`);
}
