/** Latin letters and the Cyrillic ones that look the same; both strings run in step. */
const LATIN = 'aceiopxykhjsABCEHIKMOPTXYSJ';
const CYRILLIC = 'асеіорхукһјѕАВСЕНІКМОРТХУЅЈ';
/** Letters of other alphabets that stand for a Kazakh one inside a Cyrillic word. */
const STAND_INS = new Map(pair('əƏǝƎɵƟθɣ', 'әӘәӘөӨөү'));

const TO_CYRILLIC: ReadonlyMap<string, string> = new Map([...pair(LATIN, CYRILLIC), ...STAND_INS]);
const TO_LATIN: ReadonlyMap<string, string> = new Map(pair(CYRILLIC, LATIN));

/** Kazakh, Kyrgyz, Uzbek and Ukrainian letters and what a reader without them types; ё as most papers print it. */
const SEARCH_LETTERS: ReadonlyMap<string, string> = new Map(pair('әіңғүұөһқёїўҳҷҙҫӊӈҥҡӄѓӻ', 'аингууохкеиухчзснннккгг'));

/** Signs of ASCII, which fold to their small letters, and no other. */
const PLAIN = /^[ -~]*$/;

/** Folded letter → the letters that fold to it, itself first. */
const SPELLINGS: ReadonlyMap<string, readonly string[]> = spellingTable();

/** Runs of letters, as long as they come. */
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;
const HAS_OTHER = /[a-zA-Zθ\u0180-\u02af]/;
const LATIN_MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const MARKS = /\p{M}/gu;

/**
 * Gives each word that mixes Latin and Cyrillic the letters of one script («шешiм» with a Latin i → «шешім», «ə» → «ә»).
 * Words of one script stay as they are. Letters are replaced one for one: offsets stay true.
 */
export function foldLookAlikes(text: string): string {
  if (!HAS_OTHER.test(text) || !HAS_CYRILLIC.test(text)) return text;
  return text.replace(WORD, (word) => (HAS_OTHER.test(word) && HAS_CYRILLIC.test(word) ? foldWord(word) : word));
}

/**
 * The key under which text is searched and looked up: lower case, look-alikes folded, Kazakh letters as their Russian neighbours
 * (қ→к, ә→а, і→и, ң→н, ғ→г, ү and ұ→у, ө→о, һ→х), ё→е, Latin letters without their marks (ń→n, ı→i).
 */
export function foldForSearch(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  // In small letters İ is an i with a second dot.
  const folded = foldLookAlikes(text.normalize('NFC')).replaceAll('İ', 'i').toLowerCase();
  const plain = folded.replace(LATIN_MARKED, (letter) => letter.normalize('NFD').replace(MARKS, '').replace('ı', 'i'));
  return replaceLetters(plain, SEARCH_LETTERS);
}

/** The lower-case letters that `foldForSearch` may turn into this one, itself first: а → а, ә and the Latin a. */
export function searchSpellings(folded: string): readonly string[] {
  return SPELLINGS.get(folded) ?? [folded];
}

function spellingTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  const folds = [
    ...SEARCH_LETTERS,
    ...[...TO_CYRILLIC].map(([from, to]) => [from, SEARCH_LETTERS.get(to) ?? to] as const),
  ];
  for (const [letter, folded] of folds) {
    const spellings = table.get(folded) ?? [folded];
    if (letter === letter.toLowerCase() && !spellings.includes(letter)) spellings.push(letter);
    table.set(folded, spellings);
  }
  return table;
}

/** The script of a mixed word is the one whose own letters, those that look like nothing else, it holds more of. */
function foldWord(word: string): string {
  let score = 0;
  for (const letter of word) {
    if (HAS_CYRILLIC.test(letter)) score += TO_LATIN.has(letter) ? 0 : 1;
    else if (HAS_OTHER.test(letter)) score -= TO_CYRILLIC.has(letter) ? 0 : 1;
  }
  return replaceLetters(word, score >= 0 ? TO_CYRILLIC : TO_LATIN);
}

function replaceLetters(text: string, letters: ReadonlyMap<string, string>): string {
  let result = '';
  for (const letter of text) result += letters.get(letter) ?? letter;
  return result;
}

function pair(from: string, to: string): readonly (readonly [string, string])[] {
  const targets = [...to];
  return [...from].map((letter, index) => [letter, targets[index] ?? letter] as const);
}
