import type { RepairStep } from '../model/repair-step.js';

/** Replays applied steps on the segments they were made for. */
export function applySteps(texts: readonly string[], steps: readonly RepairStep[]): string[] {
  return steps.reduce((current, step) => replace(current, step, 'forwards'), [...texts]);
}

/** Takes applied steps back, last first, byte for byte. */
export function undoSteps(texts: readonly string[], steps: readonly RepairStep[]): string[] {
  return steps.reduceRight((current, step) => replace(current, step, 'backwards'), [...texts]);
}

function replace(texts: string[], step: RepairStep, direction: 'forwards' | 'backwards'): string[] {
  const text = texts[step.segment];
  if (!step.applied || step.after === null || text === undefined) return texts;
  const [from, to] = direction === 'forwards' ? [step.before, step.after] : [step.after, step.before];
  const start = unitIndex(text, step.start);
  texts[step.segment] = text.slice(0, start) + to + text.slice(start + from.length);
  return texts;
}

/** Index in code units of a place counted in code points. */
function unitIndex(text: string, codePoints: number): number {
  let index = 0;
  for (let count = 0; count < codePoints && index < text.length; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** Number of code points. */
export function codePointLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index += 1;
    length += 1;
  }
  return length;
}
