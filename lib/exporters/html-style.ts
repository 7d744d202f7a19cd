/** The style of the page: readable on a screen by day and night, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1d1d1f; --quiet: #5a5a60; --line: #d9d9de; --link: #0b57b0; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececf0; --quiet: #a9a9b2; --line: #3a3a40; --link: #8ab8ff; --page: #16161a; }
}
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 0; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 0; font-size: 1.0625rem; line-height: 1.35; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover, h3 a:focus { text-decoration: underline; }
p { margin: .25rem 0 0; }
article { margin: 1.5rem 0 0; break-inside: avoid; }
.quiet { color: var(--quiet); font-size: .875rem; }
.note { padding-left: .75rem; border-left: 3px solid var(--line); white-space: pre-line; }
summary { width: fit-content; color: var(--quiet); font-size: .875rem; cursor: pointer; }
details { margin-top: .25rem; }
@media print {
  :root { --text: #000; --quiet: #444; --line: #bbb; --link: #000; --page: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
