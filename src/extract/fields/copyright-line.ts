/** Signs of copyright; the word alone may begin a sentence too. */
const SIGN = '(?:©|\\(c\\))';
const MARK = `(?:${SIGN}|copyright)`;
const YEAR = '(?:19|20)\\d{2}(?!\\d)';
const OPENS = new RegExp(`^\\s*${MARK}`, 'iu');
const OWNER = new RegExp(`^\\s*${MARK}.{0,120}?${YEAR}|^.{0,40}?${YEAR}.{0,12}©`, 'iu');
/** Most characters of the line of an owner: a longer text says more. */
export const LONGEST_OWNER_LINE = 150;
const CREDIT = new RegExp(`^${SIGN}\\s*\\S.{1,80}$`, 'iu');

/** Whether a text begins with the sign of copyright or its word: `© Дала үні`, `Copyright Дала үні`. */
export function opensWithCopyright(text: string): boolean {
  return OPENS.test(text);
}

/** Whether a text is the line of an owner, with its year: `© Дала үні 2017`, `2009–2024 © «Дала үні». Все права защищены`. */
export function isOwnerLine(text: string): boolean {
  return text.length <= LONGEST_OWNER_LINE && (text.includes('©') || OPENS.test(text)) && OWNER.test(text);
}

/** Whether a paragraph does nothing but credit somebody by the sign: `© Асан Үсенов`. */
export function isCopyrightCredit(paragraph: string): boolean {
  return CREDIT.test(paragraph);
}
