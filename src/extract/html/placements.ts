import type { Placement } from '../../model/extraction.js';
import { headlineKey } from '../text/same-text.js';
import { type FoldedText, lengthOf } from './folded-text.js';
import type { PageElement, PageTree } from './page-tree.js';

/** Texts of a record by the name of their field, in order: the first that holds a segment keeps it. */
export type PlacedFields = readonly (readonly [field: string, texts: readonly FoldedText[]])[];

/** Attributes that show a text of their own beside a picture. */
const IMAGE_ATTRIBUTES: readonly string[] = ['alt', 'title'];
/** Attributes that may hold a copy of the headline. */
const COPYING_ATTRIBUTES: readonly string[] = ['alt', 'title', 'content', 'aria-label'];
const SIGN = /[\p{L}\p{N}]/u;
/** Between the paragraphs of a body: two line feeds. */
const PARAGRAPH_GAP = 2;

/** Where each segment of the page ended up: in a field, in a copy of the headline, or beside a picture of the story. */
export function placeSegments(
  tree: PageTree,
  fields: PlacedFields,
  story: { readonly headline: string | null; readonly images: readonly PageElement[] },
): readonly Placement[] {
  const placed = new Map<number, Placement>();
  const place = (segment: number | null, field: string, start: number): void => {
    if (segment !== null && !placed.has(segment)) placed.set(segment, { segment, field, start });
  };
  for (const [field, texts] of fields) {
    let offset = 0;
    for (const { text, starts } of texts) {
      for (const { segment, start } of starts) place(segment, field, offset + start);
      if (field === 'articleBody') offset += lengthOf(text) + PARAGRAPH_GAP;
    }
  }
  for (const segment of copiesOf(tree, story.headline)) place(segment, 'headline-copy', 0);
  for (const image of story.images) {
    for (const name of IMAGE_ATTRIBUTES) place(tree.segmentOf(image, name), 'image-alt', 0);
  }
  return [...placed.values()].sort((a, b) => a.segment - b.segment);
}

/** Segments that print the headline once more: the alternative text of a picture, the breadcrumb, a meta tag. */
function copiesOf(tree: PageTree, headline: string | null): readonly number[] {
  if (headline === null) return [];
  const first = firstSign(headline);
  const key = headlineKey(headline);
  if (key === '') return [];
  const isCopy = (text: string): boolean =>
    Math.abs(text.length - headline.length) < 40 && firstSign(text) === first && headlineKey(text) === key;
  const found: number[] = [];
  for (const node of tree.textNodes) {
    if (node.segment !== null && isCopy(tree.trimmedTextOf(node))) found.push(node.segment);
  }
  for (const node of tree.elements()) {
    if (node.attributeSegments === null) continue;
    for (const name of COPYING_ATTRIBUTES) {
      const segment = tree.segmentOf(node, name);
      if (segment !== null && isCopy((tree.attribute(node, name) ?? '').trim())) found.push(segment);
    }
  }
  return found.sort((a, b) => a - b);
}

/** The first letter or digit: where it differs no key is asked for. */
function firstSign(text: string): string {
  return SIGN.exec(text)?.[0].toLowerCase() ?? '';
}
