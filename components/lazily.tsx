import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface Lazy<Props> extends FunctionComponent<Props> {
  /** Loads the component ahead of its first use. */
  load(): Promise<void>;
}

/**
 * A component whose code is loaded when it is first shown: the popup opens with what a list needs and no more.
 * Until then nothing is drawn in its place; once loaded it is drawn at once.
 */
export function lazily<Props extends object>(read: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const load = async () => {
    Loaded = await read();
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
