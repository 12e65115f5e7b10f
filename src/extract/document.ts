/** A page opened for reading: its segments are what repair looks at and what extraction reads afterwards. */
export interface PageDocument {
  readonly form: 'html' | 'text';
  /** Text nodes and attributes of a page in document order, or lines of a text; white space as found. */
  readonly segments: readonly string[];
}
