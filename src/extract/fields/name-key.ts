import { foldForSearch } from '../../text/look-alikes.js';
import { remembered } from '../../text/remembered.js';

/** Apostrophes of the Kazakh alphabet of 2017, of Uzbek and of Ukrainian. */
const APOSTROPHES = /['’‘ʼʻ`´]/g;
const ARABIC = /[\u0600-\u06ff]/;
/** Arabic letters written in more than one way: hamza and tatweel dropped, yeh, kaf and heh made one. */
const ARABIC_DROPPED = /[\u0621\u0640\u0674]/g;
const ARABIC_VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/[\u064a\u06cc]/g, '\u0649'],
  [/\u06a9/g, '\u0643'],
  [/[\u0647\u0629]/g, '\u06d5'],
  // Letters with a high hamza of their own.
  [/\u0675/g, '\u0627'],
  [/\u0676/g, '\u0648'],
  [/\u0677/g, '\u06c7'],
  [/\u0678/g, '\u0649'],
];

/** The key under which names of months, weekdays and labels are kept: `foldForSearch` without apostrophes, Arabic variants made one. */
export const nameKey: (word: string) => string = remembered(toNameKey);

/** The same key, not kept: for texts that hardly come again. */
export function toNameKey(word: string): string {
  const key = foldForSearch(word).replace(APOSTROPHES, '');
  if (!ARABIC.test(key)) return key;
  return ARABIC_VARIANTS.reduce((text, [letters, one]) => text.replace(letters, one), key.replace(ARABIC_DROPPED, ''));
}
