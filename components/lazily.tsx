import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface Lazy<Props> extends FunctionComponent<Props> {
  /** Loads the component ahead of its first use. */
  load(): Promise<void>;
}

/** Made from `entrypoints/later.css`. */
const LATER = '/assets/later.css';

/**
 * A component whose code and looks are loaded when it is first shown: the popup opens with what a list needs and no
 * more. Until then nothing is drawn in its place; once loaded it is drawn at once.
 */
export function lazily<Props extends object>(read: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const load = async () => {
    [Loaded] = await Promise.all([read(), bringLooks()]);
  };
  function LazyComponent(props: Props) {
    const [, redraw] = useState(Loaded !== undefined);
    useEffect(() => {
      if (!Loaded) void load().then(() => redraw(true));
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(LazyComponent, { load });
}

let looks: Promise<unknown> | undefined;

/** The second style sheet, once for all of them. One that does not come is no reason to show nothing. */
function bringLooks(): Promise<unknown> {
  looks ??= new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = LATER;
    link.onload = done;
    link.onerror = done;
    document.head.append(link);
  });
  return looks;
}
