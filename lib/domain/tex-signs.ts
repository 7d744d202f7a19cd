/** Greek letters by their names in TeX. */
export const GREEK_LETTERS: ReadonlyMap<string, string> = pairs(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
  xi ξ pi π rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
  Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω`,
);

/** Signs by their names in TeX; inside maths and behind a backslash they can mean nothing else. */
export const SIGNS: ReadonlyMap<string, string> = pairs(
  `times × cdot · ldots … cdots ⋯ dots … leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ pm ± mp ∓
  div ÷ circ ∘ ast ∗ star ⋆ infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃
  supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ oplus ⊕ otimes ⊗ ll ≪ gg ≫ to → rightarrow → leftarrow ← leftrightarrow ↔
  Rightarrow ⇒ Leftarrow ⇐ mapsto ↦ sum ∑ prod ∏ int ∫ ell ℓ hbar ℏ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉
  perp ⊥ parallel ∥ mid | lVert ‖ rVert ‖ prime ′ dagger † log log ln ln exp exp min min max max sup sup inf inf arg arg
  lim lim sin sin cos cos tan tan Pr Pr det det dim dim`,
);

/** Of the signs those whose names are no words of any language we read, so that they need no backslash. */
export const PLAIN_SIGNS: readonly string[] = ['leqslant', 'geqslant', 'leq', 'geq', 'neq', 'cdot', 'ldots', 'cdots'];

/** Accents of TeX as combining characters. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['"', '\u0308'],
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030a'],
]);

/** Letters that TeX has a command for. */
export const SPECIAL_LETTERS: ReadonlyMap<string, string> = pairs(
  'ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ',
);

export const SUPERSCRIPTS: ReadonlyMap<string, string> = letters('0123456789+-=()niaxyt*′', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃˣʸᵗ*′');
export const SUBSCRIPTS: ReadonlyMap<string, string> = letters(
  '0123456789+-=()aehijklmnoprstuvx',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
);

// Letters that Unicode had before it took in the whole alphabets (https://www.unicode.org/charts/PDF/U1D400.pdf).
const OLD_LETTERS: Readonly<Record<string, string>> = {
  cal: 'B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ e ℯ g ℊ o ℴ',
  bb: 'C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ',
  frak: 'C ℭ H ℌ I ℑ R ℜ Z ℨ',
};
const FIRST_CAPITAL: Readonly<Record<string, number>> = { cal: 0x1d49c, scr: 0x1d49c, bb: 0x1d538, frak: 0x1d504 };

/** A letter of a mathematical alphabet (`cal`, `scr`, `bb`, `frak`); in the other alphabets it stays what it is. */
export function mathLetter(alphabet: string, letter: string): string {
  const first = FIRST_CAPITAL[alphabet];
  if (first === undefined || !/^[A-Za-z]$/.test(letter)) return letter;
  const old = pairs(OLD_LETTERS[alphabet === 'scr' ? 'cal' : alphabet] ?? '').get(letter);
  const place = letter >= 'a' ? letter.charCodeAt(0) - 97 + 26 : letter.charCodeAt(0) - 65;
  return old ?? String.fromCodePoint(first + place);
}

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/(\S+)\s+(\S+)/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function letters(from: string, to: string): ReadonlyMap<string, string> {
  const written = [...to];
  return new Map([...from].map((letter, place) => [letter, written[place] ?? letter]));
}
