/** Shades of a heat map, from light to dark. */
const SHADES = 5;

/** How counts become shades: the steps from light to dark, and the shade of a count, 1 to 5; 0 for none. */
export interface Darkness {
  readonly steps: readonly { readonly from: number; readonly to: number; readonly level: number }[];
  readonly level: (count: number) => number;
}

/** Shares the counts out over the shades, so that each shade holds about as many of them; few different counts get few shades. */
export function darknessOf(counts: readonly number[]): Darkness {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const ends =
    distinct.length <= SHADES
      ? distinct
      : [
          ...new Set(
            Array.from(
              { length: SHADES },
              (_, step) => sorted[Math.ceil(((step + 1) / SHADES) * sorted.length) - 1] ?? 0,
            ),
          ),
        ];
  const steps = ends.map((to, step) => ({
    from: step === 0 ? (sorted[0] ?? 0) : (ends[step - 1] ?? 0) + 1,
    to,
    level: ends.length === 1 ? SHADES - 1 : 1 + Math.round((step * (SHADES - 1)) / (ends.length - 1)),
  }));
  return { steps, level: (count) => (count <= 0 ? 0 : (steps.find(({ to }) => count <= to)?.level ?? SHADES)) };
}
