import { textCost } from '../text/letter-model.js';
import { cyrillicCost, isSpeltIn } from '../text/neighbour-model.js';
import type { Change } from './change.js';

/** Ө, ү and ң as fonts made for Kyrgyz before Unicode keep them, in the places of windows-1251 (reference: `pages.md`, K8). */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['є', 'ө'],
  ['Є', 'Ө'],
  ['ї', 'ү'],
  ['Ї', 'Ү'],
  ['ў', 'ң'],
  ['Ў', 'Ң'],
]);
const FONT_LETTER = /[єЄїЇўЎ]/g;
const FEWEST_LETTERS = 2;
/** What the letters must gain in likelihood, in nats, and what sound Kyrgyz costs at most, in nats a letter. */
const LEAST_GAIN = 12;
const KYRGYZ_COST = 3.4;

/** Reads Kyrgyz written in such a font; null for any other text, Ukrainian and Belarusian among it. */
export function readKyrgyzFont(text: string): Change | null {
  if ((text.match(FONT_LETTER)?.length ?? 0) < FEWEST_LETTERS) return null;
  if (isSpeltIn(text, 'uk') || isSpeltIn(text, 'be')) return null;
  const after = text.replace(FONT_LETTER, (letter) => LETTERS.get(letter) ?? letter);
  const { cost, language, perLetter } = cyrillicCost(after);
  const isKyrgyz = language === 'ky' && perLetter <= KYRGYZ_COST && isSpeltIn(after, 'ky');
  if (!isKyrgyz || Math.min(textCost(text), cyrillicCost(text).cost) - cost < LEAST_GAIN) return null;
  return { method: 'kyrgyz-font-as-windows-1251', before: text, after };
}
