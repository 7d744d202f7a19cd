import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { brokenHabits, wrongShapes } from './rules/habits.ts';
import { circles, wrongPackages, wrongRooms } from './rules/rooms.ts';
import { openSinks, readable, SINKS } from './rules/sinks.ts';
import { type Finding, readSources, type SourceFile } from './rules/source.ts';

const sources = readSources();
// The rules' own files hold the very words that they look for.
const judged = sources.filter(({ path }) => !path.startsWith('tests/rules/') && path !== 'tests/architecture.test.ts');

function say(findings: readonly Finding[]): string[] {
  return findings.map(({ path, advice }) => `${path}: ${advice}`);
}

const RULES: [string, (files: readonly SourceFile[]) => Finding[]][] = [
  ['each room imports only from the rooms below it', wrongRooms],
  ['each package is used only in its room', wrongPackages],
  ['no file imports itself by way of others', circles],
  ['no text becomes mark-up, code or a request', openSinks],
  ['no file breaks a habit of the house', brokenHabits],
  ['every file is short, well named, and does something', wrongShapes],
];
test.each(RULES)('%s', (_name, rule) => {
  expect(say(rule(judged))).toEqual([]);
});

describe('each rule finds what it is for', () => {
  const BROKEN: [(files: readonly SourceFile[]) => Finding[], string, string][] = [
    [wrongRooms, 'lib/domain/x.ts', "import { a } from '../library/database.ts';"],
    [wrongRooms, 'components/X.tsx', "import { a } from '../lib/library/database.ts';"],
    [wrongRooms, 'lib/state/x.ts', "const a = await import('../../components/App.tsx');"],
    [wrongRooms, 'lib/adapters/x.ts', "import type { A } from '../messages/protocol.ts';"],
    [wrongRooms, 'lib/attic/x.ts', "import { a } from '../domain/paper.ts';"],
    [wrongPackages, 'components/X.tsx', "import Dexie from 'dexie';"],
    [wrongPackages, 'lib/state/x.ts', "import { useState } from 'preact/hooks';"],
    [wrongPackages, 'lib/library/x.ts', "import { browser } from 'wxt/browser';"],
    [wrongPackages, 'lib/domain/x.ts', "import { readFileSync } from 'node:fs';"],
    [wrongPackages, 'lib/domain/x.ts', "import left from 'left-pad';"],
    [brokenHabits, 'lib/state/x.ts', 'try { work(); } catch {}'],
    [brokenHabits, 'lib/domain/x.ts', 'const now = Date.now();'],
    [brokenHabits, 'lib/library/x.ts', 'let last = 0;'],
    [brokenHabits, 'lib/messages/x.ts', 'const seen = new Set<string>();'],
    [brokenHabits, 'lib/library/x.ts', 'export const waiting: string[] = [];'],
    [brokenHabits, 'lib/state/x.ts', 'const a: any = 1;'],
    [wrongShapes, 'lib/domain/utils.ts', 'export const a = 1;'],
    [wrongShapes, 'lib/domain/long.ts', 'const a = 1;\n'.repeat(300)],
    [wrongShapes, 'lib/domain/door.ts', "export { a } from './a.ts';"],
  ];
  test.each(BROKEN)('%o in %s', (rule, path, text) => {
    expect(rule([{ path, text }])).toHaveLength(1);
  });

  const OFFENCES = SINKS.flatMap(({ name, offends }) => offends.map((code): [string, string] => [name, code]));
  test.each(OFFENCES)('%s: %s', (name, text) => {
    const sinks = SINKS.filter(({ broken }) => broken.test(readable(text))).map((sink) => sink.name);
    expect(sinks).toContain(name);
    expect(openSinks([{ path: 'components/X.tsx', text }])).not.toEqual([]);
  });

  test.each(['lib/platform/packaged-files.ts', 'lib/zotero/connector.ts'])(
    '%s may ask for something, and do nothing else',
    (path) => {
      const file = (text: string) => [{ path, text }];
      expect(openSinks(file('await fetch(address);'))).toEqual([]);
      expect(openSinks(file('await import(address);'))).toHaveLength(1);
    },
  );

  test('a circle of two files', () => {
    const a = { path: 'lib/domain/a.ts', text: "import { b } from './b.ts';" };
    const b = { path: 'lib/domain/b.ts', text: "import { a } from './a.ts';" };
    expect(circles([a, b])).toHaveLength(1);
    expect(circles([a, { ...b, text: '' }])).toEqual([]);
  });
});

describe('texts that the user sees', () => {
  const config = readFileSync('wxt.config.ts', 'utf8');
  const code = [...sources.filter(({ path }) => !path.startsWith('tests/')).map(({ text }) => text), config].join('\n');

  test('every message is used somewhere', () => {
    const unused = Object.keys(messages).filter((key) => {
      const plain = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
      return !code.includes(`'${plain}'`) && !code.includes(`__MSG_${plain}__`) && !code.includes(`"${plain}"`);
    });
    expect(unused).toEqual([]);
  });

  test('every message says something, and no more than one plural is missing', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('');
      if (key.endsWith('_one')) expect(Object.keys(messages)).toContain(key.replace(/_one$/, '_other'));
    }
  });
});
