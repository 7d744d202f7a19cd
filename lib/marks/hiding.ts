/** Leaves rows of the page out of sight, and puts them back as they were. */
export interface Hiding {
  /** Hides exactly these elements, also those that the page has shown again meanwhile. */
  hideOnly(rows: Iterable<Element>): void;
}

interface Before {
  value: string;
  priority: string;
  hadStyle: boolean;
}

/** A hiding with nothing hidden. The rows stay in the page: only their own `display` changes. */
export function newHiding(): Hiding {
  const hidden = new Map<Styled, Before>();

  return {
    hideOnly(rows) {
      const wanted = new Set([...rows].map(wholeOf).filter(isStyled));
      for (const [row, before] of hidden) {
        if (wanted.has(row)) continue;
        hidden.delete(row);
        if (isHiddenByUs(row)) show(row, before);
      }
      for (const row of wanted) {
        if (hidden.has(row) && isHiddenByUs(row)) continue;
        const { style } = row;
        const [value, priority] = [style.getPropertyValue('display'), style.getPropertyPriority('display')];
        hidden.set(row, { value, priority, hadStyle: row.hasAttribute('style') });
        style.setProperty('display', 'none', 'important');
      }
    },
  };
}

/** The outermost element that holds nothing but this one: the cell of a grid would stay as a hole. */
function wholeOf(row: Element): Element {
  const around = row.parentElement;
  const isAlone = around?.children.length === 1 && around.textContent?.trim() === row.textContent?.trim();
  return around && isAlone && !around.matches('body, main') ? wholeOf(around) : row;
}

type Styled = Element & ElementCSSInlineStyle;

function isStyled(row: Element): row is Styled {
  return 'style' in row;
}

function isHiddenByUs({ style }: Styled): boolean {
  return style.getPropertyValue('display') === 'none' && style.getPropertyPriority('display') === 'important';
}

function show(row: Styled, { value, priority, hadStyle }: Before): void {
  if (value) row.style.setProperty('display', value, priority);
  else row.style.removeProperty('display');
  // Asked for its text: Chromium removes the attribute only once it has written it down.
  if (!hadStyle && row.getAttribute('style') === '') row.removeAttribute('style');
}
