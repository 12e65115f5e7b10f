import { foldSpaces } from '../../text/fold.js';
import { toWords, wordF1 } from '../../text/word-f1.js';
import { coverWith, distinct } from './cover.js';
import { textIn } from './folded-text.js';
import type { LabelledTree, LearntField } from './learnt.js';
import type { PageElement, PageTree } from './page-tree.js';
import { namesOf, proposeSelectors } from './propose-selectors.js';

/** Least F1 of the words of an element that holds the body. */
const LEAST = 0.6;
/** How much worse than the best element of a page a selector's may be. */
const SLACK = 0.02;
const MOST_PAGES = 8;
const MOST_ELEMENTS = 4;
/** Adverts and links are longer than a mark and a sign. */
const LEAST_TEXT = 3;

interface Judged {
  readonly tree: PageTree;
  readonly words: readonly string[];
  /** Elements that hold about the text of the label, with the F1 of their words, best first. */
  readonly holders: ReadonlyMap<PageElement, number>;
}

/** Selectors of the element that holds the text of the story. */
export function learnBody(pages: readonly LabelledTree[]): LearntField {
  const judged = pages.flatMap(({ tree, truth }) => {
    const body = truth.values.articleBody ?? [];
    return body.length === 0 ? [] : [judge(tree, body)];
  });
  const proposals = judged.slice(0, MOST_PAGES).flatMap(({ tree, holders }) => {
    const best = bestOf(holders);
    const near = [...holders].filter(([, score]) => score >= best - SLACK).slice(0, MOST_ELEMENTS);
    return near.flatMap(([element]) => proposeSelectors(tree, element));
  });
  const outcomes = distinct(proposals).map((proposal) => ({
    ...proposal,
    right: new Set(judged.filter((page) => isRight(page, proposal.selector))),
    isWrong: judged.some((page) => page.tree.find(proposal.selector).length > 0 && !isRight(page, proposal.selector)),
  }));
  const selectors = coverWith(outcomes.filter(({ isWrong }) => !isWrong));
  const right = judged.filter((page) => selectors.some((selector) => isRight(page, selector))).length;
  return { field: 'articleBody', selectors, right, labelled: judged.length };
}

/** Selectors of what stands inside the body on some pages and belongs to no story. */
export function learnNotBody(pages: readonly LabelledTree[], bodies: readonly string[]): LearntField {
  const judged = pages.flatMap(({ tree, truth }) => {
    const label = foldSpaces((truth.values.articleBody ?? []).join(' '));
    const body = bodies.flatMap((selector) => tree.find(selector).slice(0, 1))[0];
    if (label === '' || body === undefined) return [];
    const foreign = tree.elements(body).filter((element) => isForeign(textIn(tree, element), label));
    return [{ tree, body, label, foreign }];
  });
  const proposals = judged.flatMap(({ foreign }) => foreign.flatMap(namesOf));
  const outcomes = distinct(proposals).map((proposal) => ({
    ...proposal,
    right: new Set(
      judged.flatMap(({ tree, body, foreign }) =>
        tree.find(proposal.selector, body).filter((element) => foreign.includes(element)),
      ),
    ),
    isWrong: judged.some(({ tree, body, label }) =>
      tree.find(proposal.selector, body).some((element) => !isForeign(textIn(tree, element), label)),
    ),
  }));
  const selectors = coverWith(outcomes.filter(({ isWrong }) => !isWrong));
  const concerned = judged.filter(({ foreign }) => foreign.length > 0);
  const right = concerned.filter(({ tree, body, foreign }) => {
    const left = selectors.flatMap((selector) => tree.find(selector, body));
    return foreign.every((element) => left.some((one) => one.index <= element.index && element.end <= one.end));
  }).length;
  return { field: 'notBody', selectors, right, labelled: concerned.length };
}

/** Text that the label does not have. */
function isForeign(text: string, label: string): boolean {
  return text.length >= LEAST_TEXT && !label.includes(text);
}

function judge(tree: PageTree, body: readonly string[]): Judged {
  const words = toWords(body.join(' '));
  const length = body.join(' ').length;
  const holders = new Map<PageElement, number>();
  const lengths = textLengths(tree);
  for (const element of tree.elements()) {
    const own = (lengths[element.end + 1] ?? 0) - (lengths[element.index] ?? 0);
    if (own < length / 2 || own > length * 3) continue;
    const score = wordF1(toWords(textIn(tree, element)), words);
    if (score >= LEAST) holders.set(element, score);
  }
  return { tree, words, holders };
}

/** Characters of text before each node. */
function textLengths(tree: PageTree): readonly number[] {
  const sums = [0];
  for (const node of tree.nodes) {
    const own = node.kind === 'text' && node.segment !== null ? (tree.segments[node.segment]?.length ?? 0) : 0;
    sums.push((sums.at(-1) ?? 0) + own);
  }
  return sums;
}

/** Of what a selector finds, the longest is taken: it must be as good as the best element of the page. */
function isRight({ tree, holders }: Judged, selector: string): boolean {
  const longest = tree
    .find(selector)
    .reduce<PageElement | null>((a, b) => (a !== null && a.end - a.index >= b.end - b.index ? a : b), null);
  const score = longest === null ? 0 : (holders.get(longest) ?? 0);
  return score > 0 && score >= bestOf(holders) - SLACK;
}

function bestOf(holders: ReadonlyMap<PageElement, number>): number {
  return Math.max(0, ...holders.values());
}
