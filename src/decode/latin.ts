/** Languages in Latin script by the charsets they were written in, what each must make good in nats, and its letters, commonest first. */
const LANGUAGES: readonly { readonly charsets: readonly string[]; readonly prior: number; readonly letters: string }[] =
  [
    { charsets: ['windows-1252'], prior: 0, letters: 'éàèêçôâîùûëïœ' },
    { charsets: ['windows-1252'], prior: 0, letters: 'üäößé' },
    { charsets: ['windows-1252'], prior: 0, letters: 'óíáéñúüª' },
    { charsets: ['windows-1252'], prior: 0.5, letters: 'ãçáéóíêúâõàôº' },
    { charsets: ['windows-1252'], prior: 0.5, letters: 'èàùòéì' },
    { charsets: ['windows-1252'], prior: 0.5, letters: 'äåöøæéü' },
    { charsets: ['windows-1252'], prior: 2, letters: 'áíðéóþúöýæ' },
    { charsets: ['windows-1254'], prior: 1, letters: 'ıüşçöğİâîû' },
    { charsets: ['windows-1250', 'iso-8859-2'], prior: 1, letters: 'łóążęćśńź' },
    { charsets: ['windows-1250', 'iso-8859-2'], prior: 1, letters: 'íáéěřýčžšůúťňďľóôäĺŕ' },
    { charsets: ['windows-1250', 'iso-8859-2'], prior: 1, letters: 'áéőöüóíűú' },
    { charsets: ['windows-1250', 'iso-8859-2'], prior: 1.5, letters: 'ăîşţâ' },
    { charsets: ['windows-1250', 'iso-8859-2'], prior: 1.5, letters: 'čšžćđ' },
    { charsets: ['windows-1257'], prior: 2, letters: 'ėšųžįūčęą' },
    { charsets: ['windows-1257'], prior: 2, letters: 'āīēšņūļžģķč' },
  ];
/** What a charset must make good before it beats another of the same letters. */
const CHARSET_PRIORS: Readonly<Record<string, number>> = { 'iso-8859-2': 1.5 };
const FIRST_LETTER_COST = 1.6;
const RANK_COST = 0.25;
const CAPITAL_COST = 1;
/** A capital behind a small letter. */
const MISPLACED_COST = 8;
const RARE_COST = 7;
/** What a sign above 7F costs more as the first, second, third … of a run: Latin words have ASCII letters in between. */
const RUN_COSTS = [0, 3, 7];
const SIGN_COST = 2;
/** What letters of ASCII cost in the letter model, at the start of a word and inside. */
const ASCII_START_COST = 2.5;
const ASCII_COST = 0.3;
/** Latin texts have more letters of ASCII than accented ones; each that has none for company costs more. */
const EXCESS_COST = 3;
/** Words that begin with two letters or signs above 7F are of other scripts. */
const BARE_COST = 4;
const SIGN_IN_WORD_COST = 10;
const CONTROL_COST = 10;
/** Marks that stand at the side of words. */
const MARKS = /[“”„‘’«»…–—™®©]/;
const LONE_COST = 5;
/** Accented letters that are words: French à, Portuguese é, Czech í, Norwegian å … */
const WORDS = /[àáéèóòíåöæøÀÁÉÈÓÅÖÆØ]/;

/** What a sign is, a bit each. */
const [ASCII_LETTER, ASCII_WORD, MARK, LETTER, SMALL, WORD, SEEN] = [1, 2, 4, 8, 16, 32, 64];
const BITS: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/i, ASCII_LETTER],
  [/[a-z0-9]/i, ASCII_WORD],
  [MARKS, MARK],
  [/(?![ªºµ])\p{L}/u, LETTER],
  [/\p{Ll}/u, SMALL],
  [WORDS, WORD],
];
/** By code unit, filled when first met. */
const signs = new Uint8Array(0x10000);
const SPACE = 0x20;

/** Latin charsets that a text may be in. */
export const latinCharsets: readonly string[] = [...new Set(LANGUAGES.flatMap(({ charsets }) => charsets))];

