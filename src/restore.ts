import type { Repair } from './model/repair-step.js';
import type { ArticleText, RestoredText } from './model/restore.js';
import type { Store } from './model/store.js';
import { detectDamage } from './settle/detect-mechanism.js';
import type { RestoreKnowledge } from './settle/knowledge.js';
import { applyParts, type LineRestoration, restoreLines } from './settle/restore-lines.js';

export interface RestoreOptions {
  /** What is known of words and letters, made from the clean lines of the archive. */
  readonly knowledge: (cleanLines: readonly string[]) => RestoreKnowledge;
  /** From which confidence on a restored word is put in; what is less sure is kept as a proposal. */
  readonly leastConfidence: number;
  /** Only show what would be done. */
  readonly isDryRun: boolean;
  /** Called with each article in which something is restored or proposed. */
  readonly onRestored?: (text: RestoredText) => Promise<void>;
}

/** What restoring an archive did. */
export interface RestoreReport {
  /** Articles with damage in their words. */
  readonly damaged: number;
  /** Words and signs put back, and those only proposed. */
  readonly applied: number;
  readonly proposed: number;
}

/** Clean text to learn from (characters); beyond it more teaches little, and memory stays bounded. */
const MOST_LEARNT = 64 << 20;
/** Articles a transaction. */
const BATCH = 200;

/** Restores the words that captures of an archive have lost, from all its clean text. The result depends on its content alone. */
export async function restoreArchive(store: Store, options: RestoreOptions): Promise<RestoreReport> {
  const { cleanLines, damaged } = await survey(store);
  const knowledge = damaged.length === 0 ? null : options.knowledge(cleanLines);
  const total = { damaged: damaged.length, applied: 0, proposed: 0 };
  let batch: RestoredText[] = [];
  const flush = async (): Promise<void> => {
    if (!options.isDryRun && batch.length > 0) await store.restore(batch);
    batch = [];
  };
  for (const text of damaged) {
    const restored = knowledge === null ? null : restoreText(text, knowledge, options.leastConfidence);
    if (restored === null) continue;
    for (const { applied } of restored.repairs) total[applied ? 'applied' : 'proposed'] += 1;
    await options.onRestored?.(restored);
    batch.push(restored);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return total;
}

/** Goes through all words of the archive in key order: clean lines to learn from, articles that hold damage. */
async function survey(
  store: Store,
): Promise<{ readonly cleanLines: readonly string[]; readonly damaged: readonly ArticleText[] }> {
  const cleanLines: string[] = [];
  const damaged: ArticleText[] = [];
  let learnt = 0;
  for await (const text of store.articleTexts()) {
    const lines = linesOf(text);
    const found = new Set(detectDamage(lines).lines);
    if (found.size > 0) damaged.push(text);
    for (const [index, line] of lines.entries()) {
      if (found.has(index) || learnt > MOST_LEARNT) continue;
      learnt += line.length;
      cleanLines.push(line);
    }
  }
  return { cleanLines, damaged };
}

/** Headline first, then the paragraphs. The lead is one of them. */
function linesOf({ headline, paragraphs }: ArticleText): readonly string[] {
  return [headline ?? '', ...paragraphs];
}

/** An article with what is sure enough put in; null where nothing can even be proposed. */
function restoreText(text: ArticleText, knowledge: RestoreKnowledge, leastConfidence: number): RestoredText | null {
  const lines = linesOf(text);
  const found = restoreLines(lines, knowledge);
  if (found.every(({ parts }) => parts.length === 0)) return null;
  const [headline = '', ...paragraphs] = lines.map((line, index) =>
    applyParts(line, found[index]?.parts ?? [], leastConfidence),
  );
  const lead = text.lead === null ? -1 : text.paragraphs.indexOf(text.lead);
  return {
    ...text,
    headline: text.headline === null ? null : headline,
    lead: paragraphs[lead] ?? text.lead,
    paragraphs,
    repairs: toRepairs(lines, found, leastConfidence),
  };
}

/** Paragraphs of a body are joined by two line feeds. */
const BREAK_LENGTH = 2;

/** The parts as repairs of `headline` and `articleBody`; `start` counts in the text with all earlier applied repairs in it. */
function toRepairs(
  lines: readonly string[],
  found: readonly LineRestoration[],
  leastConfidence: number,
): readonly Repair[] {
  const repairs: Repair[] = [];
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const field = index === 0 ? 'headline' : 'articleBody';
    let shift = 0;
    for (const { start, before, after, method, confidence } of found[index]?.parts ?? []) {
      const applied = confidence >= leastConfidence;
      const place = offset + lengthOf(line.slice(0, start)) + shift;
      const seq = repairs.length + 1;
      repairs.push({
        field,
        seq,
        start: place,
        before,
        after,
        method,
        lossy: method !== 'decoding',
        confidence,
        applied,
      });
      if (applied) shift += lengthOf(after) - lengthOf(before);
    }
    offset = index === 0 ? 0 : offset + lengthOf(line) + shift + BREAK_LENGTH;
  }
  return repairs;
}

/** Number of code points. */
function lengthOf(text: string): number {
  return [...text].length;
}
