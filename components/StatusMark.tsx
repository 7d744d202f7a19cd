import type { Status } from '../lib/domain/shelf.ts';
import { statusName } from './naming.ts';

/** A shape for each status, so that colour is never alone: a full disc, a half one, a tick, a dash. */
export function StatusMark({ status, id }: { status: Status; id?: string }) {
  return (
    <svg
      class={`status-mark status-${status}`}
      id={id}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      role="img"
      aria-label={statusName(status)}
    >
      {status === 'unread' && <circle cx="6" cy="6" r="4" class="fill" />}
      {status === 'reading' && <circle cx="6" cy="6" r="3.5" class="stroke" />}
      {status === 'reading' && <path d="M6 2.5a3.5 3.5 0 0 1 0 7z" class="fill" />}
      {status === 'read' && <path d="M2 6.5 4.8 9.2 10 3.4" class="stroke" />}
      {status === 'skipped' && <path d="M2.5 6h7" class="stroke" />}
    </svg>
  );
}
