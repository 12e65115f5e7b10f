import type { PageDocument } from '../document.js';
import { type PageTree, parsePage } from './page-tree.js';

/** A page of markup, opened. */
export interface HtmlDocument extends PageDocument {
  readonly form: 'html';
  readonly tree: PageTree;
}

/**
 * Opens markup: its segments are the text nodes outside scripts and style sheets, the attributes that hold text, and
 * the texts of JSON-LD scripts, in document order.
 */
export function openHtml(text: string): HtmlDocument {
  const tree = parsePage(text);
  return { form: 'html', segments: tree.segments, tree };
}
