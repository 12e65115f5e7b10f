import { spend } from '../../text/work.js';
import { ElementIndex } from './element-index.js';
import { type FlatPage, parseFlat } from './flat-page.js';
import type { PageElement, PageNode, PageText } from './page-node.js';

export type { PageElement, PageNode, PageText } from './page-node.js';

const DIGIT = /\d/;

/** The page as one list of nodes in document order, with selectors over it. */
export class PageTree {
  readonly nodes: readonly PageNode[];
  /** Texts of the page in document order: text nodes and attributes, trimmed of ASCII white space. */
  readonly segments: readonly string[];
  /** Text nodes that print something, in document order. */
  readonly textNodes: readonly PageText[];
  private knownFigures: readonly PageText[] | null = null;
  private readonly texts: readonly string[];
  private readonly source: FlatPage;
  private readonly index: ElementIndex;

  constructor(source: FlatPage, index: ElementIndex, texts: readonly string[] = source.segments) {
    this.source = source;
    this.index = index;
    this.nodes = source.nodes;
    this.segments = source.segments;
    this.textNodes = source.textNodes;
    this.texts = texts;
  }

  /** The same page with other texts, one for each segment. */
  withTexts(texts: readonly string[]): PageTree {
    return new PageTree(this.source, this.index, texts);
  }

  /** Elements that match a CSS selector, in document order; none for a selector that is not understood. */
  find(selector: string, within: PageElement | null = null): readonly PageElement[] {
    const found = this.index.select(selector);
    spend(found.length);
    return within === null ? found : found.filter(({ index }) => index > within.index && index <= within.end);
  }

  /** The attribute after repair; null where there is none. */
  attribute(element: PageElement, name: string): string | null {
    const segment = element.attributeSegments?.[name];
    return segment === undefined ? element.attribute(name) : this.segmentText(segment);
  }

  /** Segment of an attribute, or null where the attribute is none. */
  segmentOf(element: PageElement, name: string): number | null {
    return element.attributeSegments?.[name] ?? null;
  }

  /** Text of a segment after repair. */
  segmentText(segment: number): string {
    return this.texts[segment] ?? '';
  }

  /** Text of a text node after repair, with the white space around it. */
  textOf(node: PageText): string {
    return node.segment === null ? node.before : node.before + this.segmentText(node.segment) + node.after;
  }

  /** The same without white space at its ends. */
  trimmedTextOf(node: PageText): string {
    return node.segment === null ? '' : this.segmentText(node.segment).trim();
  }

  /** Length of its segment after repair, 0 for white space. */
  lengthOf(node: PageText): number {
    return node.segment === null ? 0 : this.segmentText(node.segment).length;
  }

  /** Text nodes with a digit, in document order: most texts have none, and dates and counters do. */
  get figureNodes(): readonly PageText[] {
    this.knownFigures ??= this.textNodes.filter(
      ({ segment }) => segment !== null && DIGIT.test(this.segmentText(segment)),
    );
    return this.knownFigures;
  }

  /** Elements below `element`, or of the whole page, in document order. */
  elements(within: PageElement | null = null): readonly PageElement[] {
    if (within === null) return this.index.elements;
    spend(within.end - within.index);
    return this.nodes.slice(within.index + 1, within.end + 1).filter((node) => node.kind === 'element');
  }
}

/** Parses a page. Never throws; any text is a page. */
export function parsePage(text: string): PageTree {
  const page = parseFlat(text);
  return new PageTree(page, new ElementIndex(page.nodes));
}
