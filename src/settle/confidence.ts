/** Words from this confidence on are right 995 times of 1,000, taken together: what `restore` applies of its own accord. */
export const SURE = 0.97;

/** What the sureness of a word is judged by. */
export interface WordEvidence {
  /** Probability among all readings of the line. */
  readonly posterior: number;
  readonly isKazakh: boolean;
  /** True for a word with a capital: many of them are names that nothing knows. */
  readonly isCapital: boolean;
  /** True for a word of a list or of counted text. */
  readonly listed: boolean;
  /** Times that it was counted in clean text. */
  readonly count: number;
  /** Letters that were lost, of so many. */
  readonly lost: number;
  readonly length: number;
}

/** Weights of the evidence, fitted by bench/restore-score.mjs --fit to text that the model was not built from. */
const WEIGHTS = [-2.286, 0.692, 1.735, 0.307, 0.008, -0.026, 0.139, 0.331, 0.081, -0.524, -0.052, 0.919];
/** Log-odds beyond which a model is not to be trusted further. */
const SUREST = 12;

/** What a word is judged by, as numbers: log-odds, whether and how often it was met, letters lost and kept, language, capital. */
export function featuresOf(evidence: WordEvidence): readonly number[] {
  const { posterior, isKazakh, isCapital, listed, count, lost, length } = evidence;
  const odds = Math.min(SUREST, Math.log(posterior / Math.max(1 - posterior, 1e-9)));
  return [
    1,
    odds,
    listed ? 1 : 0,
    count > 0 ? 1 : 0,
    Math.min(6, Math.log1p(count)),
    Math.min(lost, 8),
    Math.min(length - lost, 10),
    isKazakh ? 1 : 0,
    isKazakh ? odds : 0,
    isCapital ? 1 : 0,
    isCapital ? odds : 0,
    isCapital && count > 0 ? 1 : 0,
  ];
}

/** Probability that a word is right, as it was found to be for such words where the answer is known. */
export function calibrate(evidence: WordEvidence): number {
  const sum = featuresOf(evidence).reduce((total, feature, index) => total + feature * (WEIGHTS[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
