import { entitySlugOf, slugOf } from '../../text/slug.js';
import { parseAddress } from './address-shape.js';

/** Addresses with fewer words are names of topics («charity-ratings»), which headings bear by chance. */
const FEWEST_WORDS = 4;
const FEWEST_LETTERS = 20;
/** No engine makes longer ones, percent-encoded letters counted by their bytes. */
const LONGEST = 2000;
/** From this length on a site may have cut its address off. */
const CUT = 40;
/** What sites put before and behind the words: an id, an ending, «page». */
const BEFORE = /^(?:article|news|post|story)?[-_.]?\d{3,}[-_.]+/;
const BEHIND = /(?:\.\w{2,5})?$/;
const ID_BEHIND = /(?:[-_.,](?:[a-z]{1,4}[-_.])?\d[\d.]{3,}|,\w{4,12}|[-_.](?:[a-z]{1,3}\d+|[0-9a-f]{24,40}))$/;
const LETTER = /[^\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
/** Letters that no decomposition takes apart, as addresses spell them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', đ: 'd', ł: 'l', þ: 'th', ð: 'd',
}; // biome-ignore format: one table
const SPELT = /[øæœßıđłþð]/g;
/** Two ways to write a vowel with two dots. */
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' };
const UMLAUT = /[äöüå]/g;

/** How the address spells a text: all of it, its beginning where it was cut off, or not. */
export type Spelling = 'whole' | 'beginning' | null;

/**
 * Tells whether the words of an address spell a text: engines make the address of the headline when a story is first
 * kept, so that of several headlines it confirms one.
 */
export function spellsHeadline(address: string | null): (text: string) => Spelling {
  const slugs = slugsOf(address);
  return (text) => {
    if (slugs.length === 0) return null;
    const forms = spellings(text);
    if (forms.some((form) => slugs.includes(form))) return 'whole';
    return forms.some((form) => slugs.some((slug) => slug.length >= CUT && form.startsWith(slug))) ? 'beginning' : null;
  };
}

/** The parts of a path that are words of a headline, without what parts the words. */
function slugsOf(address: string | null): readonly string[] {
  const path = parseAddress(address)?.pathname.toLowerCase() ?? '';
  return path.split('/').flatMap((part) => {
    if (part.length > LONGEST) return [];
    const bare = decoded(part).replace(BEHIND, '').replace(ID_BEHIND, '').replace(BEFORE, '');
    const words = bare.split(/[-_.,+ ]+/).filter((word) => word !== '');
    const slug = glued(bare);
    return words.length >= FEWEST_WORDS && slug.length >= FEWEST_LETTERS ? [slug] : [];
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The forms that engines give a headline in an address: with letters as they are, without marks, in Latin letters. */
function spellings(text: string): readonly string[] {
  const plain = text.toLowerCase();
  const doubled = plain.normalize('NFC').replace(UMLAUT, (letter) => UMLAUTS[letter] ?? letter);
  return [plain, doubled, slugOf(text), entitySlugOf(text)].map(glued);
}

function glued(text: string): string {
  const bare = text.normalize('NFD').replace(MARKS, '').normalize('NFC');
  return bare.replace(SPELT, (letter) => SPELLINGS[letter] ?? letter).replace(LETTER, '');
}
