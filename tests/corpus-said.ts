import { corpusPage } from './corpus-entries.ts';
import { documentOf } from './reading.ts';

/** What a page of the corpus says of one paper, found apart from the adapters. Texts are folded. */
export interface Said {
  /** In the form of an identifier; undefined on a site that shows none. */
  id?: string;
  title: string;
  authors?: string[];
  /** Only where the page shows the authors' own, whole. */
  abstract?: string;
}

/** A page of the corpus, where it stood, and what it says. */
export interface CorpusPage {
  file: string;
  address: string;
  said: () => Said[];
}

/** What one paper's element says: selectors below it, or functions of it. */
interface Places {
  row: string;
  id: (row: Element) => string | undefined;
  title: string;
  authors: string;
  abstract?: string;
}

/** A text with its white space as one space. */
export function folded(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}

/**
 * Papers out of an `expected` file of the corpus, by the name of a list in it. It names all authors; the page cuts long
 * lists, so those from the first on that are nowhere on it are left out.
 */
export function inFile(path: string, page: string, kind: string, list?: string): Said[] {
  const whole = JSON.parse(corpusPage(path));
  const papers: Record<string, string | string[]>[] = [list === undefined ? whole : whole[list]].flat();
  const shown = textIn(domOf(page).documentElement);
  return papers.map(({ id, title, authors, abstract }) => {
    const names = typeof authors === 'string' ? authors.split(', ') : authors;
    const cut = names?.findIndex((name) => !shown.includes(name)) ?? -1;
    return {
      id: `${kind}:${id}`,
      title: folded(String(title)),
      ...(names && { authors: cut < 0 ? names : names.slice(0, cut) }),
      ...(abstract && { abstract: folded(String(abstract)) }),
    };
  });
}

/** Papers out of the data that Hugging Face puts on its pages. */
export function inDailyData(file: string): Said[] {
  const element = domOf(file).querySelector('[data-target="DailyPapers"]');
  const { dailyPapers } = JSON.parse(element?.getAttribute('data-props') ?? '{}');
  return dailyPapers.map(
    ({ paper }: { paper: { id: string; title: string; summary: string; authors: { name: string }[] } }) => ({
      id: `arxiv:${paper.id}`,
      title: folded(paper.title),
      authors: paper.authors.map(({ name }) => folded(name)),
      abstract: folded(paper.summary),
    }),
  );
}

/** Papers out of the elements of a page. */
export function inRows(file: string, { row, id, title, authors, abstract }: Places): Said[] {
  return [...domOf(file).querySelectorAll(row)].map((element) => {
    const own = id(element);
    const names = [...element.querySelectorAll(authors)].map(textIn);
    const whole = abstract && textIn(element.querySelector(abstract)).replace(/^Abstract: | △ Less$/g, '');
    return {
      ...(own && { id: own }),
      title: textIn(element.querySelector(title)),
      ...(names.length > 0 && { authors: names }),
      ...(whole && { abstract: whole }),
    };
  });
}

/** The text of an element, folded. */
export function textIn(element: Element | null): string {
  return folded(element?.textContent ?? '');
}

/** A page of the corpus as a document. */
export function domOf(file: string): Document {
  return documentOf(corpusPage(file));
}
