import type { LanguageModel, ModelWord } from './language-model.js';

/** One reading of a stretch of a line. */
export interface Reading {
  readonly word: ModelWord;
  /** Words of the line that it takes in: index of the first, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Log of what speaks for or against it besides the words: a sign instead of a letter. */
  readonly prior: number;
  /** Which of the ways to cut the stretch it belongs to. */
  readonly variant: number;
}

/** The reading chosen at a place, and its probability among all readings of the line. */
export interface Choice {
  readonly reading: Reading;
  readonly probability: number;
}

interface State {
  readonly reading: Reading;
  best: number;
  back: State | null;
  forward: number;
  backward: number;
}

/** The likeliest way through the readings of a line of `size` words, with the log-probability of all ways together. */
export function chooseReadings(
  readings: readonly Reading[],
  size: number,
  model: LanguageModel,
): { readonly choices: readonly Choice[]; readonly total: number } {
  const ending: State[][] = Array.from({ length: size + 1 }, () => []);
  const states = readings.map((reading) => ({ reading, best: 0, back: null, forward: 0, backward: 0 }) as State);
  const start: State = {
    reading: { word: model.begin, from: 0, to: 0, prior: 0, variant: 0 },
    best: 0,
    back: null,
    forward: 0,
    backward: Number.NEGATIVE_INFINITY,
  };
  ending[0]?.push(start);
  for (const state of [...states].sort((a, b) => a.reading.from - b.reading.from)) {
    goForward(state, ending[state.reading.from] ?? [], model);
    ending[state.reading.to]?.push(state);
  }
  const last = ending[size] ?? [];
  const total = logSum(last.map(({ forward }) => forward));
  goBackward(ending, size, model);
  let end = last.reduce<State | null>((a, b) => (a === null || b.best > a.best ? b : a), null);
  const choices: Choice[] = [];
  while (end !== null && end.reading.to > 0) {
    choices.push({ reading: end.reading, probability: Math.min(1, Math.exp(end.forward + end.backward - total)) });
    end = end.back;
  }
  return { choices: choices.reverse(), total };
}

function goForward(state: State, before: readonly State[], model: LanguageModel): void {
  const { word, prior } = state.reading;
  state.best = Number.NEGATIVE_INFINITY;
  const sums = before.map((first) => {
    const step = model.after(first.reading.word, word) + prior;
    if (first.best + step > state.best) {
      state.best = first.best + step;
      state.back = first;
    }
    return first.forward + step;
  });
  state.forward = logSum(sums);
}

function goBackward(ending: readonly (readonly State[])[], size: number, model: LanguageModel): void {
  const starting: State[][] = Array.from({ length: size + 1 }, () => []);
  for (const states of ending)
    for (const state of states) if (state.reading.to > 0) starting[state.reading.from]?.push(state);
  for (let at = size; at > 0; at -= 1) {
    for (const state of ending[at] ?? []) {
      if (at === size) state.backward = 0;
      else {
        state.backward = logSum(
          (starting[at] ?? []).map(
            (next) => next.backward + next.reading.prior + model.after(state.reading.word, next.reading.word),
          ),
        );
      }
    }
  }
}

function logSum(values: readonly number[]): number {
  if (values.length === 1) return values[0] ?? 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
}
