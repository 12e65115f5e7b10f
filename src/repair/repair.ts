import type { RepairedSegments } from '../model/page.js';
import type { RepairStep } from '../model/repair-step.js';
import { textCost } from '../text/letter-model.js';
import { type Change, toSteps } from './change.js';
import { damageOf, suspectedDamageOf } from './damage.js';
import { unescapeEntities } from './entities.js';
import { isAboutEncodings, isSuspect } from './gate.js';
import { openCopyFinder } from './page-copy.js';
import { type CharsetPair, swapCharset } from './swap.js';
import { unwindUtf8 } from './unwind.js';

/** Repairs the segments of one page: what decoding undoes, then what the page's own clean copy proves; marks what nobody can mend. */
export function repairSegments(texts: readonly string[]): RepairedSegments {
  const suspects = texts.flatMap((text, segment) => (isSuspect(text) && !isAboutEncodings(text) ? [segment] : []));
  if (suspects.length === 0) return { texts, steps: [] };
  const repaired = [...texts];
  const steps = new Map<number, readonly RepairStep[]>();
  const pairs = new Map<string, { readonly pair: CharsetPair; count: number }>();
  const undo = (segment: number, known: CharsetPair | null): void => {
    const changes = undoDecoding(repaired[segment] ?? '', known, pairs);
    const last = changes.at(-1);
    if (last === undefined) return;
    repaired[segment] = last.after;
    steps.set(segment, toSteps(segment, changes));
  };
  for (const segment of suspects) undo(segment, null);
  const known = commonest(pairs);
  if (known !== null) for (const segment of suspects) if (!steps.has(segment)) undo(segment, known);
  mendLossy(repaired, suspects, steps);
  return { texts: repaired, steps: suspects.flatMap((segment) => steps.get(segment) ?? []) };
}

function commonest(pairs: ReadonlyMap<string, { readonly pair: CharsetPair; count: number }>): CharsetPair | null {
  return [...pairs.values()].sort((a, b) => b.count - a.count)[0]?.pair ?? null;
}

/** What decoding undoes in one segment: entities, UTF-8 in wrong readers, one 8-bit charset for another. */
function undoDecoding(
  text: string,
  known: CharsetPair | null,
  pairs: Map<string, { readonly pair: CharsetPair; count: number }>,
): readonly Change[] {
  const changes: Change[] = [];
  const current = () => changes.at(-1)?.after ?? text;
  const entities = unescapeEntities(text);
  if (entities !== null) changes.push(entities);
  if (damageOf(current()) !== null) return changes;
  const unwound = unwindUtf8(current());
  const result = unwound.at(-1)?.after;
  if (result !== undefined && !isSuspect(result)) return [...changes, ...unwound];
  const swap = swapCharset(current(), known);
  if (swap === null || (result !== undefined && textCost(result) < textCost(swap.change.after)))
    return [...changes, ...unwound];
  const entry = pairs.get(swap.change.method) ?? { pair: swap.pair, count: 0 };
  entry.count += 1;
  pairs.set(swap.change.method, entry);
  return [...changes, swap.change];
}

/** Replaces damaged segments by their clean copy, marks those without one. */
function mendLossy(texts: string[], suspects: readonly number[], steps: Map<number, readonly RepairStep[]>): void {
  const finder = openCopyFinder([...texts]);
  for (const segment of suspects) {
    const before = texts[segment] ?? '';
    if (suspectedDamageOf(before) === null) continue;
    const after = finder.find(before);
    if (after === before || (after === null && damageOf(before) === null)) continue;
    const found = { segment, start: 0, before, after };
    const step: RepairStep =
      after === null
        ? { ...found, method: 'none', lossy: true, confidence: 0, applied: false }
        : { ...found, method: 'page-copy', lossy: true, confidence: 1, applied: true };
    if (after !== null) texts[segment] = after;
    steps.set(segment, [...(steps.get(segment) ?? []), step]);
  }
}
