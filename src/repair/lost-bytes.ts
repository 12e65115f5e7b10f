/** A lead whose second byte, a no-break space, became a space, and what proves it: the other signs of the text, or the word before it. */
interface LostNbsp {
  readonly charset: string;
  readonly proof: RegExp;
  /** Group 1 is what stands before the lead. */
  readonly place: RegExp;
  readonly lead: string;
}

const SIGN_1252 = '[\\u0080-\\u00bf\\u0152-\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122]';
/** «voilÃ le»: a capital Ã behind a small letter. */
const BEHIND_SMALL = /([a-z])Ã (?=[a-zà-ÿ'’( ]|$)/g;
const LOST: readonly LostNbsp[] = [
  { charset: 'windows-1252', proof: /[a-z]Ã /, place: BEHIND_SMALL, lead: 'Ã' },
  // «Ã la», «jusqu'Ã nos»
  {
    charset: 'windows-1252',
    proof: new RegExp(`Ã${SIGN_1252}|â€.`),
    place: /(^|[\s('’"«-])Ã (?=[a-zà-ÿ'’]|$)/g,
    lead: 'Ã',
  },
  // «attention Г bien»
  {
    charset: 'windows-1251',
    proof: /[a-z]Г[\u00a0-\u00bf\u0402-\u040f\u0452-\u045f]/,
    place: /(^|[\s('’-])Г (?=[a-z])/g,
    lead: 'Г',
  },
  // «Å iaip» is «Šiaip»
  { charset: 'windows-1257', proof: /Ä[ÆÅæå\u0080-\u00bf]/, place: /(^|\s)Å (?=[a-z])/g, lead: 'Å' },
];
/** Portuguese words that begin with à: the space inside them was the byte itself. */
const NO_SPACE = /^(?:s |quele|quela|quilo)/;
const LONGEST_WORD = 5;

/** Puts back the no-break space that became a space behind the lead of à or Š, where the text leaves no doubt. */
export function restoreNbsp(text: string, charset: string): string {
  return LOST.reduce(
    (current, lost) => (lost.charset === charset && lost.proof.test(text) ? restore(current, lost) : current),
    text,
  );
}

/** True for a text with «voilÃ le», which no sign of another byte shows to be damaged. */
export function showsLostNbsp(text: string): boolean {
  return text.includes('Ã ') && (LOST[0]?.proof.test(text) ?? false);
}

function restore(text: string, { place, lead }: LostNbsp): string {
  return text.replace(place, (found, before: string, offset: number) => {
    const end = offset + found.length;
    const isInside = lead === 'Å' || text[end] === ' ' || NO_SPACE.test(text.slice(end, end + LONGEST_WORD));
    return `${before}${lead}\u00a0${isInside ? '' : ' '}`;
  });
}

/** A closing quote that lost its last byte to U+FFFD or a question mark, and characters of three bytes that lost one to U+FFFD. */
const BROKEN = new RegExp(`â€[?\\ufffd]|[à-ï]${SIGN_1252}\\ufffd`, 'g');

/** Gives each character that lost a byte for good one U+FFFD instead of the signs that are left of it. */
export function giveUpBroken(text: string): string {
  return text.replace(BROKEN, '\ufffd');
}
