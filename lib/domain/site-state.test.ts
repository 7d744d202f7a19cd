import { describe, expect, test } from 'vitest';
import { isReadingWanted, readChoice, type SiteChoice, type SiteState, siteState } from './site-state.ts';
import type { Access } from './sites.ts';

describe('How a site stands', () => {
  test.each<[Access, SiteChoice, boolean, SiteState]>([
    ['install', {}, true, 'on'],
    ['install', {}, false, 'paused'],
    ['install', { wanted: true }, true, 'on'],
    ['install', { wanted: false }, true, 'off'],
    ['install', { wanted: false }, false, 'off'],
    ['ask', {}, false, 'offered'],
    ['ask', { hushed: true }, false, 'offered'],
    ['ask', {}, true, 'on'],
    ['ask', { wanted: true }, true, 'on'],
    ['ask', { wanted: true }, false, 'paused'],
    ['ask', { wanted: false }, true, 'off'],
    ['ask', { wanted: false }, false, 'off'],
  ])('of access %s, with %o and permitted: %s, is %s', (access, choice, isPermitted, state) => {
    expect(siteState({ access }, choice, isPermitted)).toBe(state);
  });
});

test.each<[SiteChoice, boolean]>([
  [{}, true],
  [{ wanted: true }, true],
  [{ wanted: false }, false],
  [{ wanted: true, withdrawn: true }, false],
  [{ hushed: true }, true],
])('a page of a site with %o is read: %s', (choice, isRead) => {
  expect(isReadingWanted(choice)).toBe(isRead);
});

test.each<[unknown, SiteChoice]>([
  [undefined, {}],
  [null, {}],
  ['off', {}],
  [{ wanted: 'no', hushed: 1, withdrawn: 'x' }, {}],
  [
    { wanted: false, hushed: true, more: 1 },
    { wanted: false, hushed: true },
  ],
  [{ withdrawn: true }, { withdrawn: true }],
])('a choice stored as %o reads as %o', (stored, choice) => {
  expect(readChoice(stored)).toEqual(choice);
});
