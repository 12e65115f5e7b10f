import { CAPITAL, type Place, SMALL, type WordAtom } from './parse-line.js';

/** How the letters of a word are written. */
export type CasePattern = 'small' | 'title' | 'capitals' | 'mixed';

/** One way to see a stretch of a line as one word. */
export interface WordCut {
  readonly places: readonly Place[];
  /** Words of the line that it takes in: index of the first, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Log of what speaks against it besides the word. */
  readonly prior: number;
  readonly pattern: CasePattern;
  /** A space to be put after the word, which the line does not show. */
  readonly hidden: '' | ' ';
}

type Stretch = Omit<WordCut, 'pattern'>;

/** What a sign at the side of a word costs where a letter may stand, in nats. */
const SIGN_PRIOR = -5;
/** The same for a question mark where a sentence may end. */
const END_PRIOR = -0.5;
/** What it costs to believe that the space after a word was a byte of its last letter, the real space folded into it. */
const SPACE_LOST = -3;
/** What it costs to believe that a letter is a capital and a space. */
const SWALLOWED_PRIOR = -1;
const CAPITALS_PRIOR = -6;
const MIXED_PRIOR = -9;
const LONGEST_JOIN = 3;
const MOST_SIGNS = 2;

/** All ways to see the words of a line: with or without signs at their sides, joined where a space was a byte, in each case. */
export function cutWords(words: readonly WordAtom[]): readonly WordCut[] {
  return words.flatMap((word, index) =>
    [
      ...withoutSigns(word.places).map((places) => {
        const dropped = word.places.length - places.length;
        const prior = dropped * (word.mayEnd ? END_PRIOR : SIGN_PRIOR) + (word.hidden === '' ? 0 : SWALLOWED_PRIOR);
        return { places, from: index, to: index + 1, prior, hidden: word.hidden };
      }),
      ...joins(words, index),
    ].flatMap(inEachCase),
  );
}

/** The word whole, and without places at its sides that may be signs. */
function withoutSigns(places: readonly Place[]): readonly (readonly Place[])[] {
  const cuts: (readonly Place[])[] = [places];
  for (let dropped = 1; dropped <= MOST_SIGNS; dropped += 1) {
    if ((places.at(-dropped)?.signs.length ?? 0) === 0) break;
    cuts.push(places.slice(0, -dropped));
  }
  const first = places[0]?.signs[0] ?? '?';
  if (first !== '?') cuts.push(...cuts.map((cut) => cut.slice(1)));
  return cuts.filter((cut) => cut.length > 0);
}

/** Words that go on after a space which was a byte of a letter. */
function joins(words: readonly WordAtom[], index: number): readonly Stretch[] {
  const cuts: Stretch[] = [];
  let places: readonly Place[] = words[index]?.places ?? [];
  let word = words[index];
  for (let to = index + 1; to <= index + LONGEST_JOIN; to += 1) {
    const joint = word?.joint ?? null;
    if (joint === null) break;
    places = [...places.slice(0, -1), joint];
    const next = words[to];
    const isSwallowed = word?.hidden === ' ';
    const end = isSwallowed ? joint : { ...joint, end: joint.end - 1 };
    const prior = isSwallowed ? 0 : SPACE_LOST;
    cuts.push({ places: [...places.slice(0, -1), end], from: index, to, prior, hidden: '' });
    if (next === undefined || next.start !== joint.end) break;
    places = [...places, ...next.places];
    word = next;
    cuts.push({ places, from: index, to: to + 1, prior: 0, hidden: next.hidden });
  }
  return cuts;
}

/** A stretch once for each way of writing that its places admit; a mixture only where nothing else does. */
function inEachCase(stretch: Stretch): readonly WordCut[] {
  const { places, prior } = stretch;
  const rest = places.length > 1 ? places.slice(1) : [];
  const [first] = places;
  if (first === undefined) return [];
  const cuts: WordCut[] = [];
  const smallRest = restrict(rest, SMALL);
  const smallFirst = restrict([first], SMALL);
  const capitalFirst = restrict([first], CAPITAL);
  if (smallRest !== null && smallFirst !== null) {
    cuts.push({ ...stretch, places: [...smallFirst, ...smallRest], pattern: 'small' });
  }
  if (smallRest !== null && capitalFirst !== null) {
    cuts.push({ ...stretch, places: [...capitalFirst, ...smallRest], pattern: 'title' });
  }
  const capitalRest = rest.length === 0 ? null : restrict(rest, CAPITAL);
  if (capitalRest !== null && capitalFirst !== null) {
    const places = [...capitalFirst, ...capitalRest];
    cuts.push({ ...stretch, places, prior: prior + (cuts.length > 0 ? CAPITALS_PRIOR : 0), pattern: 'capitals' });
  }
  return cuts.length > 0 ? cuts : [{ ...stretch, prior: prior + MIXED_PRIOR, pattern: 'mixed' }];
}

/** The places with the letters that they admit in one case; null where a place has none. */
function restrict(places: readonly Place[], letterCase: number): readonly Place[] | null {
  const result: Place[] = [];
  for (const place of places) {
    const codes = place.codes.filter((code) => ((place.cases[code] ?? 0) & letterCase) !== 0);
    if (codes.length === 0) return null;
    if (codes.length === place.codes.length) {
      result.push(place);
      continue;
    }
    const allowed = new Uint8Array(64);
    for (const code of codes) allowed[code] = 1;
    result.push({ ...place, allowed, codes });
  }
  return result;
}
