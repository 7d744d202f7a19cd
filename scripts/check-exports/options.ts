import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Stop } from '../say.ts';

/** Where the papers come from, in the order in which they are read. */
export const ORIGINS = ['seeds', 'published', 'hostile'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Options {
  /** What a check's format and program must hold, all of it. */
  words: readonly string[];
  over: readonly Origin[];
  /** How many papers are made to break writers. */
  hostile: number;
  /** How many programs run at a time. */
  atOnce: number;
  /** A program that cannot be had is left out instead of failing the run, and installing may not take long. */
  skipMissing: boolean;
}

/**
 * Reads the words after `npm run check:exports --`.
 * @throws {Stop} when they make no sense
 */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      over: { type: 'string' },
      hostile: { type: 'string', default: '10000' },
      'at-once': { type: 'string', default: String(availableParallelism()) },
      'skip-missing': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  return {
    words: positionals,
    over: origins(values.over ?? (values.quick ? 'seeds' : ORIGINS.join(','))),
    hostile: wholeNumber('--hostile', values.hostile),
    atOnce: wholeNumber('--at-once', values['at-once']),
    skipMissing: values['skip-missing'],
  };
}

function origins(text: string): Origin[] {
  const names = text.split(',');
  const unknown = names.filter((name) => !ORIGINS.some((origin) => origin === name));
  if (unknown.length > 0)
    throw new Stop(`There are no papers "${unknown.join(', ')}": choose of ${ORIGINS.join(', ')}.`);
  return ORIGINS.filter((origin) => names.includes(origin));
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Stop(`${option} is a whole number from 1, not "${text}".`);
  return number;
}
