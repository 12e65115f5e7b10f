/** An element of a page. Its descendants are the nodes from `index + 1` to `end`. */
export interface PageElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly tag: string;
  /** Values as found; `PageTree.attribute` gives them after repair. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The attribute `id` as found; null for none. */
  readonly id: string | null;
  /** The words of `class`, in order. */
  readonly classes: readonly string[];
  /** `class` and `id` in lower case, between spaces, those with capitals inside also in parts: what a page calls the element. */
  readonly names: string;
  /** Segments of the attributes that hold text, by name. */
  readonly attributeSegments: Readonly<Record<string, number>> | null;
  readonly parent: PageElement | null;
  readonly depth: number;
  readonly index: number;
  readonly end: number;
  /** One attribute as found; null for none. Quicker than `attributes` where few are asked for. */
  attribute(name: string): string | null;
  /** True where it has that attribute. */
  has(name: string): boolean;
}

/** A text node, the text of a JSON-LD script (`data`), or a comment. Style sheets and other scripts have no node. */
export interface PageText {
  readonly kind: 'text' | 'data' | 'comment';
  readonly parent: PageElement | null;
  readonly index: number;
  /** White space around the segment, and the segment itself where it is none. */
  readonly before: string;
  readonly after: string;
  /** Index of the segment that holds the text; null for white space and comments. */
  readonly segment: number | null;
}

export type PageNode = PageElement | PageText;
