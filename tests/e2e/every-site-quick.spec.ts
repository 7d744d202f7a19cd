import { adapters } from '../../lib/adapters/registry.ts';
import { quantile, workClock } from '../../scripts/work-clock.ts';
import { testPages } from '../test-pages.ts';
import { bundled } from './bundled.ts';
import { expect, test } from './harness.ts';

const ROWS = 200;
const ROUNDS = 24;
const WARMING = 4;
const MOST_MS = 50;

test('reading 200 rows takes at most 50 ms on every site', async ({ gleaner, servePages }) => {
  const blank = 'https://huggingface.co/blank';
  await servePages({ [blank]: '<!doctype html><title>Blank</title>' });
  const page = await gleaner.context.newPage();
  await page.goto(blank);
  await page.evaluate(`${await bundled('../reading-at.ts')}; globalThis.gleanerAdapters = bundled; undefined`);
  const worked = await workClock(page);
  for (const { id, address, html } of longestPages()) {
    const many = await page.evaluate(multiply, { html, address, rows: ROWS });
    const rounds: { work: number }[] = [];
    for (let round = 0; round < WARMING + ROUNDS; round += 1) {
      await page.evaluate((text) => {
        Object.assign(globalThis, { freshDocument: new DOMParser().parseFromString(text, 'text/html') });
      }, many.html);
      const before = await worked();
      await page.evaluate(readOnce, address);
      if (round >= WARMING) rounds.push({ work: (await worked()) - before });
    }
    const p95 = quantile(rounds, 'work', 0.95);
    console.log(
      `${id}: ${many.rows} rows, ${quantile(rounds, 'work', 0.5).toFixed(1)} ms of work, p95 ${p95.toFixed(1)}`,
    );
    expect(many.rows, id).toBeGreaterThanOrEqual(ROWS);
    expect(p95, id).toBeLessThanOrEqual(MOST_MS);
  }
});

/** Of every site the test page with the most papers. */
function longestPages(): { id: string; address: string; html: string }[] {
  const pages = testPages();
  return adapters.flatMap(({ id }) => {
    const own = pages.filter(({ adapter }) => adapter.id === id);
    const [longest] = own.sort((a, b) => b.expected.papers.length - a.expected.papers.length);
    return longest ? [{ id, address: longest.address, html: longest.html }] : [];
  });
}

/** Runs in the page: repeats the rows of a list until there are so many. A paper that stands twice is read twice. */
function multiply({ html, address, rows }: { html: string; address: string; rows: number }) {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const { readAt } = Reflect.get(globalThis, 'gleanerAdapters');
  const { reading } = readAt(document, address);
  const whole: Element[][] = [...reading.anchors].map(([rank, anchor]) => reading.rows?.get(rank) ?? [anchor]);
  const last = whole.at(-1)?.at(-1);
  let count = whole.length;
  while (last && count < rows) {
    for (const row of whole) last.after(...row.map((element) => element.cloneNode(true)));
    count += whole.length;
  }
  return { rows: count, html: document.documentElement.outerHTML };
}

/** Runs in the page. */
function readOnce(address: string): void {
  Reflect.get(globalThis, 'gleanerAdapters').readAt(Reflect.get(globalThis, 'freshDocument'), address);
}
