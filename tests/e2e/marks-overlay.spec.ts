import { STYLE } from '../../lib/marks/style.ts';
import { textOf } from '../../scripts/popup-hand.ts';
import { sampleEntries } from '../pages/huggingface-entry.ts';
import { expectNothingFound } from './axe.ts';
import { expect, test } from './harness.ts';
import { eyeFor } from './marks-eye.ts';
import { day, expectWords, listOf, open, titled } from './marks-page.ts';

test('nothing of the page moves, and the page and the marks do not reach each other by their styles', async ({
  gleaner,
  servePages,
  waitForPreload,
}) => {
  const hostile =
    '<style>*{color:red!important;letter-spacing:9px!important;opacity:.5!important;text-transform:uppercase!important;' +
    'font-size:18px!important}gleaner-marks,html>:not(head,body){display:none!important;width:400px!important;' +
    'height:400px!important;position:static!important;margin:50px!important}.mark,.bar,.pill{display:none!important}</style>' +
    '<link rel="author" class="mark bar pill">';
  await servePages({ [day(12)]: listOf(12, sampleEntries(8), hostile) });
  await waitForPreload();
  const page = await gleaner.context.newPage();
  await page.addInitScript(watchShifts);
  await page.goto(day(12));
  const before = await page.evaluate(takeLooks);
  const eye = await eyeFor(page);
  await expect.poll(() => eye.status().catch(() => '')).toBe('8 new of 8');
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(500);
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(500);
  expect(await page.evaluate(takeLooks)).toEqual(before);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toEqual([]);
  const drawn = await eye.look((root) => {
    const pill = root?.querySelector('.mark:not(.away) .pill');
    const style = pill && getComputedStyle(pill);
    const { color, fontSize, letterSpacing, textTransform, display } = style ?? {};
    const host = root && getComputedStyle(root.host);
    return {
      color,
      fontSize,
      letterSpacing,
      textTransform,
      display,
      host: [host?.display, host?.opacity, host?.width],
    };
  });
  expect(drawn).toEqual({
    color: 'rgb(255, 255, 255)',
    fontSize: '12px',
    letterSpacing: 'normal',
    textTransform: 'none',
    display: 'flex',
    host: ['block', '1', '0px'],
  });
});

test('marks keep off text, stand dark on a dark page, and are gone where they are switched off', async ({
  gleaner,
  servePages,
  waitForPreload,
}) => {
  const dark =
    '<style>:root{color-scheme:dark}body{background:#101418;color:#eee;margin:0 90px}article>.h-56{display:none!important}' +
    'article{padding:0}.leading-none{height:18px}</style>';
  const long = sampleEntries(2).map((entry) => ({ ...entry, thumbnail: '' }));
  const html = listOf(12, long, dark).replaceAll(
    'Submitted by',
    'Submitted by somebody with a name that is as long as the line and longer '.repeat(4),
  );
  await servePages({ [day(12)]: html });
  await waitForPreload();
  const { page, eye } = await open(gleaner.context, day(12));
  await expectWords(eye, ['new', 'new']);
  const [mark] = await eye.marks();
  expect(mark?.classes).toEqual(expect.arrayContaining(['dark', 'left']));
  expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeLessThanOrEqual(90);
  await page.setViewportSize({ width: 500, height: 700 });
  await page.addStyleTag({ content: 'body{margin:0!important;background:#fff!important;color:#111!important}' });
  await expect.poll(async () => (await eye.marks())[0]?.classes).toEqual(expect.arrayContaining(['faint', 'right']));
  expect((await eye.marks())[0]?.classes).not.toContain('dark');
  await eye.pressBar(textOf('marksOff'));
  await expectWords(eye, []);
  expect(await eye.status()).toBe(textOf('marksAreOff'));
  await page.reload();
  await page.waitForTimeout(1_500);
  expect(await page.locator('gleaner-marks').count()).toBe(0);
});

