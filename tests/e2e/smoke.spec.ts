import { sampleEntries } from '../pages/huggingface-entry.ts';
import { dayPage } from '../pages/huggingface-page.ts';
import { expect, test } from './harness.ts';

test.use({ isFresh: true });

const DAY = 'https://huggingface.co/papers/date/2026-05-12';

test('a fresh installation takes in the five example digests', async ({ waitForPreload, readDatabase }) => {
  await waitForPreload();
  const stored = await readDatabase();
  expect(stored.digests).toHaveLength(5);
  expect(stored.papers).toHaveLength(181);
  expect(stored.sightings).toHaveLength(262);
});

test('a day page at its real address is captured without a click', async ({
  gleaner,
  servePages,
  waitForPreload,
  waitForCapture,
}) => {
  await servePages({ [DAY]: dayPage('2026-05-12', sampleEntries(6)) });
  const before = await waitForPreload();
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const after = await waitForCapture({ before });
  expect(after.sightings).toHaveLength(262 + 6);
  expect(after.digests).toHaveLength(6);
});

test('a worker that was stopped wakes for the next page', async ({
  gleaner,
  servePages,
  stopWorker,
  waitForPreload,
  waitForCapture,
}) => {
  await servePages({ [DAY]: dayPage('2026-05-12', sampleEntries(3)) });
  const before = await waitForPreload();
  await stopWorker();
  const page = await gleaner.context.newPage();
  await page.goto(DAY);
  const after = await waitForCapture({ before });
  expect(after.sightings).toHaveLength(262 + 3);
});

test('the toolbar button opens the popup on the example papers', async ({ waitForPreload, openToolbarPopup }) => {
  await waitForPreload();
  const popup = await openToolbarPopup();
  await expect(popup.getByRole('article').first()).toBeVisible();
});
