import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { isDarkBehind, readColour } from './ground.ts';

test.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['rgba(255, 0, 0, 0.5)', 0.21, 0.5],
  ['color(srgb 0 1 0 / 0.25)', 0.72, 0.25],
  ['color(display-p3 1 1 1)', 1, 1],
  ['oklch(0.21 0.034 264.665)', 0.21, 1],
  ['lab(94 0.1 -2 / 0.5)', 0.94, 0.5],
])('%s is read', (text, lightness, alpha) => {
  expect(readColour(text)?.lightness).toBeCloseTo(lightness, 2);
  expect(readColour(text)?.alpha).toBe(alpha);
});

test.each(['', 'transparent', 'none', 'rgb(', 'url(x)'])('%o is no colour', (text) => {
  expect(readColour(text)).toBeUndefined();
});

test.each([
  ['<body style="background: rgb(11, 15, 25)"><p>', true],
  ['<body style="background: white"><p>', false],
  ['<body style="background: black"><div style="background: rgb(250, 250, 250)"><p>', false],
  ['<body style="background: white"><div style="background: rgba(0, 0, 0, 0.1)"><p>', false],
  ['<body style="color: rgb(230, 230, 230)"><p>', true],
  ['<body><p>', false],
])('%s is dark: %s', (html, dark) => {
  const { document } = new JSDOM(html).window;
  const [element] = document.querySelectorAll('p');
  expect(element && isDarkBehind(element)).toBe(dark);
});
