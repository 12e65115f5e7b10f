import { candidatesOf } from './candidates.js';
import { calibrate, type WordEvidence } from './confidence.js';
import { detectDamage } from './detect-mechanism.js';
import type { RestoreKnowledge } from './knowledge.js';
import type { LanguageModel, ModelWord } from './language-model.js';
import { codeOf, KAZAKH_LETTERS } from './letters.js';
import type { Mechanism } from './mechanisms.js';
import { type Atom, CAPITAL, type GapAtom, type Place, parseLine, type WordAtom } from './parse-line.js';
import { chooseSign } from './sign-habit.js';
import { type CasePattern, cutWords, type WordCut } from './word-cuts.js';
import { type Choice, chooseReadings, type Reading } from './word-lattice.js';

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

/** A line with the best proposal for what it was. A clean line has no parts and its own text. */
export interface LineRestoration {
  readonly text: string;
  readonly parts: readonly RestoredPart[];
  /** Name of the mechanism of the page; null for a line that stays as it is. */
  readonly mechanism: string | null;
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

/** Restores the lines of one page. The mechanism is decided for all damaged lines together; clean lines come back as they are. */
export function restoreLines(lines: readonly string[], knowledge: RestoreKnowledge): readonly LineRestoration[] {
  const { lines: damaged, mechanisms } = detectDamage(lines);
  const result: LineRestoration[] = lines.map((text) => ({ text, parts: [], mechanism: null }));
  if (damaged.length === 0) return result;
  const tried = mechanisms.map((mechanism) => {
    const restored = damaged.map((index) => restoreLine(lines[index] ?? '', mechanism, knowledge));
    return { mechanism, restored, total: restored.reduce((sum, line) => sum + line.total, 0) };
  });
  const best = tried.reduce((a, b) => (b.total > a.total + SWITCH_GAIN ? b : a));
  damaged.forEach((index, place) => {
    const { text, parts } = best.restored[place] ?? { text: '', parts: [] };
    if (parts.length > 0) result[index] = { text, parts, mechanism: best.mechanism.name };
  });
  return result;
}

/** From here on a word that lost no letter is a matter of decoding. */
const DECODED = 0.9999;
/** Nats by which a rarer mechanism must explain a page better. */
const SWITCH_GAIN = 3;
/** Share of Kazakh letters from which a line is Kazakh, and letters from which one without any is Russian. */
const KAZAKH_SHARE = 0.03;
const SURELY_RUSSIAN = 60;

interface Attempt {
  readonly text: string;
  readonly parts: readonly RestoredPart[];
  readonly total: number;
}

function restoreLine(line: string, mechanism: Mechanism, knowledge: RestoreKnowledge): Attempt {
  const atoms = parseLine(line, mechanism);
  const words = atoms.filter((atom): atom is WordAtom => atom.kind === 'word');
  const cuts = cutWords(words);
  let best: { choices: readonly Choice[]; total: number; model: LanguageModel } | null = null;
  for (const language of languagesOf(atoms)) {
    const model = knowledge.modelOf(language);
    if (model === null) continue;
    const readings = readAll(line, cuts, { model, knowledge });
    const found = chooseReadings(readings, words.length, model);
    if (best === null || found.total > best.total) best = { ...found, model };
  }
  if (best === null || !isBelievable(best.choices, best.model, mechanism))
    return { text: line, parts: [], total: best?.total ?? 0 };
  return { ...write(line, { atoms, cuts, ...best }), total: best.total };
}

/** Words make sense: most are known ones; and only Kazakh has lost Kazakh letters. */
function isBelievable(choices: readonly Choice[], model: LanguageModel, { covered }: Mechanism): boolean {
  if (covered?.sign === '?' && model.language !== 'kk') return false;
  const words = choices.filter(({ reading }) => reading.word.text.length > 1);
  return words.length > 0 && words.filter(({ reading }) => reading.word.listed).length * 2 >= words.length;
}

function languagesOf(atoms: readonly Atom[]): readonly string[] {
  let letters = 0;
  let kazakh = 0;
  for (const atom of atoms) {
    if (atom.kind === 'gap') continue;
    for (const { codes } of atom.places) {
      const ofKazakh = codes.filter((code) => KAZAKH_CODES.has(code)).length;
      if (ofKazakh === codes.length) kazakh += 1;
      if (ofKazakh <= 1) letters += 1;
    }
  }
  if (kazakh > letters * KAZAKH_SHARE) return ['kk'];
  return kazakh === 0 && letters > SURELY_RUSSIAN ? ['ru'] : ['kk', 'ru'];
}

const KAZAKH_CODES: ReadonlySet<number> = new Set([...KAZAKH_LETTERS].map((letter) => codeOf(letter.charCodeAt(0))));

function readAll(
  line: string,
  cuts: readonly WordCut[],
  { model, knowledge }: { readonly model: LanguageModel; readonly knowledge: RestoreKnowledge },
): readonly Reading[] {
  return cuts.flatMap(({ places, from, to, prior, pattern }, variant) => {
    const begins = beginsSentence(line.slice(0, places[0]?.start ?? 0));
    return knowledge
      .remember(model.language, keyOf(places), () => candidatesOf(places, model))
      .map((word) => ({ word, from, to, prior: prior + casePrior(word, { pattern, begins, model }), variant }));
  });
}

/** What the case of a word says about it: names have capitals, other words have them where a sentence begins. */
function casePrior(
  word: ModelWord,
  written: { readonly pattern: CasePattern; readonly begins: boolean; readonly model: LanguageModel },
): number {
  const { pattern, begins, model } = written;
  if (pattern !== 'small' && pattern !== 'title') return 0;
  const share = begins
    ? BEGINS_SHARE + (1 - BEGINS_SHARE) * model.capitalShare(word.text)
    : model.capitalShare(word.text);
  return Math.log(pattern === 'title' ? share : 1 - share);
}

/** Share of words with a capital where a sentence may begin. */
const BEGINS_SHARE = 0.8;
/** Spaces and opening signs after the end of a sentence, whole and as Latin-1 shows them. */
const OPENING = /[\s«"“„Ââ–—-]*$/;

function beginsSentence(before: string): boolean {
  const rest = before.slice(-12).replace(OPENING, '');
  return rest === '' || /[.!…:]$/.test(rest);
}

function keyOf(places: readonly Place[]): string {
  return places
    .map(({ codes }) => (codes.length === 1 ? String.fromCharCode(codes[0] ?? 0) : codes.join(',')))
    .join('|');
}

interface Plan {
  readonly atoms: readonly Atom[];
  readonly cuts: readonly WordCut[];
  readonly choices: readonly Choice[];
  readonly model: LanguageModel;
}

function write(line: string, { atoms, cuts, choices, model }: Plan): { text: string; parts: readonly RestoredPart[] } {
  const parts: RestoredPart[] = [];
  let text = '';
  let at = 0;
  const gaps = gapsOf(atoms);
  let gap = 0;
  const copyTo = (end: number): void => {
    while (at < end) {
      const next = gaps[gap];
      if (next !== undefined && next.start < at) {
        gap += 1;
        continue;
      }
      if (next === undefined || next.start !== at) {
        const before = line[at] ?? '';
        text += before;
        at += 1;
        continue;
      }
      const before = line.slice(next.start, next.end);
      const sign = chooseSign(next.signs, text, line.slice(next.end), model.signs);
      text += sign.after;
      if (before !== sign.after) {
        const method = next.signs.length === 1 ? 'decoding' : 'habit';
        parts.push({
          start: at,
          before,
          after: sign.after,
          method,
          confidence: sign.confidence,
          evidence: null,
        });
      }
      at = next.end;
      gap += 1;
    }
  };
  for (const choice of choices) {
    const cut = cuts[choice.reading.variant];
    if (cut === undefined) continue;
    const { places } = cut;
    const start = places[0]?.start ?? at;
    const end = places.at(-1)?.end ?? at;
    copyTo(start);
    const before = line.slice(start, end);
    const after = `${withCase(choice.reading.word.text, cut)}${cut.hidden}`;
    text += after;
    if (before !== after) parts.push({ start, before, after, ...judge(choice, { places, model }) });
    at = end;
  }
  copyTo(line.length);
  return { text, parts };
}

/** What is between words, and the places at their sides that may turn out to be signs. */
function gapsOf(atoms: readonly Atom[]): readonly Pick<GapAtom, 'start' | 'end' | 'signs'>[] {
  return atoms.flatMap<Place | GapAtom>((atom) =>
    atom.kind === 'gap' ? [atom] : atom.places.filter(({ signs }) => signs.length > 0),
  );
}

function judge(
  { reading, probability }: Choice,
  { places, model }: { readonly places: readonly Place[]; readonly model: LanguageModel },
): Pick<RestoredPart, 'method' | 'confidence' | 'evidence'> {
  const lost = places.filter(({ codes }) => codes.length > 1).length;
  const { listed, count } = reading.word;
  const isKazakh = model.language === 'kk';
  const evidence = { posterior: probability, isKazakh, listed, count, lost, length: places.length };
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
