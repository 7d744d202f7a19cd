import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { newHiding } from './hiding.ts';

const HTML =
  '<main><ul><li><p>One</p></li><li style="color: red; display: grid;"><p>Two</p></li><li style="display: flex !important;"><p>Three</p></li><li>and <p>Four</p></li></ul></main>';

function page() {
  const { document } = new JSDOM(HTML).window;
  const rows = [...document.querySelectorAll('p')];
  const shown = () => [...document.querySelectorAll('li')].map((cell) => (isShown(cell) ? 1 : 0)).join('');
  return { document, rows, shown, whole: document.body.outerHTML };
}

function isShown(cell: HTMLElement): boolean {
  return [cell, cell.querySelector('p')].every((one) => one?.style.display !== 'none');
}

test('rows are hidden with the cell that holds nothing else, and come back exactly as they were', () => {
  const { document, rows, shown, whole } = page();
  const hiding = newHiding();
  hiding.hideOnly(rows);
  expect(shown()).toBe('0000');
  expect([...document.querySelectorAll('li')].at(-1)?.style.display).toBe('');
  hiding.hideOnly(rows.slice(0, 1));
  expect(shown()).toBe('0111');
  hiding.hideOnly([]);
  expect(document.body.outerHTML).toBe(whole);
});

test('what the page shows again is hidden again, and what it set meanwhile stays when it comes back', () => {
  const { document, rows, shown } = page();
  const hiding = newHiding();
  hiding.hideOnly(rows);
  document.querySelector('li')?.setAttribute('style', 'display: block');
  expect(shown()).toBe('1000');
  hiding.hideOnly(rows);
  expect(shown()).toBe('0000');
  hiding.hideOnly([]);
  expect(document.querySelector('li')?.getAttribute('style')).toContain('display: block');
});

test('a list of one row is hidden without the page around it', () => {
  const { document } = new JSDOM('<main><div><p>One</p></div></main>').window;
  newHiding().hideOnly(document.querySelectorAll('p'));
  expect(document.querySelector('div')?.style.display).toBe('none');
  expect(document.querySelector('main')?.getAttribute('style')).toBeNull();
});
