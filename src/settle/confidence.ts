/** What the sureness of a word is judged by. */
export interface WordEvidence {
  /** Probability among all readings of the line. */
  readonly posterior: number;
  readonly isKazakh: boolean;
  /** True for a word of a list or of counted text. */
  readonly listed: boolean;
  /** Times that it was counted in clean text. */
  readonly count: number;
  /** Letters that were lost, of so many. */
  readonly lost: number;
  readonly length: number;
}

/** Weights of the evidence, fitted by bench/restore-calibrate.mjs to text that the model was not built from. */
const WEIGHTS = [-2.428, 0.746, 1.87, 0.084, -0.019, 0.147, 0.458];
const SUREST = 12;

/** What a word is judged by, as numbers: one, log-odds, counted or listed, how often, letters lost, letters known, Kazakh. */
export function featuresOf({ posterior, isKazakh, listed, count, lost, length }: WordEvidence): readonly number[] {
  const odds = Math.min(SUREST, Math.log(posterior / Math.max(1 - posterior, 1e-9)));
  return [
    1,
    odds,
    listed ? 1 : 0,
    Math.min(6, Math.log1p(count)),
    Math.min(lost, 8),
    Math.min(length - lost, 10),
    isKazakh ? 1 : 0,
  ];
}

/** Probability that a word is right, as it was found to be for such words where the answer is known. */
export function calibrate(evidence: WordEvidence): number {
  const sum = featuresOf(evidence).reduce((total, feature, index) => total + feature * (WEIGHTS[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
