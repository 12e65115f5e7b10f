import { foldForSearch } from './look-alikes.js';

/** Words as a full-text index cuts them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** Words remembered between texts: a newspaper uses the same ones again and again. */
const REMEMBERED = 50_000;

const foldedForms = new Map<string, string | null>();

/**
 * The distinct folded forms of words that differ from their originals, parted by spaces («Қазақстан ана» → `казакстан`): what a
 * search index must hold beside the text, so that a reader who types without Kazakh letters finds it. Empty where none differs.
 */
export function searchExtra(...texts: readonly (string | null)[]): string {
  const words = new Set(texts.flatMap((text) => text?.toLowerCase().match(WORD) ?? []));
  const extra = new Set<string>();
  for (const word of words) {
    const folded = foldedForm(word);
    if (folded !== null && !words.has(folded)) extra.add(folded);
  }
  return [...extra].join(' ');
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
