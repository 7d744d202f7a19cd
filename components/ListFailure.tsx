import { errorNames, failureCode } from '../lib/state/failure-code.ts';
import { ErrorNote, type ErrorWays } from './ErrorNote.tsx';

/** Stands in for the list when the library cannot be read. */
export function ListFailure({ failure, retry, saveCopy }: ErrorWays & { failure: unknown }) {
  const code = failureCode(failure);
  const errors = errorNames(failure);
  return (
    <div class="empty" role="alert">
      <ErrorNote code={code} errors={errors} shape="page" retry={retry} saveCopy={saveCopy} />
      <p class="hint">{errors[0] ?? code}</p>
    </div>
  );
}
