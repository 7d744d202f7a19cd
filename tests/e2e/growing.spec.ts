import { type GleanerBrowser, launchGleaner } from '../../scripts/browser.ts';
import { readDatabase, waitForCapture, waitForPreload } from '../../scripts/stored.ts';
import { serve } from '../../scripts/traffic.ts';
import { expect, test } from './harness.ts';

const ADDRESS = 'https://papers.cool/arxiv/cs.LG';
const STEP = 50;
const STEPS = 3;

test('a page that grows under a changing address stays one digest with all its papers', async () => {
  const gleaner = await launchGleaner({ hosts: 'all' });
  try {
    await serve(gleaner.context, { [ADDRESS]: growingPage() });
    await waitForPreload(gleaner);
    await expect.poll(() => scriptsOf(gleaner)).toBeGreaterThan(0);
    const page = await gleaner.context.newPage();
    await page.goto(ADDRESS);
    for (let step = 1; step <= STEPS; step += 1) {
      await expect.poll(() => sizeOf(gleaner), { timeout: 20_000 }).toBe(step * STEP);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    }
    expect(new URL(page.url()).searchParams.get('show')).toBe(String(STEP * STEPS));
    const stored = await waitForCapture(gleaner);
    const digests = (stored.digests ?? []) as { site: string; size: number }[];
    expect(digests.filter(({ site }) => site === 'paperscool')).toEqual([
      expect.objectContaining({ size: STEP * STEPS }),
    ]);
  } finally {
    await gleaner.close();
  }
});

function scriptsOf({ worker }: GleanerBrowser): Promise<number> {
  return worker.evaluate('chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length)');
}

async function sizeOf(gleaner: GleanerBrowser): Promise<number> {
  const digests = ((await readDatabase(gleaner)).digests ?? []) as { site: string; size: number }[];
  return digests.find(({ site }) => site === 'paperscool')?.size ?? 0;
}

/** Fifty rows, and fifty more each time the end comes in sight, a hundred more at most; the address says how many. */
function growingPage(): string {
  return `<!doctype html><title>Machine Learning</title><h1>Machine Learning</h1><div class="papers"></div>
<script>
  const papers = document.querySelector('.papers');
  const grow = () => {
    const from = papers.childElementCount;
    if (from >= ${STEP * STEPS}) return;
    for (let n = from + 1; n <= from + ${STEP}; n += 1) papers.append(row(n));
    if (from > 0) history.replaceState(null, '', '?show=' + papers.childElementCount);
  };
  const row = (n) => {
    const id = '2605.' + String(n).padStart(5, '0');
    const panel = document.createElement('div');
    panel.className = 'panel paper';
    panel.id = id;
    const heading = document.createElement('h2');
    const link = document.createElement('a');
    link.className = 'title-link';
    link.id = 'title-' + id;
    link.href = '/arxiv/' + id;
    link.textContent = 'Tide table number ' + n + ' of an invented harbour';
    heading.append(link);
    const summary = document.createElement('p');
    summary.id = 'summary-' + id;
    summary.textContent = 'We read the tide table number ' + n + '.';
    panel.append(heading, summary);
    return panel;
  };
  addEventListener('scroll', () => {
    if (scrollY + innerHeight >= document.documentElement.scrollHeight - 50) setTimeout(grow, 100);
  });
  grow();
</script>`;
}
