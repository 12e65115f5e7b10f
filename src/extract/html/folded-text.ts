import { foldSpaces, isFolded } from '../../text/fold.js';
import { spend } from '../../text/work.js';
import type { PageElement, PageNode, PageText, PageTree } from './page-tree.js';

/** A piece of a field's text, and the segment it comes from. */
export interface Piece {
  readonly text: string;
  readonly segment: number | null;
}

/** Where the text of a segment begins in a field's text, in code points. */
export interface SegmentStart {
  readonly segment: number;
  readonly start: number;
}

/** A folded text that knows the segments it is made of. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly SegmentStart[];
}

/** Elements that stand on lines of their own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre section summary table ' +
    'tbody tfoot thead title tr ul'
  ).split(' '),
);
/** Elements that part words without parting paragraphs. */
const SPACED_TAGS: ReadonlySet<string> = new Set(['br', 'td', 'th', 'button', 'select', 'textarea', 'img', 'video']);
const SPACE = { text: ' ', segment: null } as const;
/** Joins pieces as they stand on the page, folds white space, and notes where each segment's text begins. */
export function foldPieces(pieces: readonly Piece[]): FoldedText {
  const starts: SegmentStart[] = [];
  let text = '';
  let length = 0;
  let isAfterSpace = true;
  let arePlain = true;
  for (const { text: raw, segment } of pieces) {
    spend(raw.length);
    const isPlain = isFolded(raw);
    arePlain &&= isPlain;
    let folded = isPlain ? raw : foldPiece(raw);
    if (isAfterSpace && folded.startsWith(' ')) folded = folded.slice(1);
    if (folded === '') continue;
    if (segment !== null) starts.push({ segment, start: folded.startsWith(' ') ? length + 1 : length });
    text += folded;
    length += isPlain ? folded.length : lengthOf(folded);
    isAfterSpace = folded.endsWith(' ');
  }
  return { text: (arePlain ? text : text.normalize('NFC')).trim(), starts };
}

/** A text with its white space folded, that at its ends kept as one space. */
function foldPiece(text: string): string {
  // The sign in front keeps the white space at the beginning from being trimmed, the one behind that at the end.
  return foldSpaces(`|${text}|`).slice(1, -1);
}

const HAS_SURROGATE = /[\ud800-\udfff]/;

/** Number of code points. */
export function lengthOf(text: string): number {
  if (!HAS_SURROGATE.test(text)) return text.length;
  let surrogates = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xdc00 && unit < 0xe000) surrogates += 1;
  }
  return text.length - surrogates;
}

/** The whole text below an element, folded, the elements `without` left out; a space stands wherever a block or a line begins. */
export function foldedTextOf(tree: PageTree, element: PageElement, without: readonly PageElement[] = []): FoldedText {
  const pieces: Piece[] = [];
  spend(8 * (element.end - element.index));
  for (let index = element.index + 1; index <= element.end; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind === 'element' && without.length > 0 && without.includes(node)) {
      pieces.push(SPACE);
      index = node.end;
      continue;
    }
    if (node?.kind === 'element' ? isSpaced(node) : node !== undefined && parts(node, tree.nodes[index - 1]))
      pieces.push(SPACE);
    if (node?.kind === 'text') pieces.push(pieceOf(tree, node));
  }
  return foldPieces(pieces);
}

/** The whole text below an element, white space folded. */
export function textIn(tree: PageTree, element: PageElement): string {
  return foldedTextOf(tree, element).text;
}

/** Text of an attribute, folded; null where the attribute is none or empty. */
export function attributeText(tree: PageTree, element: PageElement, name: string): FoldedText | null {
  const value = tree.attribute(element, name);
  const folded = value === null ? null : foldPieces([{ text: value, segment: tree.segmentOf(element, name) }]);
  return folded === null || folded.text === '' ? null : folded;
}

/** A text node as a piece, the white space around its segment folded. */
export function pieceOf(tree: PageTree, { before, after, segment }: PageText): Piece {
  const text = segment === null ? '' : tree.segmentText(segment);
  return { text: (before === '' ? '' : ' ') + text + (after === '' ? '' : ' '), segment };
}

/** Whether anything is printed below an element. */
export function isPrinted(tree: PageTree, { index, end }: PageElement): boolean {
  for (let at = index + 1; at <= end; at += 1) {
    spend(1);
    const node = tree.nodes[at];
    if (node?.kind === 'text' && node.segment !== null && foldSpaces(tree.segmentText(node.segment)) !== '')
      return true;
  }
  return false;
}

function isSpaced(element: PageElement): boolean {
  return BLOCK_TAGS.has(element.tag) || SPACED_TAGS.has(element.tag);
}

/** Whether a block, or a cell, has ended between two nodes that follow each other. */
function parts(node: PageNode, previous: PageNode | undefined): boolean {
  let ended = previous?.kind === 'element' ? previous : (previous?.parent ?? null);
  while (ended !== null && ended.end < node.index) {
    if (isSpaced(ended)) return true;
    ended = ended.parent;
  }
  return false;
}
