import fc from 'fast-check';
import { readTextDigest } from '../../lib/importers/text-digest.ts';
import type { GleanerDatabase } from '../../lib/library/database.ts';
import { ingest } from '../../lib/library/ingest.ts';
import { serve } from '../../lib/messages/serve.ts';
import { PAGE_SENDER, WHOLE_CAPTURE } from '../../tests/hostile/payloads.ts';
import { noted } from '../../tests/hostile/service.ts';
import { withLibrary } from '../../tests/library.ts';
import type { FaultCase, FaultResult } from './fault-case.ts';

const INPUTS = 1_000;
const SEEN_AT = '2026-05-12T08:00:00.000Z';

/** Names by which an object reaches what all objects share. */
const poison = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '__defineGetter__',
  'hasOwnProperty',
);
const poisonPath = fc.constantFrom('__proto__', 'constructor.prototype', '__proto__.polluted', '["__proto__"]');

/** JSON with such names at any depth. Built as text, because an object literal would not hold them as fields. */
const poisoned: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('1', '"x"', 'null', '{"polluted":1}'),
    fc.array(tie('value'), { maxLength: 3 }).map((all) => `[${all.join(',')}]`),
    fc.array(fc.tuple(poison, tie('value')), { minLength: 1, maxLength: 3 }).map(objectText),
  ),
})).value;

function objectText(fields: readonly (readonly [string, string])[]): string {
  return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}

/** A capture in which poison stands beside the fields, in their place, or as their text. */
const captures = fc
  .tuple(fc.constantFrom('beside', 'instead', 'text'), poison, poisonPath, poisoned, fc.nat(30))
  .map(([way, name, path, json, place]) => {
    const whole = JSON.stringify(WHOLE_CAPTURE);
    const braces = [...whole.matchAll(/\{/g)].map(({ index }) => index);
    const at = braces[place % braces.length] ?? 0;
    if (way === 'beside') return `${whole.slice(0, at + 1)}${JSON.stringify(name)}:${json},${whole.slice(at + 1)}`;
    const values = [...whole.matchAll(/(?<="):("[^"]*"|\d+)/g)];
    const value = values[place % values.length];
    const start = (value?.index ?? 0) + 1;
    const end = start + (value?.[1]?.length ?? 0);
    return `${whole.slice(0, start)}${way === 'text' ? JSON.stringify(path) : json}${whole.slice(end)}`;
  });

/** Poison in texts that are taken in, so that it gets as far as the library. */
const texts = fc.tuple(poison, poisonPath, fc.nat(9)).map(([name, path, number]) =>
  JSON.stringify({
    ...WHOLE_CAPTURE,
    digest: { ...WHOLE_CAPTURE.digest, key: `huggingface:${name}`, query: name, title: path },
    papers: [
      { source: 'digest-card', identifiers: [], rank: 1 + number, title: name, authors: [path], keywords: [name] },
    ],
  }),
);

const digests = fc
  .array(fc.tuple(poison, poisonPath), { minLength: 1, maxLength: 4 })
  .map(
    (blocks) =>
      `May 12\n\n${blocks.map(([name, path]) => `${name}\n\n${`We set ${path} on ${name}. `.repeat(12)}`).join('\n\n')}\n`,
  );

type Input = { kind: 'message' | 'text-file'; text: string };
const inputs: fc.Arbitrary<Input> = fc.oneof(
  captures.map((text): Input => ({ kind: 'message', text })),
  texts.map((text): Input => ({ kind: 'message', text })),
  poisoned.map((text): Input => ({ kind: 'message', text })),
  digests.map((text): Input => ({ kind: 'text-file', text })),
);

/** Sends what is meant to change all objects at once, through every way in, and looks whether any object has changed. */
export const pollution: FaultCase = {
  name: 'pollution',
  run: () => withLibrary(tryAll),
};

async function tryAll(db: GleanerDatabase): Promise<FaultResult> {
  const before = sharedNames();
  const failures: string[] = [];
  const taken = { message: 0, 'text-file': 0 };
  // Takes its seed from the one of the whole run.
  const all = fc.sample(inputs, INPUTS);
  for (const { kind, text } of all) {
    const isTaken = kind === 'message' ? await sendMessage(db, text) : await readFile(db, text);
    if (isTaken) taken[kind] += 1;
    if (sharedNames() !== before)
      return { ...NONE, tried: all.length, failures: [`all objects changed by ${text.slice(0, 200)}`] };
  }
  for (const table of db.tables) {
    const rows: unknown[] = await table.toArray();
    if (rows.some(hasOddPrototype)) failures.push(`${table.name} holds a row with an odd prototype`);
  }
  if (taken.message === 0 || taken['text-file'] === 0) failures.push('none of one kind got as far as the library');
  return {
    ...NONE,
    tried: all.length,
    failures,
    note: `taken in: ${taken.message} messages, ${taken['text-file']} text files`,
  };
}

const NONE = { lost: 0, duplicated: 0, partial: 0 } as const;

async function sendMessage(db: GleanerDatabase, request: string): Promise<boolean> {
  const { service } = noted();
  const message = { kind: 'capture', request: JSON.parse(request) };
  const reply = await serve({ ...service, ingest: (capture) => ingest(db, capture) }, message, PAGE_SENDER);
  return reply.ok;
}

async function readFile(db: GleanerDatabase, text: string): Promise<boolean> {
  const read = await readTextDigest(text, { name: '__proto__', seenAt: SEEN_AT });
  if (read.ok) await ingest(db, read.value);
  return read.ok;
}

/** Everything that all objects, lists and functions share, and how much of it is to be seen. */
function sharedNames(): string {
  const shared = [Object.prototype, Array.prototype, Function.prototype, Map.prototype, String.prototype];
  return JSON.stringify([shared.map((all) => Reflect.ownKeys(all).map(String)), Object.keys({}), Object.keys(Object)]);
}

const BULK = [Uint8Array, Uint32Array, Float64Array];

function hasOddPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Numbers in bulk are of a kind of their own and hold nothing else.
  if (BULK.some((kind) => prototype === kind.prototype)) return false;
  const isPlain = prototype === Object.prototype || prototype === Array.prototype || prototype === null;
  return !isPlain || Object.values(value).some(hasOddPrototype);
}
