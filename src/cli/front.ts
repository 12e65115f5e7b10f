/** The exit code that a command leaves behind. */
export interface Outcome {
  code: number;
}

/** What every command gets besides its flags. */
export interface Front {
  readonly outcome: Outcome;
  readonly argv: readonly string[];
  readonly version: string;
}
