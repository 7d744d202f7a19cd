const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const plurals = new Map<string, Intl.PluralRules>();

// To make a format takes a hundred times as long as to use it, and a list writes hundreds of numbers and dates.

/** How a language writes numbers. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return madeOnce(numbers, language, options, () => new Intl.NumberFormat(language, options));
}

/** How a language writes days and times. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return madeOnce(dates, language, options, () => new Intl.DateTimeFormat(language, options));
}

/** How a language joins words. */
export function listFormat(language: string, options: Intl.ListFormatOptions): Intl.ListFormat {
  return madeOnce(lists, language, options, () => new Intl.ListFormat(language, options));
}

/** Which forms a language has for numbers of things. */
export function pluralRules(language: string): Intl.PluralRules {
  return madeOnce(plurals, language, {}, () => new Intl.PluralRules(language));
}

function madeOnce<Format>(made: Map<string, Format>, language: string, options: object, make: () => Format): Format {
  const name = `${language} ${JSON.stringify(options)}`;
  const format = made.get(name) ?? make();
  made.set(name, format);
  return format;
}
