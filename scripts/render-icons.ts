import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { bringChromium, isRoot } from './install-chromium.ts';
import { root } from './project.ts';
import { say } from './say.ts';

// Renders public/icons/gleaner.svg as the PNGs that browsers ask for. Run after changing the drawing:
//   node scripts/render-icons.ts

const ICONS = join(root, 'public/icons');

/** The side of the drawing within the picture: the stores want 96 px of art in 128 px, toolbars want all there is. */
const SIZES = [
  { side: 16, art: 16 },
  { side: 32, art: 32 },
  { side: 48, art: 48 },
  { side: 128, art: 96 },
];

const drawing = readFileSync(join(ICONS, 'gleaner.svg'), 'base64');
const browser = await chromium.launch({ executablePath: bringChromium(), chromiumSandbox: !isRoot() });
try {
  const page = await browser.newPage();
  for (const size of SIZES) await render(page, size);
} finally {
  await browser.close();
}

async function render(page: Page, { side, art }: { side: number; art: number }): Promise<void> {
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh"><img width="${art}" height="${art}" src="data:image/svg+xml;base64,${drawing}"></body>`,
  );
  const file = join(ICONS, `${side}.png`);
  writeFileSync(file, await page.screenshot({ omitBackground: true }));
  say(`Rendered ${file}`);
}
