import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, type Fault, type Job, type Outcome, writing } from './check.ts';
import { linesOf, run } from './run.ts';

/** What bibutils made of a file, as MODS. */
export function readMods(job: Job, xml: string, err: string, fault?: Fault): Outcome {
  const path = join(job.folder, 'mods.xml');
  writeFileSync(path, xml);
  const said = linesOf(err).filter((line) => !/Processed \d+ references/.test(line));
  const warnings = [...said, ...linesOf(run('xmllint', ['--noout', '--huge', path]).err)];
  const records = xml.split('<mods ').slice(1);
  const back = records.map((record) => {
    const info = /<titleInfo>([\s\S]*?)<\/titleInfo>/.exec(record)?.[1] ?? '';
    return decoded(info.replace(/<[^>]*>/g, ' '));
  });
  return { records: records.length, warnings, ...compare(job, back, { by: writing, fault }) };
}

function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&');
}
