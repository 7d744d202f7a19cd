import type { Page } from '@playwright/test';

/** A mark as it stands in the window. */
export interface SeenMark {
  label: string;
  word: string;
  classes: string[];
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A button of the overlay that can be pressed. */
interface SeenButton {
  label: string;
  pressed: string | null;
  x: number;
  y: number;
}

/** Sees into the closed shadow root of the marks, which Playwright does not, and the page must not. */
export interface Eye {
  /** Runs a function in the content script's own world. @param look is given the root, or null when there is none */
  look<Value, Given = undefined>(look: (root: ShadowRoot | null, given: Given) => Value, given?: Given): Promise<Value>;
  /** The marks in sight, in their order. */
  marks(): Promise<SeenMark[]>;
  /** The word of each mark, in their order. */
  words(): Promise<string[]>;
  /** What the bar says; empty when there is none. */
  status(): Promise<string>;
  /** Opens the mark of a paper by the pointer and presses a button in it, both by real input. */
  press(title: string, button: string): Promise<void>;
  /** Presses a button of the bar. */
  pressBar(button: string): Promise<void>;
  /** The label of what has the focus in the overlay; empty when nothing has. */
  focused(): Promise<string>;
}

/** An eye for the marks over a page, which must be open already. It sees the page that is loaded when it looks. */
export async function eyeFor(page: Page): Promise<Eye> {
  const session = await page.context().newCDPSession(page);
  const worlds = new Map<number, number>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.type === 'isolated' && context.origin.startsWith('chrome-extension:'))
      worlds.set(context.id, context.id);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId));
  session.on('Runtime.executionContextsCleared', () => worlds.clear());
  await session.send('Runtime.enable');

  const look: Eye['look'] = async (run, given) => {
    const world = [...worlds.values()].at(-1);
    if (world === undefined) throw new Error('There is no content script in this page.');
    const find =
      "const host = document.querySelector('gleaner-marks'); const root = host && chrome.dom.openOrClosedShadowRoot(host);";
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: world,
      expression: `(() => { ${find} return (${run})(root, ${JSON.stringify(given) ?? 'undefined'}); })()`,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  const click = async (where: { x: number; y: number } | undefined, what: string) => {
    if (!where) throw new Error(`There is no ${what} to press.`);
    await page.mouse.click(where.x, where.y);
  };
  const buttons = (inside: string) => look(readButtons, inside);

  return {
    look,
    marks: () => look(readMarks),
    words: async () => (await look(readMarks)).map(({ word }) => word),
    status: () => look((root) => root?.querySelector('.bar [role=status]')?.textContent ?? ''),
    async press(title, button) {
      const mark = (await look(readMarks)).find(({ label }) => label.includes(title));
      if (!mark) throw new Error(`There is no mark for ${title}.`);
      await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2);
      const found = (await buttons('.mark')).find(({ label }) => label.startsWith(button) && label.includes(title));
      await click(found, `${button} for ${title}`);
      await page.mouse.move(2, 2);
    },
    async pressBar(button) {
      const found = (await buttons('.bar')).find(({ label }) => label.startsWith(button));
      await click(found, button);
      await page.mouse.move(2, 2);
    },
    focused: () =>
      look((root) => root?.activeElement?.getAttribute('aria-label') ?? root?.activeElement?.textContent ?? ''),
  };
}

/** Runs in the content script's world. */
function readMarks(root: ShadowRoot | null): SeenMark[] {
  return [...(root?.querySelectorAll('.mark:not(.away)') ?? [])].map((mark) => {
    const pill = mark.querySelector('.pill');
    const { x = 0, y = 0, width = 0, height = 0 } = pill?.getBoundingClientRect() ?? {};
    return {
      label: pill?.getAttribute('aria-label') ?? '',
      word: pill?.textContent ?? '',
      classes: [...mark.classList],
      x,
      y,
      width,
      height,
    };
  });
}

/** Runs in the content script's world: the buttons that can be seen inside a part of the overlay. */
function readButtons(root: ShadowRoot | null, inside: string): SeenButton[] {
  const all = [...(root?.querySelectorAll(`${inside} button`) ?? [])];
  return all.flatMap((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    if (width === 0) return [];
    const label = button.getAttribute('aria-label') ?? button.textContent ?? '';
    return { label, pressed: button.getAttribute('aria-pressed'), x: x + width / 2, y: y + height / 2 };
  });
}
