import { foldWhitespace } from './plain-text.ts';

// Marked as pure so that a content script that compares no titles goes without it.
const GREEK: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries({
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    varepsilon: 'ε',
    zeta: 'ζ',
    eta: 'η',
    theta: 'θ',
    iota: 'ι',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    xi: 'ξ',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    upsilon: 'υ',
    phi: 'φ',
    varphi: 'φ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
  }),
);

// Hugging Face drops the backslash of TeX in some titles ("textit{O}"), so these are read with or without it when a
// brace follows; as plain words ("text mining") they stay.
const FORMATTING =
  /\\?\b(?:text(?:it|bf|tt|sc|rm|sf)?|emph|math(?:cal|bb|bf|rm|it|sf|frak|scr)|boldsymbol|operatorname)\s*\{/gi;
const COMMAND = /\\([a-z]+)|\\["'`^~=.uvHtcdbkr](?=[\s{a-z])/gi;
const MARKUP = /<\/?(?:i|b|em|strong|sub|sup|tt|span|u|scp|jats:[a-z]+|mml:[a-z]+)(?:\s[^<>]{0,100})?>/gi;
const ENTITY: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const ASCII = /^[\u0000-\u007f]*$/;
const LATIN_MARKS = /[\u0300-\u036f]/g;
const NOT_WRITING = /[^\p{L}\p{N}\p{M}]/gu;

/** Lower case by way of upper case, which is as near to Unicode case folding as JavaScript comes (ß → ss, ς → σ). */
export function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** Compatibility forms unified, case folded, accents dropped; letters, digits and marks of every script stay. */
export function foldLetters(text: string): string {
  // Most abstracts are plain ASCII, for which the rest changes nothing but the time it takes.
  if (ASCII.test(text)) return text.toLowerCase();
  return foldCase(text.normalize('NFKC')).normalize('NFKD').replace(LATIN_MARKS, '').normalize('NFKC');
}

/**
 * The weak key of a paper: its title without case, accents, spaces, punctuation, TeX and mark-up.
 * Two papers may share it; `identity.ts` decides when that means anything.
 * A title that holds no letter at all ("∀∃") is its own key, marked with `=`.
 */
export function titleKey(title: string): string {
  const plain = title
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITY.get(entity) ?? entity)
    .replace(MARKUP, ' ')
    .replace(FORMATTING, '{')
    .replace(COMMAND, (_, name: string | undefined) => GREEK.get(name ?? '') ?? '');
  const key = foldLetters(plain).replace(NOT_WRITING, '');
  return key || `=${foldCase(foldWhitespace(title))}`;
}

/** Shorter keys ("introduction", "technicalreport") name too many different papers to join two by themselves. */
const TELLING_LENGTH = 16;

/** Whether a title key says too little to join two papers without their authors or abstracts agreeing. */
export function isVagueTitle(key: string): boolean {
  return key.length < TELLING_LENGTH;
}
