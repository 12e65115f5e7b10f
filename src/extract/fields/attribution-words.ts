import { remembered } from '../../text/remembered.js';

/** A word, a short quotation or a mark of a sentence. */
export interface Word {
  readonly kind: 'word' | 'quote' | 'mark';
  /** As printed; of a quotation, what stands between the quotes. */
  readonly text: string;
  /** Lower case with ё as е and ә for its look-alike: what the Russian grammar compares. */
  readonly lower: string;
  /** Letters of the Kazakh alphabets, Cyrillic and Latin, in one coarse spelling: «хабарлайды» and «habarlaıdy» are `habarlaidy`. */
  readonly key: string;
  /** Offsets in the sentence (UTF-16), quotes included. */
  readonly start: number;
  readonly end: number;
}

/** `https://…` · «Дала тынысы» · "Дала тынысы" · `Egemen.kz-ке`, `Newsroom+`, `mektebinin'` · `@kokjiek_news` · `,` */
const WORD =
  /https?:\/\/[^\s«»"<>]{1,300}|«[^«»\n]{1,60}«[^«»\n]{1,60}»(?:[^«»\n]{0,40}»)?|«[^«»\n]{1,60}»\s(?:ҰК|НК|ұлттық компаниясы|национальная компания)»|«[^«»"\n]{1,90}»|["“„][\p{L}\p{N}@][^«»"“”„\n]{0,90}["”“](?![\p{L}\p{N}])|@?[\p{L}\p{N}][\p{L}\p{N}\p{M}_+]*(?:[.@'’ʼ&-][\p{L}\p{N}\p{M}_+]+)*(?:(?<=n)['’](?=\s))?|\S/uy;
const SPACE = /\s/;
/** Signs that no word goes on with. */
const ENDS_WORD: ReadonlySet<number> = new Set([...' ,;:!?…()«»"“”–—/'].map((sign) => sign.charCodeAt(0)));
const OPENS_QUOTE = /^[«"“„@]./u;
/** The signs round a quotation; an account of a network, `@kokjiek_news`, counts as quoted and keeps its sign. */
const QUOTES = /^[«"“„]|[»"”“]$/gu;
const BEGINS_WORD = /^[\p{L}\p{N}]/u;

/** Coarse spelling by letter; a letter that is not here stands for itself. */
const COARSE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'a аәáäəâ',
    'b б',
    'v в',
    'g гғǵğ',
    'd д',
    'e еёэє',
    'j ж',
    'z з',
    'i иійıíïî',
    'k кқq',
    'l л',
    'm м',
    'n нңńñŋ',
    'o оөóöô',
    'p п',
    'r р',
    's сцc',
    't т',
    'u уұүýúüūŭwû',
    'f ф',
    'h хһ',
    'y ы',
    'ch чç',
    'sh шщş',
    'iu ю',
    'ia я',
    " ъьʼ'’",
  ].flatMap((line) => {
    const [coarse = '', letters = ''] = line.split(' ');
    return [...letters].map((letter) => [letter, coarse]);
  }),
);
const DOUBLE_I = /ii/g;

/** The coarse spelling of a word, see {@link Word.key}. */
export const coarseKey: (text: string) => string = remembered(toCoarseKey);

function toCoarseKey(text: string): string {
  let key = '';
  for (const letter of text.toLowerCase().normalize('NFC')) key += COARSE[letter] ?? letter;
  return key.replace(DOUBLE_I, 'i');
}

/** Words, short quotations and marks of a sentence in order; a title that is known beforehand counts as quoted. */
export function readWords(sentence: string, titles: readonly string[] = []): readonly Word[] {
  const words: Word[] = [];
  for (let start = nextSign(sentence, 0); start < sentence.length; ) {
    const raw = readWord(sentence, start);
    const end = start + raw.length;
    const { kind, text, lower, key } = formsOf(raw);
    words.push({ kind, text, lower, key, start, end });
    start = nextSign(sentence, end);
  }
  return titles.reduce<readonly Word[]>(quoteTitle, words);
}

/** The first place from `from` on where no white space stands. */
function nextSign(text: string, from: number): number {
  let index = from;
  while (index < text.length && isSpace(text.charCodeAt(index))) index += 1;
  return index;
}

/** White space as `\s` knows it. */
function isSpace(code: number): boolean {
  return code === 32 || (code > 8 && code < 14) || (code > 127 && SPACE.test(String.fromCharCode(code)));
}

/** The word that begins at a place. Most are plain letters, which need no pattern. */
function readWord(text: string, start: number): string {
  let end = start;
  while (isLetter(text.charCodeAt(end))) end += 1;
  const isPlain = end > start && (end === text.length || ENDS_WORD.has(text.charCodeAt(end)));
  if (isPlain && !text.startsWith('http', start)) return text.slice(start, end);
  WORD.lastIndex = start;
  return WORD.exec(text)?.[0] ?? text.slice(start);
}

/** Latin and Cyrillic letters that need no look at a table of Unicode. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x400 && code <= 0x481) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x48a && code <= 0x52f)
  );
}

const formsOf = remembered((raw): Pick<Word, 'kind' | 'text' | 'lower' | 'key'> => {
  const kind = OPENS_QUOTE.test(raw) ? 'quote' : BEGINS_WORD.test(raw) ? 'word' : 'mark';
  return toForms(kind, kind === 'quote' ? raw.replace(QUOTES, '').trim() : raw);
});

function toForms(kind: Word['kind'], text: string): Pick<Word, 'kind' | 'text' | 'lower' | 'key'> {
  const lower = text.toLowerCase().replaceAll('ё', 'е').replaceAll('ə', 'ә');
  return { kind, text, lower, key: coarseKey(text) };
}

const titleKeys = remembered((title) => readWords(title).map(({ key }) => key));

function quoteTitle(words: readonly Word[], title: string): readonly Word[] {
  const keys = titleKeys(title);
  const from = words.findIndex(
    (word, at) => word.kind === 'word' && keys.every((key, offset) => words[at + offset]?.key === key),
  );
  const taken = words.slice(from, from + keys.length);
  const [first, last] = [taken[0], taken.at(-1)];
  if (from < 0 || first === undefined || last === undefined) return words;
  return [
    ...words.slice(0, from),
    { ...toForms('quote', title), start: first.start, end: last.end },
    ...words.slice(from + keys.length),
  ];
}

/** `Самат`, `ЕРЖАНОВ` */
export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** An index found by a search, or null for none. */
export function foundAt(index: number): number | null {
  return index < 0 ? null : index;
}
