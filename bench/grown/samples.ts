import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextDigest } from '../../lib/importers/text-digest.ts';
import { root } from '../../scripts/project.ts';
import type { Sample } from './language.ts';

/** Titles and abstracts of the packaged digests, in the order of the files. @throws {Error} when one cannot be read */
export async function seedSamples(): Promise<Sample[]> {
  const folder = join(root, 'seeds');
  const read = readdirSync(folder)
    .sort()
    .map(async (name) => {
      const digest = await readTextDigest(readFileSync(join(folder, name), 'utf8'), {
        seenAt: '2026-01-01T00:00:00.000Z',
      });
      if (!digest.ok) throw new Error(`seeds/${name} cannot be read: ${digest.code}`);
      return digest.value.papers.map(({ title, abstract = '' }) => ({ title, abstract }));
    });
  return (await Promise.all(read)).flat();
}
