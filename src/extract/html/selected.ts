import { attributeText, type FoldedText, foldedTextOf } from './folded-text.js';
import type { PageElement, PageTree } from './page-tree.js';

/** What a selector of a layout finds. */
export interface Selected {
  readonly element: PageElement;
  readonly text: FoldedText;
}

const ATTRIBUTE = /::attr\(([\w:-]{1,40})\)$/;

/** Elements, or their attributes (`::attr(name)`), of the first selector that finds any text. */
export function selectTexts(
  tree: PageTree,
  selectors: readonly string[] | undefined,
  within: PageElement | null = null,
): readonly Selected[] {
  for (const selector of selectors ?? []) {
    const attribute = ATTRIBUTE.exec(selector)?.[1];
    const found = tree.find(selector.replace(ATTRIBUTE, ''), within).map((element) => {
      const text = attribute === undefined ? foldedTextOf(tree, element) : attributeText(tree, element, attribute);
      return { element, text: text ?? { text: '', starts: [] } };
    });
    const full = found.filter(({ text }) => text.text !== '');
    if (full.length > 0) return full;
  }
  return [];
}

/** The first of them. */
export function selectText(
  tree: PageTree,
  selectors: readonly string[] | undefined,
  within: PageElement | null = null,
): Selected | null {
  return selectTexts(tree, selectors, within)[0] ?? null;
}
