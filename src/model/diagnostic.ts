/** Something noticed about one page that its reader should know. Bad data is a value, not an exception. */
export interface Diagnostic {
  /** Stable kebab-case name of what was noticed, e.g. `ambiguous-counters`. */
  readonly code: string;
  /** One sentence for a person. Holds at most 200 characters of page text. */
  readonly message: string;
}
