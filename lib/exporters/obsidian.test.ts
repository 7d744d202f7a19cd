import { describe, expect, test } from 'vitest';
import { bare, base, known } from '../../tests/samples/known-paper.ts';
import { obsidian } from './obsidian.ts';

describe('obsidian', () => {
  const writer = obsidian.startFiles({ ...base, heading: 'Unread' });
  const [note, other] = writer.write([known, bare]);
  const [list] = writer.end();

  test('writes a note with quoted properties', () => {
    expect(note).toEqual({
      name: 'Papers/2401.12340 Patient SEEDs & {Roots}.md',
      text: `---
title: "Patient SEEDs & {Roots}"
authors:
  - "Ludwig van Beethoven"
  - "J. R. R. Tolkien Jr."
  - "Garden Team, Kew"
year: 2024
published: 2024-01-23
added: 2026-11-20
arxiv: "2401.12340"
doi: "10.48550/arXiv.2401.12340"
url: "https://arxiv.org/abs/2401.12340"
pdf: "https://arxiv.org/pdf/2401.12340"
status: "read"
starred: true
keywords:
  - "growth"
tags:
  - "to-cite"
  - "a-b"
citekey: "beethoven2024patient"
aliases:
  - "Patient SEEDs & {Roots}"
---

# Patient SEEDs \\& \\{Roots\\}

## Abstract

We grow mathcal O\\(sqrt K\\) seeds.

## Notes

First

second
`,
    });
    expect(other?.name).toBe('Papers/Bare.md');
  });

  test('writes one list with a link to each note', () => {
    expect(list?.text).toBe(`# Unread

- [x] [Patient SEEDs \\& \\{Roots\\}](Papers/2401.12340%20Patient%20SEEDs%20%26%20%7BRoots%7D.md) — Ludwig van Beethoven, J. R. R. Tolkien Jr., Garden Team, Kew (2024) ^arxiv-2401-12340
- [ ] [Bare](Papers/Bare.md)
`);
  });

  test('gives two papers of one title two names', () => {
    const twice = obsidian.startFiles(base).write([bare, { ...bare, paper: { ...bare.paper, title: 'BARE' } }]);
    expect(twice.map(({ name }) => name)).toEqual(['Papers/Bare.md', 'Papers/BARE 2.md']);
  });
});
