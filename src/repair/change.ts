import type { RepairStep } from '../model/repair-step.js';
import { codePointLength } from './plan.js';

/** A segment before and after one fixer went over it. */
export interface Change {
  readonly method: string;
  readonly before: string;
  readonly after: string;
}

interface Place {
  /** First code unit that changed. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
  readonly method: string;
}

/** The steps of one segment from the changes made to it one after the other; places that do not touch are put from left to right. */
export function toSteps(segment: number, changes: readonly Change[]): readonly RepairStep[] {
  const places = changes.map(toPlace);
  for (let end = places.length; end > 1; end -= 1) {
    for (let index = 1; index < end; index += 1) exchangeIfLeft(places, index);
  }
  let text = changes[0]?.before ?? '';
  return places.map(({ start, before, after, method }) => {
    const step = { segment, start: codePointLength(text.slice(0, start)), before, after, method };
    text = text.slice(0, start) + after + text.slice(start + before.length);
    return { ...step, lossy: false, confidence: 1, applied: true };
  });
}

/** The words that changed: what is common at both ends is left out, up to white space. */
function toPlace({ before, after, method }: Change): Place {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  while (start > 0 && !isSpace(before[start - 1])) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  while (end > 0 && !isSpace(before[before.length - end])) end -= 1;
  return {
    start,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
    method,
  };
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t';
}

function exchangeIfLeft(places: Place[], index: number): void {
  const first = places[index - 1];
  const second = places[index];
  if (first === undefined || second === undefined || second.start + second.before.length > first.start) return;
  const shift = second.after.length - second.before.length;
  places[index - 1] = second;
  places[index] = { ...first, start: first.start + shift };
}
