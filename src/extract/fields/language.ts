import { foldLookAlikes } from '../../text/look-alikes.js';
import { remembered } from '../../text/remembered.js';
import { readLanguageByWords } from './language-words.js';

/** Characters of a text that are looked at. */
const SAMPLE = 6000;
const FEWEST_LETTERS = 10;
/** Code points below this one are Latin, Greek and Cyrillic. */
const FREQUENT = 0x530;
/** `[ғқ]`, `ы`: a pattern that one letter decides. */
const ONE_LETTER = /^(?:\[[^\]]+\]|.)$/u;
const LETTER = /\p{L}/gu;
const SCRIPTS = {
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Latin: /\p{Script=Latin}/gu,
  Arabic: /\p{Script=Arabic}/gu,
} as const;
/** Scripts that one language alone uses in print, the syllables of Japanese before the characters it shares. */
const ONE_LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
];

/** Shares of letters of a text, between 0 and 1. */
type ShareOf = (letters: RegExp) => number;
/** How often each letter stands in a text. */
type LetterCounts = readonly (readonly [letter: string, count: number])[];
/** A rule of a language; the first that holds decides, one with the language null says that it cannot be told. */
type Rule = readonly [language: string | null, holds: (share: ShareOf) => boolean];

/**
 * Kazakh text has about 20 % letters of its own, Kyrgyz 6 %, Ukrainian 8 %; names and quotations bring less than 2 % of them into
 * Russian. Between the two nothing is said.
 */
