import { foldForSearch } from './look-alikes.js';

/** Words as a full-text index cuts them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const STARTS = /[\p{L}\p{N}]/u;
const GOES_ON = /[\p{L}\p{M}\p{N}]/u;
/** Signs outside the first plane, which take two code units. */
const PAIRED = /[\ud800-\udfff]/;
/** What each code unit is to a word: 2 may begin it, 1 may only follow, 0 ends it. Made when first needed. */
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
  for (const text of texts) if (text !== null) addWords(text.toLowerCase(), words);
  const extra = new Set<string>();
  for (const word of words) {
    const folded = foldedForm(word);
    if (folded !== null && !words.has(folded)) extra.add(folded);
  }
  return [...extra].join(' ');
}

/** The words of a text. A table is asked for each sign: an expression with classes of Unicode takes four times as long. */
function addWords(text: string, words: Set<string>): void {
  if (PAIRED.test(text)) {
    for (const word of text.match(WORD) ?? []) words.add(word);
    return;
  }
  signs ??= signTable();
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at < text.length ? (signs[text.charCodeAt(at)] ?? 0) : 0;
    if (start < 0 && sign === 2) start = at;
    else if (start >= 0 && sign === 0) {
      words.add(text.slice(start, at));
      start = -1;
    }
  }
}

function signTable(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, code) => {
    const sign = String.fromCharCode(code);
    return STARTS.test(sign) ? 2 : GOES_ON.test(sign) ? 1 : 0;
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