/**
 * Cost of a text as Latin script, in nats, comparable with the letter model's: that of the language which suits it best. Of a text that
 * costs more than `most` it is only known that it does.
 */
export function latinCost(text: string, charset: string, most = Number.POSITIVE_INFINITY): number {
  const others = signsCost(text, most);
  if (others > most) return others;
  const languages = LANGUAGES.filter(({ charsets }) => charsets.includes(charset));
  const accented = countAccented(text);
  const letters = languages.map(({ letters, prior }) => prior + lettersCost(accented, letters));
  return others + Math.min(...letters) + (CHARSET_PRIORS[charset] ?? 0);
}

/** How often a letter stands in a text, and how often behind a small letter. */
interface LetterCount {
  count: number;
  behindSmall: number;
}

/** Letters above 7F with their counts: a text is looked through once for all languages. */
function countAccented(text: string): ReadonlyMap<string, LetterCount> {
  const counts = new Map<string, LetterCount>();
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 0x9f || !is(code, LETTER)) continue;
    const char = text.charAt(index);
    const known = counts.get(char);
    const letter = known ?? { count: 0, behindSmall: 0 };
    if (known === undefined) counts.set(char, letter);
    letter.count += 1;
    if (index > 0 && is(text.charCodeAt(index - 1), SMALL)) letter.behindSmall += 1;
  }
  return counts;
}

/** Cost of the accented letters in a language. */
function lettersCost(accented: ReadonlyMap<string, LetterCount>, letters: string): number {
  let cost = 0;
  for (const [char, { count, behindSmall }] of accented) {
    const rank = letters.indexOf(char);
    const lower = rank >= 0 ? rank : letters.indexOf(char.toLowerCase());
    cost += count * (lower < 0 ? RARE_COST : FIRST_LETTER_COST + RANK_COST * lower);
    if (char !== char.toLowerCase()) cost += behindSmall * MISPLACED_COST + (count - behindSmall) * CAPITAL_COST;
  }
  return cost;
}

/** Cost of all else: letters of ASCII, signs, accented letters in heaps or in odd places. Not reckoned to its end above `most`. */
function signsCost(text: string, most: number): number {
  let cost = 0;
  let run = 0;
  let ascii = 0;
  let accented = 0;
  let [before, previous] = [SPACE, SPACE];
  for (let index = 0; index < text.length && cost <= most; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 0x7f) {
      if (is(code, ASCII_WORD)) cost += is(previous, ASCII_WORD) ? ASCII_COST : ASCII_START_COST;
      if (is(code, ASCII_LETTER)) ascii += 1;
      run = 0;
    } else {
      if (!is(code, MARK)) accented += 1;
      run += 1;
      if (run === 2 && !is(before, ASCII_LETTER) && !is(previous, MARK) && !is(code, MARK)) cost += BARE_COST;
      cost += signCost(code) + (RUN_COSTS[Math.min(run, RUN_COSTS.length) - 1] ?? 0);
      const next = index + 1 < text.length ? text.charCodeAt(index + 1) : SPACE;
      if (run === 1) cost += placeCost(code, previous, next);
    }
    [before, previous] = [previous, code];
  }
  return cost + Math.max(0, accented - ascii) * EXCESS_COST;
}

function signCost(code: number): number {
  if (code <= 0x9f || code === 0xfffd) return CONTROL_COST;
  return is(code, LETTER) ? 0 : SIGN_COST;
}

/** A sign that is no letter inside a word, and an accented letter that is a word by itself. */
function placeCost(code: number, previous: number, next: number): number {
  const before = is(previous, ASCII_LETTER);
  const after = is(next, ASCII_LETTER);
  if (!is(code, LETTER)) return (before || after) && !is(code, MARK) ? SIGN_IN_WORD_COST : 0;
  return before || after || next > 0x7f || is(code, WORD) ? 0 : LONE_COST;
}

function is(code: number, bit: number): boolean {
  const known = signs[code] ?? 0;
  return ((known === 0 ? learn(code) : known) & bit) !== 0;
}

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const bits = BITS.reduce((all, [pattern, bit]) => (pattern.test(char) ? all | bit : all), SEEN);
  signs[code] = bits;
  return bits;
}