const CYRILLIC: readonly Rule[] = [
  ['tg', (share) => share(/[ӣӯҷ]/g) > 0.015 && share(/ы/g) < 0.005],
  ['uz-Cyrl', (share) => share(/[ўҳ]/g) > 0.01 && share(/[ыі]/g) < 0.01],
  ['ba', (share) => share(/[ҙҫҡ]/g) > 0.015],
  ['tt', (share) => share(/ә/g) > 0.03 && share(/[қғұі]/g) < 0.01],
  ['kk', (share) => share(/[әғқңөұүһі]/g) > 0.05 && share(/[әғқұһ]/g) > 0.015],
  ['be', (share) => share(/ў/g) > 0.005 && share(/[иїє]/g) < 0.01],
  ['uk', (share) => share(/[іїєґ]/g) > 0.03 && share(/[ыэъёўәғқңөұүһ]/g) < 0.01],
  ['kk', (share) => share(/і/g) > 0.03 && share(/[ыңөүә]/g) > 0.02],
  ['mn', (share) => share(/[өү]/g) > 0.05 && share(/х/g) > 0.02 && share(/[ңк]/g) < 0.02],
  ['ky', (share) => share(/[ңөү]/g) > 0.02 && share(/[әғқұһі]/g) < 0.01],
  [null, (share) => share(/[әғқңөұүһіўїє]/g) > 0.02],
  ['sr', (share) => share(/[ђјљњћџ]/g) > 0.01],
  ['bg', (share) => share(/ъ/g) > 0.007 && share(/[ыэё]/g) < 0.003],
  ['ru', (share) => share(/[овячщцфюьэйх]/g) > 0.17 && share(/о/g) > 0.045],
];
const LATIN: readonly Rule[] = [
  ['kk-Latn', (share) => share(/[ǵńáıýóúū]/g) > 0.03 && share(/[ǵńıýū]/g) > 0.02 && share(/[çşğ]/g) < 0.01],
  ['az', (share) => share(/ə/g) > 0.03],
  ['kk-Latn', (share) => share(/q/g) > 0.015 && share(/[ñäıūşğ]/g) > 0.03],
  ['tr', (share) => share(/[ığş]/g) > 0.02 && share(/[qxwə]/g) < 0.01],
  // The alphabet of 2017: a' n' u' y'.
  ['kk-Latn', (share) => share(/[anuy][ʻʼ‘’'`]/gu) > 0.015 && share(/q/g) > 0.01 && share(/y/g) > 0.045],
  ['uz', (share) => share(/[og][ʻʼ‘’'`](?=\p{L})/gu) > 0.008 && share(/q/g) > 0.005],
  ['kk-Latn', (share) => share(/q(?!u[aeio])/g) > 0.012 && share(/y/g) > 0.045],
];
const ARABIC: readonly Rule[] = [
  ['ug', (share) => share(/[ېۈۆ]/g) > 0.01],
  ['kk-Arab', (share) => share(/[ۇۋە]/g) > 0.03 && share(/[ێڵےٹ]/g) === 0],
];

/**
 * Tells the language of a text by its letters and their shares: a BCP 47 tag (`kk`, `kk-Latn`, `kk-Arab`, `ru`, `ky`, `uz`, `uz-Cyrl`,
 * `uk`, `en` …), or null where the text is short, mixed or in a language not known here.
 */
export function readLanguage(text: string): string | null {
  const sample = foldLookAlikes(text.slice(0, SAMPLE).normalize('NFC')).toLowerCase();
  const letters = countLetters(sample);
  const count = (script: RegExp): number => countOf(letters, script);
  const total = count(LETTER);
  if (total < FEWEST_LETTERS) return readByScript(letters, total);
  if (count(SCRIPTS.Cyrillic) > total * 0.6) return decide(CYRILLIC, { sample, letters }, count(SCRIPTS.Cyrillic));
  if (count(SCRIPTS.Arabic) > total * 0.6) return decide(ARABIC, { sample, letters }, count(SCRIPTS.Arabic));
  if (count(SCRIPTS.Latin) > total * 0.6) {
    return decide(LATIN, { sample, letters }, count(SCRIPTS.Latin)) ?? readLanguageByWords(sample);
  }
  return readByScript(letters, total);
}

function readByScript(letters: LetterCounts, total: number): string | null {
  const found = ONE_LANGUAGE.find(
    ([script, language]) => countOf(letters, script) > total * (language === 'ja' ? 0.2 : 0.5),
  );
  return total >= 4 ? (found?.[1] ?? null) : null;
}

function decide(
  rules: readonly Rule[],
  { sample, letters }: { readonly sample: string; readonly letters: LetterCounts },
  total: number,
): string | null {
  // A pattern that looks further than one letter is counted in the text itself.
  const share: ShareOf = (pattern) =>
    (ONE_LETTER.test(pattern.source) ? countOf(letters, pattern) : (sample.match(pattern)?.length ?? 0)) / total;
  return rules.find(([, holds]) => holds(share))?.[0] ?? null;
}

function countLetters(sample: string): LetterCounts {
  const counts = new Uint16Array(FREQUENT);
  const rare = new Map<string, number>();
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.codePointAt(index) ?? 0;
    if (code < FREQUENT) {
      counts[code] = (counts[code] ?? 0) + 1;
      continue;
    }
    const letter = String.fromCodePoint(code);
    rare.set(letter, (rare.get(letter) ?? 0) + 1);
    index += letter.length - 1;
  }
  const frequent = [...counts].flatMap((count, code) =>
    count === 0 ? [] : [[String.fromCharCode(code), count] as const],
  );
  return [...frequent, ...rare];
}

function countOf(letters: LetterCounts, pattern: RegExp): number {
  const isOne = isOneOf(pattern);
  let sum = 0;
  for (const [letter, count] of letters) if (isOne(letter)) sum += count;
  return sum;
}

const known = new Map<string, (letter: string) => boolean>();

/** Whether a letter matches a pattern of one letter; patterns are few, and so are the letters of papers. */
function isOneOf(pattern: RegExp): (letter: string) => boolean {
  let test = known.get(pattern.source);
  if (test === undefined) {
    test = remembered((letter: string) => letter.search(pattern) >= 0);
    known.set(pattern.source, test);
  }
  return test;
}
