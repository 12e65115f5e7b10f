/** Name of what was done to a damaged text; `none` marks damage that nobody can mend. */
export type RepairMethod = string;

/** One replacement in one segment (a line of a text, a text node or an attribute of a page). */
export interface RepairStep {
  /** Index of the segment in the page. */
  readonly segment: number;
  /** First code point of `before`, counted in the segment as this step found it (all earlier steps applied). */
  readonly start: number;
  readonly before: string;
  /** What stands there instead; null where the damage cannot be mended (`method` is `none`). */
  readonly after: string | null;
  readonly method: RepairMethod;
  /** True when `before` had lost bytes, so that `after` was found by evidence and not by decoding. */
  readonly lossy: boolean;
  /** From 0 to 1. */
  readonly confidence: number;
  /** False for a proposal: `before` still stands in the text. */
  readonly applied: boolean;
}

/** A repair as the record shows it: placed in the field in which its segment ended up. */
export interface Repair {
  /** `headline`, `lead`, `articleBody`, `headline-copy`, `image-alt` …; `page` where no field holds the segment. */
  readonly field: string;
  /** Position in the order of all steps of the page, from 1. Undo runs backwards. */
  readonly seq: number;
  /** Code points from the beginning of the field's text (`articleBody`: paragraphs joined by two line feeds). */
  readonly start: number;
  readonly before: string;
  readonly after: string | null;
  readonly method: RepairMethod;
  readonly lossy: boolean;
  readonly confidence: number;
  readonly applied: boolean;
}
