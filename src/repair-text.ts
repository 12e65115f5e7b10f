import { decode } from './decode/decode.js';
import type { RepairStep } from './model/repair-step.js';
import { repairSegments } from './repair/repair.js';
import type { RestoreKnowledge } from './settle/knowledge.js';
import { applyParts, type LineRestoration, type RestoredPart, restoreLines } from './settle/restore-lines.js';

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

/** A line after repair, without its line end. */
export interface RepairedLine {
  readonly text: string;
  /** In order of place. */
  readonly repairs: readonly LineRepair[];
}

/** A text after repair: one line for each of its lines. */
export interface RepairedText {
  readonly lines: readonly RepairedLine[];
  /** `\n`, `\r\n`, or nothing for a last line that has no end; one for each line. */
  readonly ends: readonly string[];
}

/** Only LF and CRLF end a line: damaged lines may hold U+0085. */
const LINE_END = /\r?\n/g;
/** Damage that the page alone cannot mend. */
const UNMENDED = 'none';

/** Repairs a plain text: what decoding undoes, what a clean copy in the same text proves, what words and context tell. */
export function repairText(bytes: Uint8Array, options: RepairTextOptions): RepairedText {
  const { text } = decode(bytes, { given: options.charset, declared: null, mediaType: 'text/plain' });
  const { texts, ends } = splitLines(text);
  const { texts: repaired, steps } = repairSegments(texts);
  const lines: RepairedLine[] = repaired.map((line) => ({ text: line, repairs: [] }));
  const byLine = stepsByLine(steps);
  const restored = restoreUnmended(repaired, byLine, options);
  for (const [index, found] of byLine) {
    lines[index] = toLine(repaired[index] ?? '', found, { restored: restored.get(index) ?? null, options });
  }
  return { lines, ends };
}

function splitLines(text: string): { readonly texts: readonly string[]; readonly ends: readonly string[] } {
  const texts = text.split(LINE_END);
  const ends = text.match(LINE_END) ?? [];
  if (texts.at(-1) === '') texts.pop();
  return { texts, ends: texts.length > ends.length ? [...ends, ''] : ends };
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

function toLine(
  text: string,
  steps: readonly RepairStep[],
  { restored, options }: { readonly restored: LineRestoration | null; readonly options: RepairTextOptions },
): RepairedLine {
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
  return { before, after, method, lossy: method !== 'decoding', confidence, applied };
}
