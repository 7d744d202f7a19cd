import { isCredible } from '../domain/clock.ts';
import { identifierFrom } from '../domain/identifier.ts';
import { STATUSES, type Status, type UserField } from '../domain/shelf.ts';
import { webAddress } from '../domain/web-address.ts';
import { boundNote, boundTags, type Said } from '../domain/words.ts';
import { instantIn } from './file-dates.ts';
import { gather, startGathering } from './gather.ts';
import { importClock } from './import-clock.ts';
import type { ImportedPaper, ImportRead, Turn } from './imported.ts';
import { isRecord, type Json, listAt, own, textAt, textsAt } from './json-values.ts';

/** Reads Gleaner's own JSON export: facts, identifiers, and the user's words with their clocks. */
export async function readGleanerJson(value: Json, turn: Turn): Promise<ImportRead> {
  const gathering = startGathering();
  for (const [place, record] of listAt(value, 'papers').entries()) {
    await turn(place);
    const paper = isRecord(record) ? paperOf(record) : undefined;
    if (paper) gathering.papers.push(paper);
    else gathering.refuse(place + 1, textAt(record, 'title') ?? '{}', isRecord(record) ? 'no-title' : 'not-a-record');
  }
  return gathering;
}

function paperOf(record: object): ImportedPaper | undefined {
  const names = textsAt(record, 'identifiers').flatMap((text) => identifierFrom(text) ?? []);
  const paper = gather({
    title: textAt(record, 'title'),
    authors: textsAt(record, 'authors'),
    abstract: textAt(record, 'abstract'),
    published: textAt(record, 'published'),
    venue: textAt(record, 'venue'),
    organisation: textAt(record, 'organisation'),
    keywords: textsAt(record, 'keywords'),
    names,
    page: textAt(record, 'page'),
    pdf: textAt(record, 'pdf'),
    code: textAt(record, 'code'),
    project: textAt(record, 'project'),
    addedAt: instantIn(textAt(record, 'addedAt')),
  });
  if (!paper) return undefined;
  const page = webAddress(textAt(record, 'page'));
  return { ...paper, ...(page ? { page } : {}), said: wordsOf(record) };
}

function wordsOf(record: object): Said {
  const clockOf = (field: UserField) => {
    const clock = textAt(own(record, 'changed'), field);
    return clock && /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{1,40}$/.test(clock) && isCredible(clock)
      ? clock
      : importClock(undefined);
  };
  const changed = (field: UserField) => textAt(own(record, 'changed'), field) !== undefined;
  const status = STATUSES.find((one): one is Status => one === own(record, 'status'));
  const tags = boundTags(textsAt(record, 'tags'));
  const note = boundNote(typeof own(record, 'note') === 'string' ? (textAt(record, 'note') ?? '') : '');
  const starred = own(record, 'starred') === true;
  return {
    ...(status && (status !== 'unread' || changed('status'))
      ? { status: { value: status, clock: clockOf('status') } }
      : {}),
    ...(starred || changed('starred') ? { starred: { value: starred, clock: clockOf('starred') } } : {}),
    ...(tags.length > 0 || changed('tags') ? { tags: { value: tags, clock: clockOf('tags') } } : {}),
    ...(note || changed('note') ? { note: { value: note, clock: clockOf('note') } } : {}),
  };
}
