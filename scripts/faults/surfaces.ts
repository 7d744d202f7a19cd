import type { BrowserContext, Page } from '@playwright/test';

/** What stands in a page as elements: which kinds there are, with which attributes, and where its links lead. */
export interface Shape {
  kinds: Set<string>;
  /** Addresses that are not of the web. */
  badLinks: string[];
  /** Whether a hostile text has run. */
  hasRun: boolean;
  /** Violations of the policy of the page so far. */
  violations: string[];
}

/** Makes every page that is opened from now on keep a record of what its policy has stopped. */
export async function watchPolicies(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { stoppedByPolicy: violations });
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
}

/** Reads the shape of a page. Style and state attributes count like any others; texts and values do not. */
export async function shapeOf(page: Page): Promise<Shape> {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const kinds = all.flatMap(({ localName, attributes }) => [
      localName,
      ...[...attributes].map(({ name }) => `${localName} ${name}`),
    ]);
    const links = [...document.querySelectorAll('[href], [src], [action], [srcdoc]')].flatMap((element) =>
      ['href', 'src', 'action', 'srcdoc'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    const violations: unknown = Reflect.get(globalThis, 'stoppedByPolicy');
    return {
      kinds: [...new Set(kinds)],
      badLinks: links.filter((link) => !/^(?:https?:\/\/|\/(?!\/)|#)/.test(link)),
      hasRun: 'hostileRan' in globalThis,
      violations: Array.isArray(violations) ? violations.map(String) : ['the record of the policy is gone'],
    };
  });
  return { ...found, kinds: new Set(found.kinds) };
}

/** What a shape has that it must not have, a sentence each; `known` are the kinds that harmless texts bring. */
export function wrongIn(surface: string, shape: Shape, known: ReadonlySet<string>): string[] {
  return [
    ...[...shape.kinds].filter((kind) => !known.has(kind)).map((kind) => `${surface}: a new kind of element, ${kind}`),
    ...shape.badLinks.map((link) => `${surface}: a link to ${link.slice(0, 80)}`),
    ...shape.violations.map((violation) => `${surface}: the policy had to stop ${violation}`),
    ...(shape.hasRun ? [`${surface}: a text was run`] : []),
  ];
}
