import type { CaptureRecord } from '../model/extraction.js';
import type { Repair } from '../model/repair-step.js';

/** What parts paragraphs in the text that repairs of `articleBody` are counted in. */
const PARAGRAPH_BREAK = '\n\n';

const SPACE = /\s/;

/** Whether the repairs of a field can be taken back from its text and replayed on what was there. */
export interface Replay {
  readonly field: string;
  /** Repairs that were replayed. */
  readonly repairs: number;
  /** The first step that does not fit its text; null where all do. */
  readonly broken: Repair | null;
}

/** Takes the applied repairs of headline and body back, last first, and replays them; fields that the record has not are left out. */
export function replayRepairs(record: CaptureRecord): readonly Replay[] {
  const { article } = record;
  if (article === null) return [];
  const texts: readonly (readonly [string, string | null])[] = [
    ['headline', article.headline],
    ['articleBody', article.articleBody.join(PARAGRAPH_BREAK)],
  ];
  return texts.flatMap(([field, text]) => {
    const steps = record.repairs.filter((repair) => repair.field === field && repair.applied && repair.after !== null);
    if (text === null || steps.length === 0) return [];
    return [{ field, repairs: steps.length, broken: brokenStep([...text], steps) }];
  });
}

/** The step at which undoing `text` or replaying it fails. */
function brokenStep(text: readonly string[], steps: readonly Repair[]): Repair | null {
  const inOrder = [...steps].sort((a, b) => a.seq - b.seq);
  let original = text;
  const shown = new Map<Repair, string>();
  for (const step of [...inOrder].reverse()) {
    const end = endOf(original, step.start, [...(step.after ?? '')]);
    if (end === null) return step;
    shown.set(step, original.slice(step.start, end).join(''));
    original = [...original.slice(0, step.start), ...step.before, ...original.slice(end)];
  }
  let again = original;
  for (const step of inOrder) {
    // What the field shows of it: places of later steps count in text whose white space is folded.
    const after = replaced(again, step, [step.before, shown.get(step) ?? '']);
    if (after === null) return step;
    again = after;
  }
  return folded(again) === folded(text) ? null : (inOrder.at(-1) ?? null);
}

const folded = (text: readonly string[]): string => text.filter((sign) => !SPACE.test(sign)).join('');

/** Code points with `from` at the step's place replaced by `to`; null where something else stands there. */
function replaced(
  text: readonly string[],
  { start }: Repair,
  [from, to]: readonly [from: string, to: string],
): readonly string[] | null {
  const end = endOf(text, start, [...from]);
  return end === null ? null : [...text.slice(0, start), ...to, ...text.slice(end)];
}

/** Where `signs` end that begin at `start`, or null. A field has its white space folded after repair: how much of it there is does not count. */
function endOf(text: readonly string[], start: number, signs: readonly string[]): number | null {
  let end = start;
  for (const sign of signs) {
    if (text[end] === sign) end += 1;
    else if (!SPACE.test(sign)) {
      while (SPACE.test(text[end] ?? '')) end += 1;
      if (text[end] !== sign) return null;
      end += 1;
    }
  }
  return end;
}
