import type { ArticleRepair } from '../model/query.js';

/** A piece of a text, and the number of the repair (an index) that put it there or that could not mend it. */
export interface RepairedPart {
  readonly text: string;
  readonly repair: number | null;
}

/**
 * The text with its repairs marked. A repair says where its words stood when it was made; later repairs may have moved them, so that the
 * nearest place that holds them counts. What stands nowhere is not marked.
 */
export function markRepairs(
  text: string,
  repairs: readonly { readonly repair: ArticleRepair; readonly index: number }[],
): readonly RepairedPart[] {
  const places = repairs
    .flatMap(({ repair, index }) => {
      const words = (repair.applied ? repair.after : repair.before) ?? '';
      const start = nearest(text, words, utf16Offset(text, repair.start));
      return start < 0 ? [] : [{ start, end: start + words.length, index }];
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const parts: RepairedPart[] = [];
  let at = 0;
  for (const { start, end, index } of places) {
    if (start < at) continue;
    parts.push({ text: text.slice(at, start), repair: null }, { text: text.slice(start, end), repair: index });
    at = end;
  }
  return [...parts, { text: text.slice(at), repair: null }].filter((part) => part.text !== '');
}

/** Where `words` stand next to `near`; -1 where they do not, or where there are none. */
function nearest(text: string, words: string, near: number): number {
  if (words === '') return -1;
  const before = text.lastIndexOf(words, near);
  const after = text.indexOf(words, near);
  if (before < 0 || after < 0) return Math.max(before, after);
  return near - before <= after - near ? before : after;
}

function utf16Offset(text: string, codePoints: number): number {
  let [at, left] = [0, codePoints];
  for (const sign of text) {
    if (left-- <= 0) break;
    at += sign.length;
  }
  return at;
}
