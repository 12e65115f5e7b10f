/** Letters that each Latin charset is used for, most frequent kind; others of its letters are rare in newspapers. */
const LATIN_CHARSETS: readonly { readonly charset: string; readonly prior: number; readonly common: string }[] = [
  { charset: 'windows-1252', prior: 0, common: 'éèêëàâäáãåçñíìîïóòôöõøúùûüœæßðþýÉÈÊÀÂÄÁÃÅÇÑÍÎÓÔÖÕØÚÛÜŒÆÞ' },
  { charset: 'windows-1254', prior: 3, common: 'çğıöşüâîûÇĞİÖŞÜ' },
  { charset: 'windows-1250', prior: 3, common: 'ąćęłńóśźżáčďéěíňřšťúůýžőűöüäôľĺŕăâîşţđĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰÖÜŁĐ' },
];
const COMMON_COST = 3;
const RARE_COST = 7;
/** What a sign above 7F costs more as the first, second, third … of a run: Latin words have ASCII letters in between. */
const RUN_COSTS = [0, 3, 7];
const SIGN_COST = 2;
/** What letters of ASCII cost in the letter model, at the start of a word and inside. */
const ASCII_START_COST = 2.5;
const ASCII_COST = 0.3;
/** Latin texts have more letters of ASCII than accented ones; each that has none for company costs more. */
const EXCESS_COST = 3;
const SIGN_IN_WORD_COST = 10;
const CONTROL_COST = 10;
/** Marks that stand at the side of words. */
const MARKS = /[“”„‘’«»…–—™®©]/;
const LONE_COST = 5;
/** Accented letters that are words: French à, Portuguese é, Czech í, Norwegian å … */
const WORDS = /[àáéèóòíåöæøÀÁÉÈÓÅÖÆØ]/;

const LETTER = /(?![ªºµ])\p{L}/u;
const ASCII_LETTER = /[a-z]/i;
const ASCII_WORD = /[a-z0-9]/i;

const costs = new Map(LATIN_CHARSETS.map(({ charset, common }) => [charset, new Set(common)]));

/** Latin charsets with the nats each must make good before it beats windows-1252. */
export const latinPriors: readonly (readonly [string, number])[] = LATIN_CHARSETS.map(({ charset, prior }) => [
  charset,
  prior,
]);

/** Cost of a text as Latin script, in nats, comparable with the letter model's. */
export function latinCost(text: string, charset: string): number {
  const common = costs.get(charset) ?? new Set<string>();
  let cost = 0;
  let run = 0;
  let ascii = 0;
  let accented = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char <= '\u007f') {
      if (ASCII_WORD.test(char)) cost += ASCII_WORD.test(text[index - 1] ?? '') ? ASCII_COST : ASCII_START_COST;
      if (ASCII_LETTER.test(char)) ascii += 1;
      run = 0;
      continue;
    }
    if (!MARKS.test(char)) accented += 1;
    run += 1;
    cost += charCost(char, common) + (RUN_COSTS[Math.min(run, RUN_COSTS.length) - 1] ?? 0);
    if (run === 1) cost += placeCost(char, text[index - 1] ?? ' ', text[index + 1] ?? ' ');
  }
  return cost + Math.max(0, accented - ascii) * EXCESS_COST;
}

function charCost(char: string, common: ReadonlySet<string>): number {
  if (common.has(char)) return COMMON_COST;
  if (char <= '\u009f' || char === '\ufffd') return CONTROL_COST;
  return LETTER.test(char) ? RARE_COST : SIGN_COST;
}

/** A sign that is no letter inside a word, and an accented letter that is a word by itself. */
function placeCost(char: string, previous: string, next: string): number {
  const before = ASCII_LETTER.test(previous);
  const after = ASCII_LETTER.test(next);
  if (!LETTER.test(char)) return (before || after) && !MARKS.test(char) ? SIGN_IN_WORD_COST : 0;
  return before || after || next > '\u007f' || WORDS.test(char) ? 0 : LONE_COST;
}
