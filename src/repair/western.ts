/**
 * Accented letters that are the same in all Latin charsets of windows and ISO, or that no charset known here puts in the place of another
 * letter. Capitals may be the lead bytes of a letter in UTF-8.
 */
const SMALL = 'áâäçéëíîóôöúüß';
const CAPITALS = 'ÄÇÉÖÜ';
/** Signs of typography and the space that does not break. */
const TYPOGRAPHY = '\u00a0«»‘’“”–—…';

/** What a code unit is to sound text. */
const [OTHER, SIGN, LETTER, TYPE, ACCENT, CAPITAL] = [0, 1, 2, 3, 4, 5];
const KINDS = Uint8Array.from({ length: 0x2030 }, (_, code) => kindOf(String.fromCharCode(code)));
/** Letters that a program or an address escaped look like text, too. */
const ESCAPE = /&|\\|%|u0[045]/;

/**
 * True for a text in a Western language that shows no sign of damage, though it has accents: most texts of such a page. Each accented letter
 * stands alone beside a letter of ASCII; controls, currency signs and all that a wrong reading shows ask for a closer look. Linear.
 */
export function isSoundWestern(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const kind = kindAt(text, index);
    if (kind === OTHER || (kind >= ACCENT && !isAlone(text, index))) return false;
  }
  return !ESCAPE.test(text);
}

/** Whether an accented letter has none beside it, a letter of ASCII on one side, and no two signs behind it that UTF-8 may show. */
function isAlone(text: string, index: number): boolean {
  const [before, after] = [kindAt(text, index - 1), kindAt(text, index + 1)];
  if (before >= ACCENT || after >= ACCENT || (before !== LETTER && after !== LETTER)) return false;
  return after !== TYPE || (kindAt(text, index) === ACCENT && kindAt(text, index + 2) <= LETTER);
}

/** Outside of the text stands a sign. */
function kindAt(text: string, index: number): number {
  return index < 0 || index >= text.length ? SIGN : (KINDS[text.charCodeAt(index)] ?? OTHER);
}

function kindOf(char: string): number {
  if (/[a-z]/i.test(char)) return LETTER;
  if (/[\t\n\r -~]/.test(char)) return SIGN;
  if (TYPOGRAPHY.includes(char)) return TYPE;
  if (SMALL.includes(char)) return ACCENT;
  return CAPITALS.includes(char) ? CAPITAL : OTHER;
}
