/** Why a run could not go on. Each code has one exit code (design: `product.md`, "Exit codes"). */
export type ImporterErrorCode =
  | 'usage'
  | 'input-unusable'
  | 'input-missing'
  | 'archive-not-created'
  | 'io'
  | 'locked'
  | 'permission'
  | 'server-unreachable'
  | 'newer-version';

/** A broken run: says what happened, where, why, and what to do. Bad data is never an error but a diagnostic or a reject. */
export class ImporterError extends Error {
  override readonly name = 'ImporterError';
  readonly code: ImporterErrorCode;
  /** What the user can do about it, one sentence. */
  readonly remedy: string;

  constructor(code: ImporterErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}
