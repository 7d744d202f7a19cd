/** A result that may fail in an expected way. Bugs throw; expected failures are values with a code. */
export type Outcome<Value, Failure extends { code: string }> = { ok: true; value: Value } | ({ ok: false } & Failure);
