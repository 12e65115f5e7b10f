/**
 * The work that one page may cost. What is counted are steps (characters compared or folded, nodes and candidates visited), not time, so
 * that the same page is read, or rejected, on every machine and under every load. One thread reads one page at a time, without waiting:
 * that is why the count can stand here and need not be handed to every function that searches.
 */

/** Thrown where a page takes more work than it may. */
export class WorkExceeded extends Error {}

let left = Number.POSITIVE_INFINITY;

/** Runs `action` with so many steps of work; those that take more throw `WorkExceeded` out of it. */
export function withWork<T>(steps: number, action: () => T): T {
  const outer = left;
  left = steps;
  try {
    return action();
  } finally {
    left = outer;
  }
}

/** Counts steps before they are done. What is remembered from one page to the next must not count: it would depend on earlier pages. */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new WorkExceeded();
}
