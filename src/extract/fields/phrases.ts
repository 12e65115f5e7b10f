import { latinSpellings } from './kazakh-latin.js';
import { toNameKey } from './name-key.js';

/** Kazakh letters and those of the Arabic script that stand for them, letter for letter; the hamza is told apart by no key. */
const CYRILLIC = 'аәбвгғдежзийкқлмнңоөпрстуұүфхһчшщыі';
const ARABIC = 'اابۆگعدەجزييكقلمنڭووپرستۋۇۇفحھچششىى';
const TO_ARABIC: ReadonlyMap<string, string> = new Map(
  [...CYRILLIC].map((letter, index) => [letter, ARABIC[index] ?? letter]),
);
/** Only these scripts spell a phrase in several ways. */
const SPELT = /[a-z\u00c0-\u024f\u0600-\u06ff]/;
const BETWEEN = /\s*\|\s*/u;

/** How a Kazakh word or phrase, in Cyrillic and lower case, is spelt in the Arabic script, without its hamza. */
export function arabicSpelling(phrase: string): string {
  return [...phrase].map((letter) => TO_ARABIC.get(letter) ?? letter).join('');
}

/**
 * A test for set phrases, in lists parted by `|`, lower case: whether a text in lower case is one of them. Kazakh phrases
 * are known in the Latin and the Arabic script as well.
 */
export function phraseTest(kazakh: string, others: string): (lower: string) => boolean {
  const native = kazakh.split(BETWEEN);
  const exact = new Set([...native, ...others.split(BETWEEN)]);
  let spelt: ReadonlySet<string> | null = null;
  return (lower) => {
    if (exact.has(lower)) return true;
    if (!SPELT.test(lower)) return false;
    spelt ??= new Set(
      [...exact, ...native.flatMap((phrase) => [...latinSpellings(phrase), arabicSpelling(phrase)])].map(toNameKey),
    );
    return spelt.has(toNameKey(lower));
  };
}
