import { foldLookAlikes } from '../../text/look-alikes.js';
import { readLanguageByWords } from './language-words.js';

/** Characters of a text that are looked at. */
const SAMPLE = 6000;
const FEWEST_LETTERS = 10;
/** Code points below this one are Latin, Greek and Cyrillic. */
const FREQUENT = 0x530;
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

/** Share of letters of a text, between 0 and 1: of any of these, or of those that a pattern finds. */
type ShareOf = (letters: string | RegExp) => number;
/** How often each letter stands in a text. */
interface LetterCounts {
  /** By code unit. */
  readonly frequent: Uint16Array;
  readonly rare: ReadonlyMap<string, number>;
}
/** A rule of a language; the first that holds decides, one with the language null says that it cannot be told. */
type Rule = readonly [language: string | null, holds: (share: ShareOf) => boolean];

/**
 * Kazakh text has about 20 % letters of its own, Kyrgyz 6 %, Ukrainian 8 %; names and quotations bring less than 2 % of them into
 * Russian. Between the two nothing is said.
 */
const CYRILLIC: readonly Rule[] = [
  ['tg', (share) => share('ӣӯҷ') > 0.015 && share('ы') < 0.005],
  ['uz-Cyrl', (share) => share('ўҳ') > 0.01 && share('ыі') < 0.01],
  ['ba', (share) => share('ҙҫҡ') > 0.015],
  ['tt', (share) => share('ә') > 0.03 && share('қғұі') < 0.01],
  ['kk', (share) => share('әғқңөұүһі') > 0.05 && share('әғқұһ') > 0.015],
  ['be', (share) => share('ў') > 0.005 && share('иїє') < 0.01],
  ['uk', (share) => share('іїєґ') > 0.03 && share('ыэъёўәғқңөұүһ') < 0.01],
  ['kk', (share) => share('і') > 0.03 && share('ыңөүә') > 0.02],
  ['mn', (share) => share('өү') > 0.05 && share('х') > 0.02 && share('ңк') < 0.02],
  ['ky', (share) => share('ңөү') > 0.02 && share('әғқұһі') < 0.01],
  [null, (share) => share('әғқңөұүһіўїє') > 0.02],
  ['sr', (share) => share('ђјљњћџ') > 0.01],
  ['bg', (share) => share('ъ') > 0.007 && share('ыэё') < 0.003],
  ['ru', (share) => share('овячщцфюьэйх') > 0.17 && share('о') > 0.045],
];
const LATIN: readonly Rule[] = [
  ['kk-Latn', (share) => share('ǵńáıýóúū') > 0.03 && share('ǵńıýū') > 0.02 && share('çşğ') < 0.01],
  ['az', (share) => share('ə') > 0.03],
  ['kk-Latn', (share) => share('q') > 0.015 && share('ñäıūşğ') > 0.03],
  ['tr', (share) => share('ığş') > 0.02 && share('qxwə') < 0.01],
  // The alphabet of 2017: a' n' u' y'.
  ['kk-Latn', (share) => share(/[anuy][ʻʼ‘’'`]/gu) > 0.015 && share('q') > 0.01 && share('y') > 0.045],
  ['uz', (share) => share(/[og][ʻʼ‘’'`](?=\p{L})/gu) > 0.008 && share('q') > 0.005],
  ['kk-Latn', (share) => share(/q(?!u[aeio])/g) > 0.012 && share('y') > 0.045],
];
const ARABIC: readonly Rule[] = [
  ['ug', (share) => share('ېۈۆ') > 0.01],
  ['kk-Arab', (share) => share('ۇۋە') > 0.03 && share('ێڵےٹ') === 0],
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
  const share: ShareOf = (found) =>
    (typeof found === 'string' ? countOfAny(letters, found) : (sample.match(found)?.length ?? 0)) / total;
  return rules.find(([, holds]) => holds(share))?.[0] ?? null;
}

function countLetters(sample: string): LetterCounts {
  const frequent = new Uint16Array(FREQUENT);
  const rare = new Map<string, number>();
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    if (code < FREQUENT) {
      frequent[code] = (frequent[code] ?? 0) + 1;
      continue;
    }
    const letter = String.fromCodePoint(sample.codePointAt(index) ?? code);
    rare.set(letter, (rare.get(letter) ?? 0) + 1);
    index += letter.length - 1;
  }
  return { frequent, rare };
}

function countOfAny({ frequent, rare }: LetterCounts, letters: string): number {
  let sum = 0;
  for (const letter of letters) sum += frequent[letter.codePointAt(0) ?? 0] ?? rare.get(letter) ?? 0;
  return sum;
}

function countOf({ frequent, rare }: LetterCounts, script: RegExp): number {
  let sum = 0;
  for (const code of frequentOf(script)) sum += frequent[code] ?? 0;
  for (const [letter, count] of rare) if (letter.search(script) >= 0) sum += count;
  return sum;
}

const known = new Map<RegExp, Uint16Array>();

/** Code units of the frequent letters of a script. */
function frequentOf(script: RegExp): Uint16Array {
  const codes =
    known.get(script) ??
    Uint16Array.from({ length: FREQUENT }, (_, code) => code).filter(
      (code) => String.fromCharCode(code).search(script) >= 0,
    );
  known.set(script, codes);
  return codes;
}
