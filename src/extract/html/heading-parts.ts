import { headlineKey } from '../text/same-text.js';
import { type FoldedText, foldedTextOf, textIn } from './folded-text.js';
import type { HeadlineCopies } from './headline-copies.js';
import type { PageElement, PageTree } from './page-tree.js';
import { isRubric } from './site-headings.js';

/** Names of rubrics that themes set into a heading. */
const RUBRIC_NAMES =
  /[\s_-](?:kick(?:er)?|over-?line|top-?line|dachzeile|eyebrow|super-?title|sur-?titre|ante-?titulo|antetítulo|volanta|cintillo|occhiello|rubric|rubrik|rubrique|section|category)(?=[\s_-])/;
/** Names of labels, of counters, of second lines and of what only screen readers say. */
const LABEL_NAMES =
  /[\s_-](?:label|badge|tag|flag|live|premium|icon|sr-only|visually-hidden|visuallyhidden|screen-reader-text|hidden|views?|views?-count|counter|sub-?title|sub-?headline)(?=[\s_-])/;
/** Tags of second lines. */
const LABEL_TAGS: ReadonlySet<string> = new Set(['small', 'button']);
const MOST_PARTS = 12;
/** Letters of a headline that is left, at the least. */
const SHORTEST = 12;
const SIGNS_BEFORE = /^[\s:|–—-]+/;
const SIGNS_BEHIND = /\s[\s:|–—-]*$/;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/**
 * The headline of a heading that holds a rubric, a label or a second line as well: without the parts that are named or
 * tagged as such, unless programs are told them too and the menu leads to none of them. Null where the heading is one text. A single copy that leaves out a
 * rubric proves nothing: papers print it as the beginning of the headline and tell programs the rest.
 */
export function withoutSetOff(tree: PageTree, heading: PageElement, copies: HeadlineCopies): FoldedText | null {
  const parts = setOffParts(tree, heading);
  if (parts.length === 0) return null;
  const whole = letters(textIn(tree, heading));
  const [told = '', og = '', title = ''] = [copies.told, copies.og, copies.title].map((copy) => letters(copy ?? ''));
  // What the menu calls a section is no part of the headline, whatever programs are told.
  const isSection = parts.every((part) => isRubric(tree, part));
  if (!isSection && (told.includes(whole) || og.includes(whole))) return null;
  const folded = foldedTextOf(tree, heading, parts);
  const text = folded.text.replace(SIGNS_BEFORE, '').replace(SIGNS_BEHIND, '');
  const rest = letters(text);
  const isSaid = rest !== '' && (rest === told || rest === og);
  if (isSaid && !isSection && parts.some(({ names }) => RUBRIC_NAMES.test(names))) return null;
  const isSaidWhole = !isSection && title.includes(whole);
  if (!isSaid && (isSaidWhole || rest.length < SHORTEST || rest.length * 2 < whole.length)) return null;
  return text === folded.text ? folded : { text, starts: [] };
}

/** Parts of a heading that are set off from its headline, and hold letters. */
function setOffParts(tree: PageTree, heading: PageElement): readonly PageElement[] {
  const parts: PageElement[] = [];
  for (let index = heading.index + 1; index <= heading.end && parts.length < MOST_PARTS; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind === 'element' && isSetOff(node) && letters(textIn(tree, node)) !== '') parts.push(node);
  }
  return parts;
}

function isSetOff({ tag, names }: PageElement): boolean {
  return LABEL_TAGS.has(tag) || RUBRIC_NAMES.test(names) || LABEL_NAMES.test(names);
}

function letters(text: string): string {
  return headlineKey(text).replace(NOT_LETTERS, '');
}
