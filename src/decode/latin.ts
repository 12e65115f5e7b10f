/** Letters that each Latin charset is used for, most frequent kind; others of its letters are rare in newspapers. */
const LATIN_CHARSETS: readonly { readonly charset: string; readonly prior: number; readonly common: string }[] = [
  { charset: 'windows-1252', prior: 0, common: 'éèêëàâäáãåçñíìîïóòôöõøúùûüœæßðþýÉÈÊÀÂÄÁÃÅÇÑÍÎÓÔÖÕØÚÛÜŒÆÞ' },
  { charset: 'windows-1254', prior: 3, common: 'çğıöşüâîûÇĞİÖŞÜ' },
  { charset: 'windows-1250', prior: 3, common: 'ąćęłńóśźżáčďéěíňřšťúůýžőűöüäôľĺŕăâîşţđĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰÖÜŁĐ' },
];
const COMMON_COST = 3;
const RARE_COST = 7;
/** Two signs or accented letters side by side, and a sign that is no letter inside a word, hardly occur in Latin text. */
const NEIGHBOUR_COST = 6;
const SIGN_COST = 2;
const SIGN_IN_WORD_COST = 10;
const CONTROL_COST = 10;

const LETTER = /(?![ªºµ])\p{L}/u;
const ASCII_LETTER = /[a-z]/i;

const costs = new Map(LATIN_CHARSETS.map(({ charset, common }) => [charset, new Set(common)]));

/** Latin charsets with the nats each must make good before it beats windows-1252. */
export const latinPriors: readonly (readonly [string, number])[] = LATIN_CHARSETS.map(({ charset, prior }) => [
  charset,
  prior,
]);

/** Cost of a text as Latin script, in nats, comparable with the letter model's: ASCII costs nothing in either. */
export function latinCost(text: string, charset: string): number {
  const common = costs.get(charset) ?? new Set<string>();
  let cost = 0;
  let previous = ' ';
  for (const [index, char] of [...text].entries()) {
    if (char > '\u007f') cost += charCost(char, previous, text[index + 1] ?? ' ', common);
    previous = char;
  }
  return cost;
}

function charCost(char: string, previous: string, next: string, common: ReadonlySet<string>): number {
  if (char <= '\u009f' || char === '\ufffd') return CONTROL_COST;
  const beside = previous > '\u007f' ? NEIGHBOUR_COST : 0;
  if (LETTER.test(char)) return beside + (common.has(char) ? COMMON_COST : RARE_COST);
  const isInside = ASCII_LETTER.test(previous) && ASCII_LETTER.test(next) && char !== '’';
  return beside + (isInside ? SIGN_IN_WORD_COST : SIGN_COST);
}
