import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareAuthors, type NameFaults } from './authors.ts';
import { compare, type Fault, type Job, type Outcome, writing } from './check.ts';
import { linesOf, type Ran, run } from './run.ts';

/** What bibutils made of a file, as MODS. */
export function readMods(job: Job, { out: xml, err }: Ran, fault?: Fault, names: NameFaults = {}): Outcome {
  const path = join(job.folder, 'mods.xml');
  writeFileSync(path, xml);
  const said = linesOf(err).filter((line) => !/Processed \d+ references/.test(line));
  const warnings = [...said, ...linesOf(run('xmllint', ['--noout', '--huge', path]).err)];
  const records = xml.split('<mods ').slice(1);
  const back = records.map((record) => {
    const info = /<titleInfo>([\s\S]*?)<\/titleInfo>/.exec(record)?.[1] ?? '';
    return textOf(info);
  });
  const titles = compare(job, back, { by: writing, fault });
  const authors = compareAuthors(job, records.map(namesOf), { ...names, ...(fault ? { isAside: fault.hits } : {}) });
  const differences = [...titles.differences, ...authors.differences];
  return { records: records.length, warnings, differences, aside: (titles.aside ?? 0) + authors.aside };
}

function namesOf(record: string): string[] {
  return [...record.matchAll(/<name[ >][\s\S]*?<\/name>/g)].map(([name]) =>
    textOf(name.replace(/<role>[\s\S]*?<\/role>/, '')),
  );
}

function textOf(xml: string): string {
  return decoded(xml.replace(/<[^>]*>/g, ' '));
}

function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&');
}
