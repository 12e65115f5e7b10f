import { candidatesOf } from './candidates.js';
import { detectDamage } from './detect-mechanism.js';
import type { RestoreKnowledge } from './knowledge.js';
import type { LanguageModel, ModelWord } from './language-model.js';
import { codeOf, KAZAKH_LETTERS } from './letters.js';
import type { Mechanism } from './mechanisms.js';
import { type Atom, type Place, parseLine, type WordAtom } from './parse-line.js';
import { type CasePattern, cutWords, type WordCut } from './word-cuts.js';
import { type Choice, chooseReadings, type Reading } from './word-lattice.js';
import { type RestoredPart, writeLine } from './write-line.js';

export { applyParts, type RestoredPart } from './write-line.js';

/** A line with the best proposal for what it was. A clean line has no parts and its own text. */
export interface LineRestoration {
  readonly text: string;
  readonly parts: readonly RestoredPart[];
  /** Name of the mechanism of the page; null for a line that stays as it is. */
  readonly mechanism: string | null;
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
  if (best === null || !isBelievable(line, { ...best, mechanism, atoms }))
    return { text: line, parts: [], total: best?.total ?? 0 };
  return { ...writeLine(line, { atoms, cuts, ...best }), total: best.total };
}

/** What is left of UTF-8 in windows-1251 when the damage is of another kind. */
const LEFT_OF_1251 = /[ЂЃЉЊЌЋЏђљњќћџЎўЈҐЄЇєјЅѕї]/;

interface Outcome {
  readonly choices: readonly Choice[];
  readonly model: LanguageModel;
  readonly mechanism: Mechanism;
  readonly atoms: readonly Atom[];
}

function isLeftOver(line: string, { kind, start, end }: Atom): boolean {
  return kind === 'gap' && end === start + 1 && LEFT_OF_1251.test(line[start] ?? '');
}

/** Words make sense: most are known ones; only Kazakh has lost Kazakh letters; nothing is left that no letter explains. */
function isBelievable(line: string, { choices, model, mechanism, atoms }: Outcome): boolean {
  if (mechanism.covered?.sign === '?' && model.language !== 'kk') return false;
  if (mechanism.reader === 'windows-1251' && atoms.some((atom) => isLeftOver(line, atom))) return false;
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
