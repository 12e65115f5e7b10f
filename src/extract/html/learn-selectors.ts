import { coverWith, distinct } from './cover.js';
import { type FieldReader, fieldReaders, labelOf, ownText } from './field-readers.js';
import { learnBody, learnNotBody } from './learn-body.js';
import type { LabelledTree, LearntField } from './learnt.js';
import type { PageElement, PageTree } from './page-tree.js';
import { type ProposedSelector, proposeSelectors } from './propose-selectors.js';
import { type Selected, selectTexts } from './selected.js';

/** Longer texts are no value of a small field. */
const LONGEST_VALUE = 400;
/** Pages whose elements are looked at for proposals; the other pages only judge them. */
const MOST_PAGES = 8;
const MOST_ELEMENTS = 12;

/** For each labelled field the shortest lasting selectors that give the label's value on every page, and a wrong one on none. */
export function learnSelectors(pages: readonly LabelledTree[]): readonly LearntField[] {
  const body = learnBody(pages);
  const learnt = [
    ...fieldReaders.map((reader) => learnField(pages, reader)),
    body,
    ...(body.selectors.length === 0 ? [] : [learnNotBody(pages, body.selectors)]),
  ];
  return learnt.filter(({ labelled }) => labelled > 0);
}

function learnField(pages: readonly LabelledTree[], reader: FieldReader): LearntField {
  const judged = pages.flatMap(({ tree, truth }) => {
    const label = labelOf(truth, reader);
    return label === undefined ? [] : [{ tree, label }];
  });
  const shown = judged.filter(({ label }) => label !== null);
  const proposals = shown.slice(0, MOST_PAGES).flatMap(({ tree, label }) => proposalsFor(tree, label, reader));
  const outcomes = distinct(proposals).map((proposal) => ({
    ...proposal,
    right: new Set(shown.filter(({ tree, label }) => reader.read(selectTexts(tree, [proposal.selector])) === label)),
    isWrong: judged.some(({ tree, label }) => isWrong(selectTexts(tree, [proposal.selector]), label, reader)),
  }));
  const selectors = coverWith(outcomes.filter(({ isWrong }) => !isWrong));
  const right = shown.filter(({ tree, label }) => reader.read(selectTexts(tree, selectors)) === label).length;
  return { field: reader.field, selectors, right, labelled: shown.length };
}

/** Any other text than the label's keeps the selectors after it from being asked; where there is no label, any value is one too many. */
function isWrong(selected: readonly Selected[], label: string | null, { read }: FieldReader): boolean {
  const value = read(selected);
  return label === null ? value !== null : selected.length > 0 && value !== label;
}

function proposalsFor(tree: PageTree, label: string | null, reader: FieldReader): readonly ProposedSelector[] {
  const holders = tree.elements().filter((element) => isSmall(tree, element));
  const byText = holders.filter((element) => isListItem(tree, element, label, reader));
  const attributes = reader.attributes.flatMap((name) =>
    tree
      .elements()
      .filter((element) => element.attributes[name] !== undefined)
      .flatMap((element) => {
        const selected = selectTextOf(tree, element, name);
        return reader.read(selected) === label ? [{ element, name }] : [];
      })
      .slice(0, MOST_ELEMENTS),
  );
  return [
    ...byText.slice(0, MOST_ELEMENTS).flatMap((element) => proposeSelectors(tree, element)),
    ...attributes.flatMap(({ element, name }) =>
      proposeSelectors(tree, element).map(({ selector, cost }) => ({
        selector: `${selector}::attr(${name})`,
        cost: cost + 1,
      })),
    ),
  ];
}

function selectTextOf(tree: PageTree, element: PageElement, name: string) {
  const text = tree.attribute(element, name) ?? '';
  return text.length > LONGEST_VALUE ? [] : [{ element, text: { text: text.trim(), starts: [] } }];
}

/** Whether an element holds the value, or one of the values of a list. */
function isListItem(tree: PageTree, element: PageElement, label: string | null, reader: FieldReader): boolean {
  const value = reader.read([ownText(tree, element)]);
  if (value === null || label === null) return false;
  return value === label || (reader.field === 'keywords' && label.split('\n').includes(value));
}

function isSmall(tree: PageTree, element: PageElement): boolean {
  let length = 0;
  for (let index = element.index + 1; index <= element.end && length <= LONGEST_VALUE; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind === 'text' && node.segment !== null) length += tree.segments[node.segment]?.length ?? 0;
  }
  return length <= LONGEST_VALUE;
}
