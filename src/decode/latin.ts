import { remembered } from '../text/remembered.js';

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

const LETTER = /(?![ªºµ])\p{L}/u;
const SMALL = /\p{Ll}/u;
const ASCII_LETTER = /[a-z]/i;
const ASCII_WORD = /[a-z0-9]/i;

/** Latin charsets that a text may be in. */
export const latinCharsets: readonly string[] = [...new Set(LANGUAGES.flatMap(({ charsets }) => charsets))];

/** Cost of a text as Latin script, in nats, comparable with the letter model's: that of the language which suits it best. */
export function latinCost(text: string, charset: string): number {
  const languages = LANGUAGES.filter(({ charsets }) => charsets.includes(charset));
  const accented = countAccented(text);
  const letters = languages.map(({ letters, prior }) => prior + lettersCost(accented, letters));
  return signsCost(text) + Math.min(...letters) + (CHARSET_PRIORS[charset] ?? 0);
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
    const char = text.charAt(index);
    if (char <= '\u009f') continue;
    const known = counts.get(char);
    const letter = known ?? { count: 0, behindSmall: 0 };
    if (known === undefined) counts.set(char, letter);
    letter.count += 1;
    if (isSmall(text.charAt(index - 1))) letter.behindSmall += 1;
  }
  for (const char of counts.keys()) if (!LETTER.test(char)) counts.delete(char);
  return counts;
}

const isSmall = remembered((char) => SMALL.test(char));

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

/** Cost of all else: letters of ASCII, signs, accented letters in heaps or in odd places. */
function signsCost(text: string): number {
  let cost = 0;
  let run = 0;
  let ascii = 0;
  let accented = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char <= '\u007f') {
      if (ASCII_WORD.test(char)) cost += ASCII_WORD.test(text[index - 1] ?? '') ? ASCII_COST : ASCII_START_COST;
      if (ASCII_LETTER.test(char)) ascii += 1;
      run = 0;
      continue;
    }
    if (!MARKS.test(char)) accented += 1;
    run += 1;
    if (run === 2 && !ASCII_LETTER.test(text[index - 2] ?? '') && !MARKS.test(text[index - 1] + char))
      cost += BARE_COST;
    cost += signCost(char) + (RUN_COSTS[Math.min(run, RUN_COSTS.length) - 1] ?? 0);
    if (run === 1) cost += placeCost(char, text[index - 1] ?? ' ', text[index + 1] ?? ' ');
  }
  return cost + Math.max(0, accented - ascii) * EXCESS_COST;
}

function signCost(char: string): number {
  if (char <= '\u009f' || char === '\ufffd') return CONTROL_COST;
  return LETTER.test(char) ? 0 : SIGN_COST;
}

/** A sign that is no letter inside a word, and an accented letter that is a word by itself. */
function placeCost(char: string, previous: string, next: string): number {
  const before = ASCII_LETTER.test(previous);
  const after = ASCII_LETTER.test(next);
  if (!LETTER.test(char)) return (before || after) && !MARKS.test(char) ? SIGN_IN_WORD_COST : 0;
  return before || after || next > '\u007f' || WORDS.test(char) ? 0 : LONE_COST;
}
