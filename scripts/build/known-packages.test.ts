import { expect, test } from 'vitest';
import { knownPackages, strangersAmong } from './known-packages.ts';

test.each([
  ['a known one', '/home/ada/gleaner/node_modules/dexie/dist/dexie.mjs', []],
  ['a known one of an organisation', '/g/node_modules/@preact/signals/dist/signals.mjs', []],
  ['our own', '/g/lib/domain/paper.ts', []],
  ['a made-up one of the bundler', '\0vite/preload-helper.js', []],
  ['an unknown one', '/g/node_modules/left-pad/index.js', ['left-pad']],
  ['an unknown one of an organisation', '/g/node_modules/@evil/dexie/index.js', ['@evil/dexie']],
  ['an unknown one inside a known one', '/g/node_modules/dexie/node_modules/left-pad/index.js', ['left-pad']],
  ['an unknown one on Windows', 'C:\\g\\node_modules\\left-pad\\index.js', ['left-pad']],
])('of the packages of a bundle %s is told from the rest', (_name, module, strangers) => {
  expect(strangersAmong([module, module])).toEqual(strangers);
});

test('a build with an unknown package ends with its name', () => {
  const chunk = { type: 'chunk', moduleIds: ['/g/node_modules/left-pad/index.js'] };
  expect(() => knownPackages.generateBundle({}, { 'background.js': chunk })).toThrow('left-pad');
  expect(() => knownPackages.generateBundle({}, { 'icon.png': { type: 'asset' } })).not.toThrow();
});
