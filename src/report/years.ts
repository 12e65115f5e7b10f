/** Columns of a chart of years, at most. */
const MOST = 80;

/** The years that a chart shows, in order: all from first to last, or where those are too many the latest that have something. */
export function yearsShown(years: readonly number[]): readonly number[] {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  const [first = 0, last = -1] = [sorted[0], sorted.at(-1)];
  return last - first < MOST
    ? Array.from({ length: last - first + 1 }, (_, place) => first + place)
    : sorted.slice(-MOST);
}
