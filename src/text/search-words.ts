import { foldForSearch } from './look-alikes.js';

/** Words as a full-text index cuts them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const STARTS = /[\p{L}\p{N}]/u;
const GOES_ON = /[\p{L}\p{M}\p{N}]/u;
/** Signs outside the first plane, which take two code units. */
const PAIRED = /[\ud800-\udfff]/;
/** What a code unit is to a word: it goes on with it, it may begin it; its script, where that tells whether it is folded. */
const [GOES, BEGINS, PLAIN_CYRILLIC, PLAIN_LATIN, FOLDED] = [1, 2, 4, 8, 16];
/** A word of these is its own folded form, unless it has both. */
const [CYRILLIC, LATIN, DIGIT] = [/[а-я]/, /[a-z]/, /[0-9]/];
/** What each code unit is. Made when first needed. */
let signs: Uint8Array | null = null;
/** Words remembered between texts: a newspaper uses the same ones again and again. */
const REMEMBERED = 50_000;

const foldedForms = new Map<string, string | null>();

/**
 * The distinct folded forms of words that differ from their originals, parted by spaces («Қазақстан ана» → `казакстан`): what a
 * search index must hold beside the text, so that a reader who types without Kazakh letters finds it. Empty where none differs.
 */
export function searchExtra(...texts: readonly (string | null)[]): string {
  const words = new Set<string>();
  const unplain: string[] = [];
  for (const text of texts) if (text !== null) addWords(text.toLowerCase(), words, unplain);
  const extra = new Set<string>();
  for (const word of unplain) {
    const folded = foldedForm(word);
    if (folded !== null && !words.has(folded)) extra.add(folded);
  }
  return [...extra].join(' ');
}

/**
 * The words of a text, and those of the new ones that folding may change. A table is asked for each sign: an expression with classes of
 * Unicode takes four times as long.
 */
function addWords(text: string, words: Set<string>, unplain: string[]): void {
  if (PAIRED.test(text)) {
    for (const word of text.match(WORD) ?? []) addWord(word, false, words, unplain);
    return;
  }
  signs ??= signTable();
  let [start, seen] = [-1, 0];
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at < text.length ? (signs[text.charCodeAt(at)] ?? 0) : 0;
    if (start < 0) {
      if ((sign & BEGINS) === 0) continue;
      [start, seen] = [at, sign];
    } else if (sign !== 0) seen |= sign;
    else {
      addWord(text.slice(start, at), isPlain(seen), words, unplain);
      start = -1;
    }
  }
}

function addWord(word: string, isItself: boolean, words: Set<string>, unplain: string[]): void {
  const before = words.size;
  words.add(word);
  if (!isItself && words.size > before) unplain.push(word);
}

/** True where folding leaves a word of such signs as it is. */
function isPlain(seen: number): boolean {
  return (seen & FOLDED) === 0 && (seen & (PLAIN_CYRILLIC | PLAIN_LATIN)) !== (PLAIN_CYRILLIC | PLAIN_LATIN);
}

function signTable(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, code) => {
    const sign = String.fromCharCode(code);
    if (!GOES_ON.test(sign)) return 0;
    const script = CYRILLIC.test(sign)
      ? PLAIN_CYRILLIC
      : LATIN.test(sign)
        ? PLAIN_LATIN
        : DIGIT.test(sign)
          ? 0
          : FOLDED;
    return (STARTS.test(sign) ? BEGINS | GOES : GOES) | script;
  });
}

/** The folded form of a lower-case word, or null where it is the word itself. */
function foldedForm(word: string): string | null {
  const known = foldedForms.get(word);
  if (known !== undefined) return known;
  const folded = foldForSearch(word);
  const form = folded === word ? null : folded;
  if (foldedForms.size >= REMEMBERED) foldedForms.clear();
  foldedForms.set(word, form);
  return form;
}
