/** Brackets within brackets that no file of papers has; a parser needs memory for each. */
const MOST = 100;

/** Whether brackets are nested deeper in a JSON text than in any file of papers. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  const mark = /["[\]{}]/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '"') mark.lastIndex = endOfText(text, match.index);
    else depth += match[0] === '[' || match[0] === '{' ? 1 : -1;
    if (depth > MOST) return true;
  }
  return false;
}

function endOfText(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close < 0 ? text.length : close + 1;
}

function isEscaped(text: string, place: number): boolean {
  let backslashes = 0;
  while (backslashes < 1_000 && text[place - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
