import { STYLE } from './html-style.ts';

/** What stands at the top of a page; texts as markup (`markupText`). */
export interface HtmlTop {
  title: string;
  /** Said quietly under the title. */
  line: string;
  language?: string;
  /** Added to the style that all pages have. */
  style?: string;
}

/** All of a page that stands before its contents. Its own policy forbids it to load or run anything. */
export function htmlHead({ title, line, language = 'en', style = '' }: HtmlTop): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
<p class="quiet">${line}</p>
`;
}

export const HTML_END = '</main>\n</body>\n</html>\n';
