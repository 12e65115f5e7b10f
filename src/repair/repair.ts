import type { RepairedSegments } from '../model/page.js';
import type { RepairStep } from '../model/repair-step.js';
import { textCost } from '../text/letter-model.js';
import { cyrillicCost } from '../text/neighbour-model.js';
import { type Change, toSteps } from './change.js';
import { damageOf, suspectedDamageOf } from './damage.js';
import { unescapeEntities } from './entities.js';
import { readEscapes, readPercents } from './escapes.js';
import { isAboutEncodings, isSuspect, withoutQuotes } from './gate.js';
import { readKyrgyzFont } from './kyrgyz-font.js';
import { isUndecided, unwindLowered } from './letter-case.js';
import { type CopyFinder, openCopyFinder } from './page-copy.js';
import { typeMarks } from './stray-controls.js';
import { type CharsetPair, type Swap, swapCharset } from './swap.js';
import { countUnits, unwindUtf8, unwindWhole } from './unwind.js';
import { isSoundWestern } from './western.js';

/** Damages of different kinds in one segment. */
const MOST_ROUNDS = 6;
/** Characters of UTF-8 shown byte by byte that nobody writes as an example. */
const LONG_STRETCH = 16;

/** Charset pairs that a page has shown, by method, with the number of segments. */
type PairTally = Map<string, { readonly pair: CharsetPair; readonly count: number }>;

/** Repairs the segments of one page: what decoding undoes, then what the page's own clean copy proves; marks what nobody can mend. */
export function repairSegments(texts: readonly string[]): RepairedSegments {
  const suspects = texts.flatMap((text, segment) => (isSuspect(text) && !isMeant(text) ? [segment] : []));
  if (suspects.length === 0) return { texts, steps: [] };
  const repaired = [...texts];
  const steps = new Map<number, readonly RepairStep[]>();
  const pairs: PairTally = new Map();
  const undo = (segment: number, known: CharsetPair | null): void => {
    const changes = undoAll(repaired[segment] ?? '', known, pairs);
    const last = changes.at(-1);
    if (last === undefined) return;
    repaired[segment] = last.after;
    steps.set(segment, toSteps(segment, changes));
  };
  // What is sound by itself is looked at only where the page shows how it was damaged.
  const doubtful = suspects.filter((segment) => !isSoundWestern(texts[segment] ?? ''));
  for (const segment of doubtful) undo(segment, null);
  const known = commonest(pairs);
  if (known !== null) for (const segment of suspects) if (!steps.has(segment)) undo(segment, known);
  mendLossy(repaired, doubtful, steps);
  return { texts: repaired, steps: suspects.flatMap((segment) => steps.get(segment) ?? []) };
}

/** True for a text about encodings that shows some signs for what they are; a long damaged stretch outside quotes is no example. */
function isMeant(text: string): boolean {
  return isAboutEncodings(text) && countUnits(withoutQuotes(text)) < LONG_STRETCH;
}

function commonest(pairs: PairTally): CharsetPair | null {
  return [...pairs.values()].sort((a, b) => b.count - a.count)[0]?.pair ?? null;
}

/** Undoes one damage after the other: parts of a line may have come different ways. */
function undoAll(text: string, known: CharsetPair | null, pairs: PairTally): readonly Change[] {
  const changes: Change[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const current = changes.at(-1)?.after ?? text;
    const found = round > 0 && !isSuspect(current) ? [] : undoDecoding(current, known, pairs);
    if (found.length === 0) break;
    changes.push(...found);
  }
  return changes;
}

/** What decoding undoes in one segment: escapes, UTF-8 in wrong readers, one 8-bit charset for another. */
function undoDecoding(text: string, known: CharsetPair | null, pairs: PairTally): readonly Change[] {
  const start = undoEscapes(text);
  const current = start.at(-1)?.after ?? text;
  if (isUndecided(current)) return start;
  const whole = unwindLowered(current) ?? unwindWhole(current);
  if (whole !== null) return [...start, whole];
  if (isLossyCyrillic(current)) return start;
  const unwound = unwindUtf8(current);
  const result = unwound.at(-1)?.after ?? current;
  const swap = unwound.length > 0 && !isSuspect(result) ? null : chooseSwap(current, known);
  if (swap === null || (unwound.length > 0 && textCost(result) < textCost(swap.change.after))) {
    const rest = typeMarks(result) ?? readKyrgyzFont(result);
    return [...start, ...unwound, ...(rest === null ? [] : [rest])];
  }
  const { method } = swap.change;
  pairs.set(method, { pair: swap.pair, count: (pairs.get(method)?.count ?? 0) + 1 });
  return [...start, swap.change];
}

