import { readCount, readLabelledCount } from '../fields/count.js';
import { readCountWord } from '../fields/count-labels.js';
import type { Candidate } from './candidate.js';
import { type CounterKind, ICON_TAGS, iconKind } from './counter-names.js';
import { BLOCK_TAGS } from './folded-text.js';
import type { PageText, PageTree } from './page-tree.js';
import { closest } from './reading.js';

/** A counter that was found, and what it counts. */
export interface FoundCounter extends Candidate<number> {
  readonly kind: CounterKind;
}

const LONGEST = 60;
/** A line with date, category and counters. */
export const LONGEST_LINE = 200;
/** What parts the counters of a line, or stands at its edges. */
const BETWEEN =
  /\s*[|•·;]\s*|\s+[/–—]\s+|\s{2,}|,\s+(?=\p{Lu}|\d[\d ]*\s\p{L})|\s+(?=[\u{1f440}\u{1f441}\u{1f4ac}\u{1f5e8}-\u{1f5ea}])/u;
/** `24 маусым 2019 ж. Қаралды: 1 109 Пікірлер: 2`. */
const LABEL_BEFORE = /\p{L}{3,20}:[ \u00a0]{0,3}\d[\d \u00a0\u2009\u202f]{0,12}/gu;
const DASH_BEHIND_WORD = /(\p{L}{3,20}) [–—] (?=\d)/gu;
const SIGN_BEHIND = /[/|•·;–—]$/;
const EDGES = /^[\s/|•·;,()-]+|[\s/|•·;,()-]+$/g;
/** Nodes between a figure and its icon or label. */
const MOST_STEPS = 4;

/** Counters of a text: those that it labels itself, else its figure by the icon or the label beside it. */
export function readText(tree: PageTree, node: PageText, text: string): readonly FoundCounter[] {
  const base = { layer: 'heuristic' as const };
  const pieces = (text.includes(' — ') || text.includes(' – ') ? text.replace(DASH_BEHIND_WORD, labelOf) : text).split(
    BETWEEN,
  );
  const labelled = [...pieces, ...(pieces.length === 1 ? (text.match(LABEL_BEFORE) ?? []) : [])].map(readLabelledCount);
  const found = labelled.filter((counter) => counter !== null);
  const named = found.map(({ kind, count }) => ({
    ...base,
    kind,
    value: count,
    rule: 'label-in-line',
    score: 0.8,
  }));
  // `<i class="eye"></i> 12 | Пікірлер: 3`: the figure right behind the icon.
  const [first = ''] = pieces.filter((piece) => piece !== '');
  const value = readLabelledCount(first) === null ? readCount(first.replace(EDGES, '')) : null;
  if (value === null) return named;
  const icon = kindOfIcon(tree, node);
  if (icon !== null) return [...named, { ...base, kind: icon, value, rule: 'counter-icon', score: 0.75 }];
  if (named.length > 0) return named;
  const kind = kindOfLabel(tree, node);
  return kind === null ? [] : [{ ...base, kind, value, rule: 'label-beside', score: 0.72 }];
}

/** «Қаралым саны — 12»: a dash between a label and its figure parts nothing. */
function labelOf(whole: string, word: string): string {
  return readCountWord(word) === null ? whole : `${word}: `;
}

/** `<i class="eye"></i> 12`, `<i class="eye"></i><b>12</b>`: what the icon right before a figure shows. */
function kindOfIcon(tree: PageTree, node: PageText): CounterKind | null {
  for (let index = node.index - 1; index >= node.index - MOST_STEPS; index -= 1) {
    const before = tree.nodes[index];
    if (before?.kind !== 'element') return null;
    if (before.end < node.index) return ICON_TAGS.has(before.tag) ? iconKind([before]) : null;
  }
  return null;
}

/** `Қаралды <b>12</b>`, `<span>Қаралды:</span> <b>12</b>`, `<b>12</b> рет қаралды`: the label in the text before a figure, else behind it. */
function kindOfLabel(tree: PageTree, node: PageText): CounterKind | null {
  const before = textBeside(tree, node, -1);
  const label = before === null ? null : labelIn(tree, before, -1);
  return label === null || isTaken(tree, before) ? behind(tree, node) : label;
}

/** «<b>12</b> қаралды <b>3</b> пікір»: whether a label in front of a figure is that of the figure before it. */
function isTaken(tree: PageTree, label: PageText | null): boolean {
  const figure = label === null ? null : textBeside(tree, label, -1);
  if (label === null || figure === null || !isFigure(tree, figure) || behind(tree, figure) === null) return false;
  const other = textBeside(tree, figure, -1);
  return other === null || labelIn(tree, other, -1) === null;
}

function behind(tree: PageTree, node: PageText): CounterKind | null {
  // `<i class="heart"></i> 17 / <i>visibility</i>`: what stands behind a sign, or a figure with an icon, is another's.
  const icon = tree.nodes[node.index - 1];
  if (SIGN_BEHIND.test(tree.textOf(node).trim()) || (icon?.kind === 'element' && icon.end === icon.index)) return null;
  const after = textBeside(tree, node, 1);
  return after === null || !sharesBlock(node, after) ? null : labelIn(tree, after, 1);
}

/** Whether two texts stand in one block, or in two side by side: the year of a date stands in a block of its own. */
function sharesBlock(a: PageText, b: PageText): boolean {
  const [first, second] = [a, b].map(({ parent }) => closest(parent, ({ tag }) => BLOCK_TAGS.has(tag)));
  return first === second || (first?.parent ?? null) === (second?.parent ?? null);
}

/** The label at the end, or at the beginning, of a text. */
function labelIn(tree: PageTree, node: PageText, step: 1 | -1): CounterKind | null {
  const text = tree.textOf(node).trim();
  // A sign at the very end parts the label from the figure, as it does between white space.
  const piece = text.length > LONGEST_LINE ? '' : (` ${text} `.split(BETWEEN).at(step < 0 ? -1 : 0) ?? '');
  return /\d/.test(piece) ? null : (readLabelledCount(`${piece} 1`)?.kind ?? null);
}

function isFigure(tree: PageTree, node: PageText): boolean {
  const text = tree.textOf(node).trim();
  return text.length <= LONGEST && readCount(text.replace(EDGES, '')) !== null;
}

/** The next text in either direction, a few nodes away at the most. */
function textBeside(tree: PageTree, node: PageText, step: 1 | -1): PageText | null {
  for (let index = node.index + step; Math.abs(index - node.index) <= MOST_STEPS; index += step) {
    const other = tree.nodes[index];
    if (other?.kind === 'text' && other.segment !== null) return other;
  }
  return null;
}
