import { calibrate, type WordEvidence } from './confidence.js';
import type { LanguageModel } from './language-model.js';
import { codeOf } from './letters.js';
import { type Atom, CAPITAL, type GapAtom, type Place } from './parse-line.js';
import { chooseSign } from './sign-habit.js';
import type { WordCut } from './word-cuts.js';
import type { Choice } from './word-lattice.js';

/** One word or sign of a damaged line and what it was. */
export interface RestoredPart {
  /** First code unit of `before` in the damaged line. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
  /** `decoding`: nothing was lost; `lexicon`: a known word; `context`: by letters alone; `habit`: a dash or quote as the text has them. */
  readonly method: 'decoding' | 'lexicon' | 'context' | 'habit';
  /** Probability that `after` is right, from 0 to 1. */
  readonly confidence: number;
  /** What the confidence in a word rests on; null for signs. */
  readonly evidence: WordEvidence | null;
}

/** The line with those parts put in that are sure enough. */
export function applyParts(line: string, parts: readonly RestoredPart[], leastConfidence: number): string {
  let result = '';
  let copied = 0;
  for (const { start, before, after, confidence } of parts) {
    if (confidence < leastConfidence) continue;
    result += line.slice(copied, start) + after;
    copied = start + before.length;
  }
  return result + line.slice(copied);
}

/** From here on a word that lost no letter is a matter of decoding. */
const DECODED = 0.9999;

/** What a line is written from. */
export interface LinePlan {
  readonly atoms: readonly Atom[];
  readonly cuts: readonly WordCut[];
  readonly choices: readonly Choice[];
  readonly model: LanguageModel;
}

/** A line as its readings have it, and each word and sign in it that changed, from left to right. */
export function writeLine(line: string, plan: LinePlan): { text: string; parts: readonly RestoredPart[] } {
  const parts: RestoredPart[] = [];
  let text = '';
  const put = (start: number, before: string, written: Omit<RestoredPart, 'start' | 'before'>): void => {
    text += written.after;
    if (before !== written.after) parts.push({ start, before, ...written });
  };
  let at = 0;
  const gaps = new Map(gapsOf(plan.atoms).map((gap) => [gap.start, gap]));
  const copyTo = (end: number): void => {
    while (at < end) {
      const gap = gaps.get(at) ?? { start: at, end: at + 1, signs: [line[at] ?? ''] };
      put(
        at,
        line.slice(at, gap.end),
        readSign(gap.signs, { before: text, rest: line.slice(gap.end), model: plan.model }),
      );
      at = gap.end;
    }
  };
  for (const choice of plan.choices) {
    const cut = plan.cuts[choice.reading.variant];
    if (cut === undefined) continue;
    copyTo(cut.places[0]?.start ?? at);
    const end = cut.places.at(-1)?.end ?? at;
    const after = `${withCase(choice.reading.word.text, cut)}${cut.hidden}`;
    put(at, line.slice(at, end), { after, ...judge(choice, { cut, model: plan.model }) });
    at = end;
  }
  copyTo(line.length);
  return { text, parts };
}

function readSign(
  signs: readonly string[],
  { before, rest, model }: { readonly before: string; readonly rest: string; readonly model: LanguageModel },
): Omit<RestoredPart, 'start' | 'before'> {
  const sign = chooseSign(signs, { before, rest, learnt: model.signs });
  return { ...sign, method: signs.length === 1 ? 'decoding' : 'habit', evidence: null };
}

/** What is between words, and the places at their sides that may turn out to be signs. */
function gapsOf(atoms: readonly Atom[]): readonly Pick<GapAtom, 'start' | 'end' | 'signs'>[] {
  return atoms.flatMap<Place | GapAtom>((atom) =>
    atom.kind === 'gap' ? [atom] : atom.places.filter(({ signs }) => signs.length > 0),
  );
}

function judge(
  { reading, probability }: Choice,
  { cut, model }: { readonly cut: WordCut; readonly model: LanguageModel },
): Pick<RestoredPart, 'method' | 'confidence' | 'evidence'> {
  const { places, pattern } = cut;
  const lost = places.filter(({ codes }) => codes.length > 1).length;
  const { listed, count } = reading.word;
  const isKazakh = model.language === 'kk';
  const isCapital = pattern !== 'small';
  const evidence = { posterior: probability, isKazakh, isCapital, listed, count, lost, length: places.length };
  if (lost === 0 && probability > DECODED) return { method: 'decoding', confidence: 1, evidence };
  return { method: listed ? 'lexicon' : 'context', confidence: calibrate(evidence), evidence };
}

/** The word as it was written. */
function withCase(word: string, { places, pattern }: WordCut): string {
  if (pattern === 'small') return word;
  if (pattern === 'title') return word.slice(0, 1).toUpperCase() + word.slice(1);
  if (pattern === 'capitals') return word.toUpperCase();
  return places
    .map(({ cases }, index) => {
      const letter = word[index] ?? '';
      return cases[codeOf(word.charCodeAt(index))] === CAPITAL ? letter.toUpperCase() : letter;
    })
    .join('');
}
