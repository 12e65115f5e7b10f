import { foldForSearch, searchSpellings } from '../text/look-alikes.js';

/** Looks a word up in a search index: the first word, in the order of code points, that begins so; null where none does. */
export type FirstWord = (beginning: string) => Promise<string | null>;

/** Spellings of one word, and look-ups for them, that are worth their time. */
const MOST_SPELLINGS = 12;
const MOST_LOOK_UPS = 600;
/** A longer word has no spelling that nobody thought of. */
const LONGEST = 60;

/**
 * The words of an index that fold to the same word («казакстан» → `қазақстан`), found letter by letter: a beginning that no word has is
 * not followed. In lower case, as indexes hold them.
 */
export async function spellingsOf(word: string, firstWord: FirstWord): Promise<readonly string[]> {
  const letters = [...foldForSearch(word)];
  const folded = letters.join('');
  if (letters.length > LONGEST) return [];
  let beginnings: readonly string[] = [''];
  let lookUps = 0;
  for (const letter of letters) {
    const longer: string[] = [];
    for (const beginning of beginnings) {
      for (const spelling of searchSpellings(letter)) {
        lookUps += 1;
        if (lookUps > MOST_LOOK_UPS) return [];
        if ((await firstWord(beginning + spelling)) !== null) longer.push(beginning + spelling);
      }
    }
    beginnings = longer;
  }
  const found: string[] = [];
  for (const spelling of beginnings) {
    if (foldForSearch(spelling) === folded && (await firstWord(spelling)) === spelling) found.push(spelling);
  }
  return found.slice(0, MOST_SPELLINGS);
}