/** One charset for another, unless a Kyrgyz font explains the text better. */
function chooseSwap(text: string, known: CharsetPair | null): Swap | null {
  const swap = swapCharset(text, known);
  const font = swap === null ? null : readKyrgyzFont(text);
  if (swap === null || font === null) return swap;
  return cyrillicCost(font.after).cost < cyrillicCost(swap.change.after).cost ? null : swap;
}

/** Letters written in signs of ASCII: as entities, as programs escape them, as addresses do. */
function undoEscapes(text: string): readonly Change[] {
  const changes: Change[] = [];
  for (const read of [unescapeEntities, readEscapes, readPercents]) {
    const change = read(changes.at(-1)?.after ?? text);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** Leads of Cyrillic in a text that lost bytes: what is left of each letter is needed to find it again. */
const CYRILLIC_LEADS = /[ÐÑÒÓ\u0400-\u052f]/;

function isLossyCyrillic(text: string): boolean {
  const kind = damageOf(text);
  return kind !== null && (kind !== 'replacement-characters' || CYRILLIC_LEADS.test(text));
}

/** A lead at the end of a line: its second byte was U+0085, which broke the line. */
const CUT_CHARACTER = /[ÐÑÒÓ]\s*$/;

/** Line breaks in one line of text. */
const MOST_PARTS = 8;

/** Replaces damaged segments by their clean copy, marks those without one. */
function mendLossy(texts: string[], suspects: readonly number[], steps: Map<number, readonly RepairStep[]>): void {
  const damaged = new Set(suspects.filter((segment) => isDamaged(texts[segment] ?? '')));
  if (damaged.size === 0) return;
  const finder = openCopyFinder([...texts]);
  const broken = brokenLines(texts, damaged, finder);
  const isCut = texts.map((text) => CUT_CHARACTER.test(text));
  for (const segment of damaged) {
    const before = texts[segment] ?? '';
    const loose = { start: isCut[segment - 1] ?? false, end: isCut[segment] ?? false };
    const after = broken.get(segment) ?? finder.find(before, loose) ?? findBehindMarks(before, finder);
    if (after === before || (after === null && damageOf(before) === null)) continue;
    if (after !== null) texts[segment] = after;
    steps.set(segment, [...(steps.get(segment) ?? []), toLossyStep(segment, before, after)]);
  }
}

/** Marks of a path before a headline, as a breadcrumb has them, the last of them perhaps damaged themselves. */
const PATH_MARKS = /^(?:\s*(?:Â?[»›]|>{1,2}|[|/•·]))+\s*/;

/** The clean copy of a headline behind the marks of a breadcrumb, with the marks before it. */
function findBehindMarks(damaged: string, finder: CopyFinder): string | null {
  const marks = PATH_MARKS.exec(damaged)?.[0] ?? '';
  const copy = marks === '' ? null : finder.find(damaged.slice(marks.length));
  return copy === null ? null : marks.replaceAll('Â', '') + copy;
}

function isDamaged(text: string): boolean {
  return isSuspect(text) && suspectedDamageOf(text) !== null;
}

function toLossyStep(segment: number, before: string, after: string | null): RepairStep {
  const found = { segment, start: 0, before, after, lossy: true };
  return after === null
    ? { ...found, method: 'none', confidence: 0, applied: false }
    : { ...found, method: 'page-copy', confidence: 1, applied: true };
}

/** The texts of damaged segments that were one line, by segment. */
function brokenLines(
  texts: readonly string[],
  damaged: ReadonlySet<number>,
  finder: CopyFinder,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const first of damaged) {
    if (found.has(first)) continue;
    let last = first;
    while (CUT_CHARACTER.test(texts[last] ?? '') && last + 1 < texts.length && last - first < MOST_PARTS) last += 1;
    if (last === first) continue;
    const parts = finder.findBroken(texts.slice(first, last + 1)) ?? [];
    for (const [index, part] of parts.entries()) if (damaged.has(first + index)) found.set(first + index, part);
  }
  return found;
}