test('all of it is reached by keys, one stop after the page', async ({ gleaner, servePages, waitForPreload }) => {
  await servePages({
    [day(12)]: listOf(12, sampleEntries(30)).replace('</main>', '</main><button id="last">last of the page</button>'),
  });
  await waitForPreload();
  const { page, eye } = await open(gleaner.context, day(12));
  await expect.poll(() => eye.status().catch(() => '')).toBe('30 new of 30');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return eye.focused();
  };
  await page.locator('#last').focus();
  expect(await press('Tab')).toBe(textOf('marksRest'));
  expect(await press('ArrowRight')).toBe(textOf('marksOff'));
  await page.evaluate(() => scrollTo(0, 0));
  expect(await press('ArrowDown')).toContain(titled(1));
  expect(await press('ArrowDown', 'ArrowDown')).toContain(titled(3));
  await press('s');
  await expect.poll(() => eye.focused()).toMatch(/^starred: .*number 3 /);
  await press('ArrowDown', 'r');
  await expect.poll(() => eye.focused()).toMatch(/^read: .*number 4 /);
  expect(await press('End')).toContain(titled(30));
  await expect(page.locator('article').last()).toBeInViewport();
  expect(await press('Enter')).toMatch(/^Star: .*number 30 /);
  expect(await press('Escape')).toMatch(/^new: .*number 30 /);
  expect(await press('Escape')).toBe(textOf('marksHideSeen'));
  await press('Escape');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('last');
  await press('Tab');
  expect(await press('Tab')).toBe('');
});

test('marks turn with a page that turns with the system', async ({ gleaner, servePages, waitForPreload }) => {
  const looks = '<style>:root{color-scheme:light dark}body{background:light-dark(#fff,#101418)}</style>';
  await servePages({ [day(12)]: listOf(12, sampleEntries(2), looks) });
  await waitForPreload();
  const { page, eye } = await open(gleaner.context, day(12));
  await expectWords(eye, ['new', 'new']);
  const isDark = async () => (await eye.marks())[0]?.classes.includes('dark');
  for (const scheme of ['dark', 'light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect.poll(isDark, { timeout: 3_000 }).toBe(scheme === 'dark');
  }
});

test('axe finds nothing in the overlay, on light and dark pages', async ({ gleaner, servePages, waitForPreload }) => {
  await servePages({ [day(12)]: listOf(12, sampleEntries(4)) });
  await waitForPreload();
  const { eye } = await open(gleaner.context, day(12));
  await expectWords(eye, ['new', 'new', 'new', 'new']);
  await eye.press(titled(1), textOf('star'));
  await eye.press(titled(2), textOf('skip'));
  await expectWords(eye, ['starred', 'skipped', 'new', 'new']);
  const markup = await eye.look((root) =>
    [...(root?.querySelectorAll('.mark, .bar') ?? [])].map((element) => element.outerHTML),
  );
  for (const scheme of ['light', 'dark'] as const) {
    const copy = await gleaner.context.newPage();
    await copy.setContent(
      `<!doctype html><html lang="en"><title>Marks</title><style>${STYLE} body{${scheme === 'dark' ? 'background:#111;color:#eee' : 'background:#fff'}}</style>` +
        `<main><h1>Marks</h1>${markup.join('').replaceAll('class="mark ', `class="open ${scheme} mark `).replace('class="bar', `class="${scheme} bar`)}</main>`,
    );
    await expectNothingFound(copy, scheme);
    await copy.close();
  }
});

/** Runs in the page before it loads: notes every shift of its layout. */
function watchShifts(): void {
  const shifts: number[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: where everything in it stands, how it looks, and how far it scrolls. */
function takeLooks(): unknown {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const looks = [document.documentElement, ...document.querySelectorAll('body, body *')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return [element.tagName, x, y, width, height, style.color, style.fontSize, style.display, style.position].join(' ');
  });
  return { scrollWidth, scrollHeight, looks };
}
