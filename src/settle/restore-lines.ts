import { candidatesOf } from './candidates.js';
import { confidenceOf } from './confidence.js';
import { detectDamage } from './detect-mechanism.js';
import type { RestoreKnowledge } from './knowledge.js';
import { SENTENCE_END } from './language-counts.js';
import type { LanguageModel } from './language-model.js';
import { codeOf, KAZAKH_LETTERS } from './letters.js';
import type { Mechanism } from './mechanisms.js';
import { type Atom, CAPITAL, type GapAtom, type Place, parseLine, SMALL, type WordAtom } from './parse-line.js';
import { chooseSign } from './sign-habit.js';
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

/** Nats by which a rarer mechanism must explain a page better. */
const SWITCH_GAIN = 3;
/** Share of Kazakh letters from which a line is Kazakh, and letters from which one without any is Russian. */
const KAZAKH_SHARE = 0.03;
const SURELY_RUSSIAN = 60;
const LONGEST_JOIN = 3;

interface Attempt {
  readonly text: string;
  readonly parts: readonly RestoredPart[];
  readonly total: number;
}

function restoreLine(line: string, mechanism: Mechanism, knowledge: RestoreKnowledge): Attempt {
  const atoms = parseLine(line, mechanism);
  const cuts = cutsOf(line, atoms);
  const size = atoms.filter(({ kind }) => kind === 'word').length;
  let best: { choices: readonly Choice[]; total: number; model: LanguageModel } | null = null;
  for (const language of languagesOf(atoms)) {
    const model = knowledge.modelOf(language);
    if (model === null) continue;
    const readings = readAll(cuts, model, knowledge);
    const found = chooseReadings(readings, size, model);
    if (best === null || found.total > best.total) best = { ...found, model };
  }
  if (best === null) return { text: line, parts: [], total: 0 };
  return { ...write(line, { atoms, cuts, ...best }), total: best.total };
}

function languagesOf(atoms: readonly Atom[]): readonly string[] {
  let letters = 0;
  let kazakh = 0;
  for (const atom of atoms) {
    if (atom.kind === 'gap') continue;
    letters += atom.places.length;
    for (const { codes } of atom.places) if (codes.every((code) => KAZAKH_CODES.has(code))) kazakh += 1;
  }
  if (kazakh > letters * KAZAKH_SHARE) return ['kk'];
  return kazakh === 0 && letters > SURELY_RUSSIAN ? ['ru'] : ['kk', 'ru'];
}

const KAZAKH_CODES: ReadonlySet<number> = new Set([...KAZAKH_LETTERS].map((letter) => codeOf(letter.charCodeAt(0))));

/** One way to see a stretch of the line as one word. */
interface Cut {
  readonly places: readonly Place[];
  readonly from: number;
  readonly to: number;
  readonly prior: number;
}

/** What a sign at the side of a word costs where a letter may stand, in nats. */
const SIGN_PRIOR = -5;

function cutsOf(line: string, atoms: readonly Atom[]): readonly Cut[] {
  const words = atoms.filter((atom): atom is WordAtom => atom.kind === 'word');
  return words.flatMap((word, index) => [
    ...withoutSigns(word.places).map((places, dropped) => {
      return { places, from: index, to: index + 1, prior: dropped * SIGN_PRIOR };
    }),
    ...joins(line, words, index),
  ]);
}

/** The word whole, and without places at its sides that may be signs. */
function withoutSigns(places: readonly Place[]): readonly (readonly Place[])[] {
  const cuts: (readonly Place[])[] = [places];
  for (let dropped = 1; dropped <= 2; dropped += 1) {
    if ((places.at(-dropped)?.signs.length ?? 0) === 0) break;
    cuts.push(places.slice(0, -dropped));
  }
  if ((places[0]?.signs.length ?? 0) > 0 && places.length > 1 && places[0]?.signs[0] !== '?') {
    cuts.push(...cuts.map((cut) => cut.slice(1)).filter((cut) => cut.length > 0));
  }
  return cuts.filter((cut) => cut.length > 0);
}

