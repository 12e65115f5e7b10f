import { pushLetter, START } from './char-model.js';
import type { LanguageModel, ModelWord } from './language-model.js';
import { toWord } from './letters.js';
import type { Place } from './parse-line.js';
import { matchWords } from './word-graph.js';

/** Spellings kept from letter to letter. */
const BEAM = 16;
/** Nats below the best at which a spelling is given up. */
const SPELLING_RANGE = 12;
const WORD_RANGE = 11;
const MOST = 24;

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
  const allowed = places.map((place) => place.allowed);
  for (const graph of model.graphs) matchWords(graph, allowed, (word) => words.add(word));
  for (const word of spell(places, model)) words.add(word);
  const scored = [...words]
    .map((word) => model.word(word))
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  const least = (scored[0]?.score ?? 0) - WORD_RANGE;
  return scored.filter(({ score }) => score >= least).slice(0, MOST);
}

interface Spelling {
  readonly code: number;
  readonly history: number;
  readonly score: number;
  readonly before: Spelling | null;
}

/** Likeliest spellings by the letters alone, for words that no list holds. */
function spell(places: readonly Place[], { chars }: LanguageModel): readonly string[] {
  let beam: Spelling[] = [{ code: 0, history: START, score: 0, before: null }];
  for (const { codes } of places) {
    const next: Spelling[] = [];
    for (const before of beam) {
      for (const code of codes) {
        const score = before.score + chars.step(before.history, code);
        next.push({ code, history: pushLetter(before.history, code), score, before });
      }
    }
    beam = prune(next);
  }
  return beam.map((spelling) => spellOut(spelling, places.length));
}

function prune(spellings: Spelling[]): Spelling[] {
  if (spellings.length === 1) return spellings;
  let best = Number.NEGATIVE_INFINITY;
  for (const { score } of spellings) if (score > best) best = score;
  const near = spellings.filter(({ score }) => score >= best - SPELLING_RANGE);
  if (near.length <= BEAM) return near;
  return near.sort((a, b) => b.score - a.score).slice(0, BEAM);
}

function spellOut(last: Spelling, length: number): string {
  const codes = new Uint8Array(length);
  let spelling: Spelling | null = last;
  for (let index = length - 1; index >= 0; index -= 1) {
    codes[index] = spelling?.code ?? 0;
    spelling = spelling?.before ?? null;
  }
  return toWord(codes, length);
}
