// Commands that typeset and do nothing else. Anything not named here (`\input`, `\write18`, `\def`, `\catcode` …) makes
// the whole formula plain text: a title comes from a web page, and TeX is a programming language.
const TYPESETTING = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho ' +
    'sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ' +
    'mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr boldsymbol text textit textbf textrm textsf ' +
    'texttt sqrt frac tfrac dfrac binom hat tilde bar vec dot overline underline widetilde widehat sum prod int infty ' +
    'partial nabla forall exists in notin subset subseteq cup cap setminus emptyset times cdot div pm mp circ star ast ' +
    'oplus otimes leq le geq ge neq ne ll gg approx sim simeq equiv propto to rightarrow leftarrow leftrightarrow ' +
    'Rightarrow mapsto log ln exp min max sup inf arg lim sin cos tan Pr det dim ker mid perp parallel ell hbar Re Im ' +
    'ldots cdots dots prime dagger top bot langle rangle lfloor rfloor lceil rceil quad qquad'
  ).split(' '),
);

const MOST_CHARACTERS = 300;
// pandoc's rule for a dollar sign that begins or ends maths: no space inside it, no digit after the closing one, so
// that "from $5 to $10" stays money.
const FORMULA = /(?<!\\)\$(?!\s)((?:[^$\\]|\\[^$])+)(?<!\s)\$(?!\d)/g;

/** A text in pieces; those with `maths` are the inside of a `$…$` that TeX can typeset and that can do no harm. */
export interface Piece {
  text: string;
  maths: boolean;
}

/** Splits a text into plain text and maths. Joined again, with `$` around the maths, the pieces are the text. */
export function splitMaths(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(FORMULA)) {
    const inside = match[1] ?? '';
    if (!isHarmlessMaths(inside)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), maths: false });
    pieces.push({ text: inside, maths: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), maths: false });
  return pieces;
}

function isHarmlessMaths(inside: string): boolean {
  if (inside.length > MOST_CHARACTERS || !looksLikeMaths(inside)) return false;
  // `^^5c` is a backslash to TeX; `%`, `#`, `&`, `~` and quotes act on what stands around the formula.
  if (/\^\^|[%#&~"@\u0080-\uffff]/.test(inside)) return false;
  const rest = inside.replace(/\\(?:([A-Za-z]+)|[{},;!|])/g, (whole, name?: string) =>
    name === undefined || TYPESETTING.has(name) ? ' ' : whole,
  );
  // BibTeX counts braces that a backslash escapes, TeX does not: both counts must come out even.
  return !rest.includes('\\') && isBalanced(rest) && isBalanced(inside);
}

function looksLikeMaths(inside: string): boolean {
  return /[\\^_={<>]/.test(inside) || !/[A-Za-z]{3}/.test(inside);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
