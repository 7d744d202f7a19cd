import { writeList } from '../lib/platform/dates.ts';
import { type TextKey, t } from '../lib/platform/text.ts';

const FACTS: ReadonlyMap<string, TextKey> = new Map([
  ['title', 'partTitle'],
  ['abstract', 'partAbstract'],
  ['authors', 'partAuthors'],
  ['published', 'sitePartDate'],
  ['venue', 'sitePartVenue'],
  ['keywords', 'sitePartKeywords'],
]);

/** Says in words what could not be read of a page, such as "most papers on it lack authors". */
export function missingParts(parts: readonly string[]): string {
  if (parts.length === 0 || parts.includes('papers')) return t('siteMissingPapers');
  const facts = parts.flatMap((part) => FACTS.get(part) ?? []).map((key) => t(key));
  const said = [
    parts.includes('rows') ? t('siteMissingRows') : '',
    facts.length > 0 ? t('siteMissingFacts', writeList(facts)) : '',
  ].filter(Boolean);
  return said.length > 0 ? writeList(said) : t('siteMissingData');
}
