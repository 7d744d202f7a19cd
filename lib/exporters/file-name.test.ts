import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { exportFileName } from './file-name.ts';

const name = (label: string) => exportFileName({ extension: 'md', exportedAt: '2026-11-22T08:00:00.000Z', label });

test.each([
  ['unread', 'gleaner-unread-2026-11-22.md'],
  ['', 'gleaner-2026-11-22.md'],
  ['Mar 11, 2025: “LLMs”', 'gleaner-Mar-11-2025-“LLMs”-2026-11-22.md'],
  ['../../etc/passwd', 'gleaner-etc-passwd-2026-11-22.md'],
  ['CON.txt', 'gleaner-CON-txt-2026-11-22.md'],
  ['漢'.repeat(100), `gleaner-${'漢'.repeat(53)}-2026-11-22.md`],
  ['日本語', 'gleaner-日本語-2026-11-22.md'],
])('names a list of %j %s', (label, expected) => {
  expect(name(label)).toBe(expected);
});

// Windows: no <>:"/\|?* and controls, no trailing dot or space; Linux: 255 bytes; and no hidden file.
const expectValid = (text: string) => {
  const made = name(text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no name may hold
  expect(made).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]|[. ]$|^\.|\.\./u);
  expect(made).toMatch(/^gleaner-(?:.*-)?2026-11-22\.md$/s);
  expect(made.length).toBeLessThanOrEqual(120);
  expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(255);
  expect(made.isWellFormed()).toBe(true);
};

test.each(HOSTILE_STRINGS)('makes a name that every system takes of "$name"', ({ text }) => {
  expectValid(text);
});

test('makes a name that every system takes of any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectValid), { numRuns: 1_000 });
});
