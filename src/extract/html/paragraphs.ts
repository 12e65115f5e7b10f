import { BLOCK_TAGS, type FoldedText, foldPieces, lengthOf, type Piece, pieceOf } from './folded-text.js';
import type { PageElement, PageNode, PageText, PageTree } from './page-tree.js';
import { hasEmptyLine, isPreformatted } from './preformatted.js';

/** A paragraph as a page shows it. */
export interface Paragraph extends FoldedText {
  /** The block it stands in. */
  readonly block: PageElement;
  /** Share of its text that links hold, from 0 to 1. */
  readonly linked: number;
  /** Texts of its nodes. */
  readonly parts: readonly string[];
  /** Position of its first node in the page. */
  readonly index: number;
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
/** What an editor without paragraphs puts before the first word of one: a line break before it parts it from the last. */
const INDENT = /^\s{0,8}\u00a0[\s\u00a0]{0,40}\S/;
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Paragraphs below an element in order, those elements that `skips` names left out. A block makes a paragraph, so do
 * two line breaks, and one before an indent; other single ones only where the element parts its lines in no other way.
 */
export function readParagraphs(
  tree: PageTree,
  element: PageElement,
  skips: (element: PageElement) => boolean,
): readonly Paragraph[] {
  const builder = new ParagraphBuilder(tree, element, hasLinesOnly(tree, element));
  for (let index = element.index + 1; index <= element.end; index += 1) {
    const node = tree.nodes[index];
    if (node === undefined) break;
    builder.leaveBlocks(node);
    if (node.kind === 'element' && skips(node)) index = builder.skip(node);
    else if (node.kind === 'element') builder.enter(node);
    else if (node.kind === 'text') builder.add(node);
  }
  return builder.finish();
}

/** Whether an element is a heading. */
export function isHeading(element: PageElement | undefined): boolean {
  return element !== undefined && HEADINGS.has(element.tag);
}

/** Old editors end each paragraph with one line break and know no other paragraphs. */
function hasLinesOnly(tree: PageTree, element: PageElement): boolean {
  let [breaks, row] = [0, 0];
  for (let index = element.index + 1; index <= element.end; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind === 'element') {
      if (node.tag === 'p') return false;
      row = node.tag === 'br' ? row + 1 : row;
      if (node.tag === 'br') breaks += 1;
      if (row > 1) return false;
    } else if (node?.kind === 'text' && node.segment !== null) {
      row = 0;
    }
  }
  return breaks >= 2;
}

class ParagraphBuilder {
  private readonly done: Paragraph[] = [];
  private readonly open: PageElement[];
  private readonly tree: PageTree;
  private readonly lines: boolean;
  private pieces: Piece[] = [];
  private first: PageText | null = null;
  private linkEnds = -1;
  private linkLength = 0;
  private breaks = 0;
  /** White space behind the last text. */
  private space = '';

  constructor(tree: PageTree, element: PageElement, lines: boolean) {
    this.tree = tree;
    this.lines = lines;
    this.open = [element];
  }

  leaveBlocks(node: PageNode): void {
    for (
      let last = this.open.at(-1);
      last !== undefined && this.open.length > 1 && last.end < node.index;
      last = this.open.at(-1)
    ) {
      this.flush();
      this.open.pop();
    }
  }

  enter(element: PageElement): void {
    if (element.tag === 'br') this.breakLine();
    else if (BLOCK_TAGS.has(element.tag)) {
      this.flush();
      this.open.push(element);
    } else if (CELLS.has(element.tag)) this.pieces.push({ text: ' ', segment: null });
    else if (element.tag === 'a' && !this.isOwnAnchor(element)) this.linkEnds = element.end;
  }

  /** `<h2><a href="#causes">Causes</a></h2>`: a heading leads to itself. */
  private isOwnAnchor(link: PageElement): boolean {
    return link.attribute('href')?.startsWith('#') === true && isHeading(this.open.at(-1));
  }

  skip(element: PageElement): number {
    if (BLOCK_TAGS.has(element.tag)) this.flush();
    return element.end;
  }

  add(node: PageText): void {
    if (hasEmptyLine(this.space + node.before) && isPreformatted(node.parent)) this.flush();
    this.space = node.after;
    const piece = pieceOf(this.tree, node);
    if (this.breaks > 0 && INDENT.test(this.tree.textOf(node))) this.flush();
    if (node.segment !== null) this.breaks = 0;
    this.pieces.push(piece);
    if (node.segment === null) return;
    this.first ??= node;
    if (node.index <= this.linkEnds) this.linkLength += lengthOf(this.tree.trimmedTextOf(node));
  }

  finish(): readonly Paragraph[] {
    this.flush();
    return this.done;
  }

  private breakLine(): void {
    this.breaks += 1;
    if (this.breaks > 1 || this.lines) this.flush();
    else this.pieces.push({ text: ' ', segment: null });
  }

  private flush(): void {
    const folded = foldPieces(this.pieces);
    const block = this.open.at(-1);
    if (folded.text !== '' && this.first !== null && block !== undefined) {
      const linked = Math.min(1, this.linkLength / folded.text.length);
      const parts = this.pieces.map(({ text }) => text.trim()).filter((part) => part !== '');
      this.done.push({ ...folded, block, linked, parts, index: this.first.index });
    }
    this.pieces = [];
    this.first = null;
    this.linkLength = 0;
    this.breaks = 0;
  }
}
