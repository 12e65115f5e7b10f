import { detached } from './remembered.js';

/** Places for what is known; names that pages use every day are fewer. */
const PLACES = 4096;
/** Longer pieces seldom come again. */
const LONGEST = 256;

/**
 * The same as a function of short pieces of a source, whose answers are kept: the names of a page come again and again, and one that was met
 * lately is neither cut out nor read again. Of two that fall to one place the later stays. Answers must be frozen data.
 */
export class KnownPieces<T> {
  private readonly pieces: (string | undefined)[] = new Array(PLACES).fill(undefined);
  private readonly answers: T[] = [];

  constructor(private readonly read: (piece: string) => T) {}

  /** The answer to the piece of a source from `start` to `end`. */
  at(source: string, start: number, end: number): T {
    const length = end - start;
    if (length > LONGEST) return this.read(source.slice(start, end));
    const place = placeOf(source, start, length);
    const known = this.pieces[place];
    if (known !== undefined && known.length === length && source.startsWith(known, start))
      return this.answers[place] as T;
    const piece = detached(source.slice(start, end));
    this.pieces[place] = piece;
    const answer = this.read(piece);
    this.answers[place] = answer;
    return answer;
  }
}

/** Length, first, last and two letters between tell most names apart. */
function placeOf(source: string, start: number, length: number): number {
  const third = (length / 3) | 0;
  let hash = length;
  hash = Math.imul(hash, 31) + (source.charCodeAt(start) | 0);
  hash = Math.imul(hash, 31) + (source.charCodeAt(start + third) | 0);
  hash = Math.imul(hash, 31) + (source.charCodeAt(start + third + third) | 0);
  hash = Math.imul(hash, 31) + (source.charCodeAt(start + length - 1) | 0);
  return (hash ^ (hash >>> 12)) & (PLACES - 1);
}
