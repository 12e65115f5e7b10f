import { setFlagsFromString } from 'node:v8';

/** Percent by which the heap may grow beyond what lives in it before it is collected. V8 alone lets it double and more. */
const GROWTH = 50;

/** Keeps the memory of a long run flat: garbage is collected somewhat sooner, for a few hundredths of the time at most. */
export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
