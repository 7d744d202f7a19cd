import { describe, expect, test } from 'vitest';
import { commandFor, type Key } from './keys.ts';

const key = (name: string, modifiers: Partial<Key> = {}): Key => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});

describe('On the page', () => {
  test.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['Enter', 'expand'],
    ['o', 'open'],
    ['r', 'read'],
    ['s', 'star'],
    ['x', 'skip'],
    ['u', 'undo'],
    ['t', 'tag'],
    ['n', 'note'],
    ['l', 'library'],
    ['/', 'search'],
    ['e', 'export'],
    ['?', 'help'],
    ['Delete', 'remove'],
    ['Escape', 'back'],
  ])('%s means %s', (name, command) => {
    expect(commandFor(key(name), 'page')).toBe(command);
  });

  test.each([
    ['q', {}],
    ['r', { ctrlKey: true }],
    ['r', { metaKey: true }],
    ['s', { altKey: true }],
    ['Z', { ctrlKey: true, shiftKey: true }],
  ])('%s with %o is left to the browser', (name, modifiers) => {
    expect(commandFor(key(name, modifiers), 'page')).toBeUndefined();
  });

  test.each([
    ['Ctrl', { ctrlKey: true }],
    ['Cmd', { metaKey: true }],
  ])('%s+Z is undo', (_, modifiers) => {
    expect(commandFor(key('z', modifiers), 'page')).toBe('undo');
  });

  test.each([
    ['Ctrl', { ctrlKey: true }],
    ['Cmd', { metaKey: true }],
  ])('%s+A selects the whole list', (_, modifiers) => {
    expect(commandFor(key('a', modifiers), 'page')).toBe('pick-all');
  });

  test.each([
    ['J', 'extend-next'],
    ['K', 'extend-previous'],
    ['ArrowDown', 'extend-next'],
    ['ArrowUp', 'extend-previous'],
  ])('Shift with %s selects on the way', (name, command) => {
    expect(commandFor(key(name, { shiftKey: true }), 'page')).toBe(command);
  });
});

describe('In a text field', () => {
  test.each(['j', 'r', 'u', '/', '?', 'Delete', 'Home', 'Enter'])('%s is text', (name) => {
    expect(commandFor(key(name), 'text')).toBeUndefined();
  });

  test('Ctrl+Z takes back typing, not a decision', () => {
    expect(commandFor(key('z', { ctrlKey: true }), 'text')).toBeUndefined();
  });

  test.each(['text', 'field'] as const)('Ctrl+A in a %s selects what is written there', (place) => {
    expect(commandFor(key('a', { ctrlKey: true }), place)).toBeUndefined();
  });

  test('the arrow down goes on into the list, and Escape goes back', () => {
    expect([commandFor(key('ArrowDown'), 'text'), commandFor(key('Escape'), 'text')]).toEqual(['next', 'back']);
  });
});

test('a field of its own keeps every key but Escape', () => {
  const kept = ['j', 'ArrowDown', 'Delete', 'Enter'].map((name) => commandFor(key(name), 'field'));
  expect(kept).toEqual([undefined, undefined, undefined, undefined]);
  expect(commandFor(key('Escape'), 'field')).toBe('back');
});

test('a button keeps Enter for itself', () => {
  expect([commandFor(key('Enter'), 'control'), commandFor(key('r'), 'control')]).toEqual([undefined, 'read']);
});

test('single letters can be switched off, and other keys stay', () => {
  const off = ['j', 'r', '/', '?', 'ArrowDown', 'Escape'].map((name) => commandFor(key(name), 'page', false));
  expect(off).toEqual([undefined, undefined, undefined, undefined, 'next', 'back']);
});