/** Words that go on after a space which was a byte of a letter. */
function joins(line: string, words: readonly WordAtom[], index: number): readonly Cut[] {
  const cuts: Cut[] = [];
  let places: readonly Place[] = words[index]?.places ?? [];
  let word = words[index];
  for (let to = index + 1; to <= index + LONGEST_JOIN; to += 1) {
    const joint = word?.joint ?? null;
    if (joint === null) break;
    places = [...places.slice(0, -1), joint];
    const next = words[to];
    if (next === undefined || next.start !== joint.end) {
      cuts.push({ places, from: index, to, prior: SPACE_LOST });
      break;
    }
    places = [...places, ...next.places];
    word = next;
    cuts.push({ places, from: index, to: to + 1, prior: 0 });
  }
  return line === '' ? [] : cuts;
}

/** What it costs to believe that the space after a word was a byte of its last letter, the real space folded into it. */
const SPACE_LOST = -1;

function readAll(cuts: readonly Cut[], model: LanguageModel, knowledge: RestoreKnowledge): readonly Reading[] {
  return cuts.flatMap(({ places, from, to, prior }, variant) =>
    knowledge
      .remember(model.language, keyOf(places), () => candidatesOf(places, model))
      .map((word) => ({ word, from, to, prior, variant })),
  );
}

function keyOf(places: readonly Place[]): string {
  return places
    .map(({ codes }) => (codes.length === 1 ? String.fromCharCode(codes[0] ?? 0) : codes.join(',')))
    .join('|');
}

interface Plan {
  readonly atoms: readonly Atom[];
  readonly cuts: readonly Cut[];
  readonly choices: readonly Choice[];
  readonly model: LanguageModel;
}

function write(line: string, { atoms, cuts, choices, model }: Plan): { text: string; parts: readonly RestoredPart[] } {
  const parts: RestoredPart[] = [];
  let text = '';
  let at = 0;
  const gaps = atoms.filter((atom): atom is GapAtom => atom.kind === 'gap');
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
        parts.push({ start: at, before, after: sign.after, method, confidence: sign.confidence });
      }
      at = next.end;
      gap += 1;
    }
  };
  for (const choice of choices) {
    const places = cuts[choice.reading.variant]?.places ?? [];
    const start = places[0]?.start ?? at;
    const end = places.at(-1)?.end ?? at;
    copyTo(start);
    const before = line.slice(start, end);
    const after = withCase(choice.reading.word.text, places, { text, model });
    text += after;
    if (before !== after) parts.push({ start, before, after, ...judge(choice, places) });
    at = end;
  }
  copyTo(line.length);
  return { text, parts };
}

function judge(choice: Choice, places: readonly Place[]): Pick<RestoredPart, 'method' | 'confidence'> {
  const lost = places.filter(({ codes }) => codes.length > 1).length;
  if (lost === 0 && choice.probability > 0.9999) return { method: 'decoding', confidence: 1 };
  const { word } = choice.reading;
  return {
    method: word.listed ? 'lexicon' : 'context',
    confidence: confidenceOf(choice, { lost, length: places.length }),
  };
}

/** Small and capital letters, where the damage tells; else as the other letters, the sentence or the word's habit have it. */
function withCase(
  word: string,
  places: readonly Place[],
  { text, model }: { readonly text: string; readonly model: LanguageModel },
): string {
  const known = places.map(({ cases }, index) => cases[codeOf(word.charCodeAt(index))] ?? SMALL);
  const rest = known.slice(1).filter((letterCase) => letterCase !== (SMALL | CAPITAL));
  const isCapitals = rest.length > 0 && known[0] !== SMALL && rest.every((letterCase) => letterCase === CAPITAL);
  return known
    .map((letterCase, index) => {
      const letter = word[index] ?? '';
      if (letterCase !== (SMALL | CAPITAL)) return letterCase === CAPITAL ? letter.toUpperCase() : letter;
      if (isCapitals) return letter.toUpperCase();
      return index === 0 && beginsWithCapital(word, text, model) ? letter.toUpperCase() : letter;
    })
    .join('');
}

const LAST_WORD = /[\p{L}\p{N}][^\p{L}\p{N}]*$/u;

function beginsWithCapital(word: string, text: string, model: LanguageModel): boolean {
  const between = LAST_WORD.exec(text.slice(-12))?.[0].slice(1);
  if (between === undefined) return true;
  return SENTENCE_END.test(between)
    ? model.capitalShare(word) > 0.5 || /[.!?…]/.test(between)
    : model.capitalShare(word) > 0.5;
}
