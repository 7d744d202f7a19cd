import Dexie, { type DBCore, type DBCoreTable } from 'dexie';
import type { GleanerDatabase } from '../../lib/library/database.ts';

/** The error that a database call ends with, in place of what it was to do. */
export class InducedFault extends Error {}

/** Makes one of the calls to the database fail. */
export interface Fuse {
  /** From now on the call of this number fails, counted from 1. */
  arm(call: number): void;
  /** Lets all calls pass again. @returns whether a call failed since it was armed */
  disarm(): boolean;
}

/** Puts a fuse between the library and its database, which must not be open yet. */
export function installFuse(db: GleanerDatabase): Fuse {
  let left = Number.POSITIVE_INFINITY;
  let hasFailed = false;
  const isDue = () => {
    left -= 1;
    hasFailed ||= left === 0;
    return left === 0;
  };
  db.use({ stack: 'dbcore', name: 'fuse', create: (core) => guarded(core, isDue) });
  return {
    arm(call) {
      left = call;
      hasFailed = false;
    },
    disarm() {
      left = Number.POSITIVE_INFINITY;
      return hasFailed;
    },
  };
}

function guarded(core: DBCore, isDue: () => boolean): DBCore {
  return {
    ...core,
    transaction: (...given) => {
      if (isDue()) throw newFault();
      return core.transaction(...given);
    },
    table: (name) => guardedTable(core.table(name), isDue),
  };
}

function guardedTable(table: DBCoreTable, isDue: () => boolean): DBCoreTable {
  // A promise of the language's own would let the transaction end before the next call.
  const counted =
    <Request, Result>(call: (request: Request) => Promise<Result>) =>
    (request: Request): Promise<Result> =>
      isDue() ? Dexie.Promise.reject(newFault()) : call(request);
  return {
    ...table,
    mutate: counted((request) => table.mutate(request)),
    get: counted((request) => table.get(request)),
    getMany: counted((request) => table.getMany(request)),
    query: counted((request) => table.query(request)),
    openCursor: counted((request) => table.openCursor(request)),
    count: counted((request) => table.count(request)),
  };
}

function newFault(): InducedFault {
  return new InducedFault('A call to the database failed, as it was told to.');
}
