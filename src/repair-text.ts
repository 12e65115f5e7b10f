import { decode } from './decode/decode.js';
import type { RepairStep } from './model/repair-step.js';
import { repairSegments } from './repair/repair.js';
import type { RestoreKnowledge } from './settle/knowledge.js';
import { applyParts, type LineRestoration, type RestoredPart, restoreLines } from './settle/restore-lines.js';

export { SURE } from './settle/confidence.js';

export interface RepairTextOptions {
  /** Charset label that overrides all evidence. */
  readonly charset: string | null;
  /** What is known of words and letters, asked for only where bytes were lost; it is given the clean lines of the text. */
  readonly knowledge: (cleanLines: readonly string[]) => RestoreKnowledge;
  /** From which confidence on a lost letter is put in; what is less sure stays a proposal. */
  readonly leastConfidence: number;
}

/** One change of a line: what stood there, and what stands there now or is proposed. */
export type LineRepair = Pick<RepairStep, 'before' | 'after' | 'method' | 'lossy' | 'confidence' | 'applied'>;

/** A text after repair. */
export interface RepairedText {
  /** Its lines without their ends; as many as before. */
  readonly lines: readonly string[];
  /** What was done to a line or is proposed, by its index, in order of place; only lines that hold damage. */
  readonly repairs: ReadonlyMap<number, readonly LineRepair[]>;
  /** What ended a line: LF, CRLF, or nothing where the text ends without one. */
  readonly endOf: (line: number) => string;
  /** True where nothing changed and the text was UTF-8: its bytes are the result. */
  readonly isAsFound: boolean;
}

/** Steps of a confidence from 0 to 1 that mean something; rounded down, so that none seems surer than it is. */
const CONFIDENCE_STEPS = 1e6;
/** Damage that the page alone cannot mend. */
const UNMENDED = 'none';

/** Repairs a plain text: what decoding undoes, what a clean copy in the same text proves, what words and context tell. */
export function repairText(bytes: Uint8Array, options: RepairTextOptions): RepairedText {
  const { text, charset } = decode(bytes, { given: options.charset, declared: null, mediaType: 'text/plain' });
  const { lines: found, endOf } = splitLines(text);
  const { texts, steps } = repairSegments(found);
  const byLine = stepsByLine(steps);
  const restored = restoreUnmended(texts, byLine, options);
  const lines = [...texts];
  const repairs = new Map<number, readonly LineRepair[]>();
  for (const [index, line] of byLine) {
    const { text: after, repairs: done } = repairLine(texts[index] ?? '', line, {
      restored: restored.get(index) ?? null,
      options,
    });
    lines[index] = after;
    repairs.set(index, done);
  }
  return { lines, repairs, endOf, isAsFound: repairs.size === 0 && charset.used === 'utf-8' };
}

/** Only LF and CRLF end a line: damaged lines may hold U+0085. */
function splitLines(text: string): Pick<RepairedText, 'endOf'> & { readonly lines: readonly string[] } {
  const parts = text.split('\n');
  const endsWhole = parts.at(-1) === '';
  if (endsWhole) parts.pop();
  const last = parts.length - 1;
  const hasReturns = text.includes('\r');
  const lines = hasReturns ? parts.map((part, index) => (isReturned(part, index) ? part.slice(0, -1) : part)) : parts;
  return {
    lines,
    endOf: (line) => (isReturned(parts[line] ?? '', line) ? '\r\n' : line < last || endsWhole ? '\n' : ''),
  };

  function isReturned(part: string, index: number): boolean {
    return hasReturns && part.endsWith('\r') && (index < last || endsWhole);
  }
}

function stepsByLine(steps: readonly RepairStep[]): ReadonlyMap<number, readonly RepairStep[]> {
  const lines = new Map<number, RepairStep[]>();
  for (const step of steps) {
    const found = lines.get(step.segment);
    if (found) found.push(step);
    else lines.set(step.segment, [step]);
  }
  return lines;
}

/** Restores all lines together in which damage is left, since the mechanism is that of the whole page. */
function restoreUnmended(
  lines: readonly string[],
  steps: ReadonlyMap<number, readonly RepairStep[]>,
  options: RepairTextOptions,
): ReadonlyMap<number, LineRestoration> {
  const damaged = [...steps].filter(([, found]) => found.some(isUnmended)).map(([index]) => index);
  if (damaged.length === 0) return new Map();
  const isDamaged = new Set(damaged);
  const knowledge = options.knowledge(lines.filter((_, index) => !isDamaged.has(index)));
  const restored = restoreLines(
    damaged.map((index) => lines[index] ?? ''),
    knowledge,
  );
  return new Map(damaged.flatMap((index, place) => (restored[place]?.parts.length ? [[index, restored[place]]] : [])));
}

function isUnmended(step: RepairStep): boolean {
  return step.method === UNMENDED;
}

function repairLine(
  text: string,
  steps: readonly RepairStep[],
  { restored, options }: { readonly restored: LineRestoration | null; readonly options: RepairTextOptions },
): { readonly text: string; readonly repairs: readonly LineRepair[] } {
  if (restored === null) return { text, repairs: steps.map(toRepair) };
  const { leastConfidence } = options;
  return {
    text: applyParts(text, restored.parts, leastConfidence),
    repairs: [
      ...steps.filter((step) => !isUnmended(step)).map(toRepair),
      ...restored.parts.map((part) => partToRepair(part, part.confidence >= leastConfidence)),
    ],
  };
}

function toRepair({ before, after, method, lossy, confidence, applied }: RepairStep): LineRepair {
  return { before, after, method, lossy, confidence, applied };
}

function partToRepair({ before, after, method, confidence }: RestoredPart, applied: boolean): LineRepair {
  const rounded = Math.floor(confidence * CONFIDENCE_STEPS) / CONFIDENCE_STEPS;
  return { before, after, method, lossy: method !== 'decoding', confidence: rounded, applied };
}
