import { expect, test } from 'vitest';
import { strictAddress } from './strict-address.ts';

test.each([
  ['https://a.org/b?c=1&d=2#e', 'https://a.org/b?c=1&d=2#e'],
  ['https://a.org/?q={a}^|[b]', 'https://a.org/?q=%7Ba%7D%5E%7C%5Bb%5D'],
  ['https://[::1]/a', 'https://[::1]/a'],
  ['https://a.org', 'https://a.org/'],
  ['javascript:alert(1)', undefined],
  [undefined, undefined],
])('%s becomes %s', (text, address) => {
  expect(strictAddress(text)).toBe(address);
});
