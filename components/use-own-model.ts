import { useEffect, useMemo } from 'preact/hooks';

/** A model that lives as long as the component that made it. */
export function useOwnModel<Model extends Disposable>(make: () => Model): Model {
  const model = useMemo(make, []);
  useEffect(() => () => model[Symbol.dispose](), [model]);
  return model;
}
