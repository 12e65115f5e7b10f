import { pushLetter, START } from './char-model.js';
import type { LanguageModel, ModelWord } from './language-model.js';
import { toWord } from './letters.js';
import type { Place } from './parse-line.js';
import { matchWords } from './word-graph.js';

/** Spellings kept from letter to letter. */
const BEAM = 12;
/** Nats below the best at which a spelling is given up. */
const SPELLING_RANGE = 8;
/** The same for listed words, of which some are common though they are spelled oddly. */
const LISTED_RANGE = 9;
const WORD_RANGE = 11;
const MOST = 16;

/** Words that a damaged word may have been, likeliest first, judged without context. */
export function candidatesOf(places: readonly Place[], model: LanguageModel): readonly ModelWord[] {
  const words = new Set<string>();
  if (places.every(({ codes }) => codes.length === 1)) {
    return [
      model.word(
        toWord(
          places.map(({ codes }) => codes[0] ?? 0),
          places.length,
        ),
      ),
    ];
  }
  const spellings = spell(places, model);
  for (const { word } of spellings) words.add(word);
  const least = (spellings[0]?.score ?? 0) - LISTED_RANGE;
  const allowed = places.map((place) => place.allowed);
  const scoring = { start: START, step: model.chars.step, push: pushLetter, least };
  for (const graph of model.graphs) for (const word of matchWords(graph, allowed, scoring)) words.add(word);
  const scored = [...words]
    .map((word) => model.word(word))
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  const leastScore = (scored[0]?.score ?? 0) - WORD_RANGE;
  return scored.filter(({ score }) => score >= leastScore).slice(0, MOST);
}

interface Spelling {
  readonly word: string;
  readonly score: number;
}

/** Spellings side by side: history and score of each, letters at `depth * BEAM + rank`, rank of the one before. */
const histories = new Int32Array(BEAM * 64);
const scores = new Float64Array(BEAM * 64);
const letters = new Uint8Array(BEAM * 64);
const parents = new Uint8Array(BEAM * 64);
const beamHistories = new Int32Array(BEAM);
const beamScores = new Float64Array(BEAM);

/** Likeliest spellings by the letters alone, for words that no list holds. */
function spell(places: readonly Place[], { chars }: LanguageModel): readonly Spelling[] {
  const trail = new Uint8Array(places.length * BEAM);
  const trailParents = new Uint8Array(places.length * BEAM);
  beamHistories[0] = START;
  beamScores[0] = 0;
  let size = 1;
  places.forEach(({ codes }, depth) => {
    let count = 0;
    for (let rank = 0; rank < size; rank += 1) {
      const history = beamHistories[rank] ?? 0;
      for (const code of codes) {
        scores[count] = (beamScores[rank] ?? 0) + chars.step(history, code);
        histories[count] = history;
        letters[count] = code;
        parents[count] = rank;
        count += 1;
      }
    }
    const kept = keepBest(count);
    const keptHistories = kept.map((index) => pushLetter(histories[index] ?? 0, letters[index] ?? 0));
    const keptScores = kept.map((index) => scores[index] ?? 0);
    kept.forEach((index, rank) => {
      trail[depth * BEAM + rank] = letters[index] ?? 0;
      trailParents[depth * BEAM + rank] = parents[index] ?? 0;
      beamHistories[rank] = keptHistories[rank] ?? 0;
      beamScores[rank] = keptScores[rank] ?? 0;
    });
    size = kept.length;
  });
  return Array.from({ length: size }, (_, rank) => {
    return { word: spellOut(trail, trailParents, rank), score: beamScores[rank] ?? 0 };
  }).sort((a, b) => b.score - a.score);
}

/** Indexes of the best of the first `count` scores, at most BEAM, none too far behind. */
function keepBest(count: number): readonly number[] {
  let best = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index += 1) best = Math.max(best, scores[index] ?? best);
  const near: number[] = [];
  for (let index = 0; index < count; index += 1) if ((scores[index] ?? 0) >= best - SPELLING_RANGE) near.push(index);
  if (near.length <= BEAM) return near;
  return near.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, BEAM);
}

function spellOut(trail: Uint8Array, trailParents: Uint8Array, last: number): string {
  const length = trail.length / BEAM;
  const codes = new Uint8Array(length);
  let rank = last;
  for (let depth = length - 1; depth >= 0; depth -= 1) {
    codes[depth] = trail[depth * BEAM + rank] ?? 0;
    rank = trailParents[depth * BEAM + rank] ?? 0;
  }
  return toWord(codes, length);
}
