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

/** `https://…` · «Дала тынысы» · "Дала тынысы" · `Egemen.kz-ке`, `Newsroom+` · `@kokjiek_news` · `,` */
const WORD =
  /https?:\/\/[^\s«»"<>]{1,300}|«[^«»\n]{1,60}«[^«»\n]{1,60}»(?:[^«»\n]{0,40}»)?|«[^«»"\n]{1,90}»|["“„][\p{L}\p{N}@][^«»"“”„\n]{0,90}["”“](?![\p{L}\p{N}])|@?[\p{L}\p{N}][\p{L}\p{N}\p{M}_+]*(?:[.@'’ʼ&-][\p{L}\p{N}\p{M}_+]+)*|\S/gu;
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
    'e еёэ',
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
  return [...text.toLowerCase().normalize('NFC')]
    .map((letter) => COARSE[letter] ?? letter)
    .join('')
    .replace(DOUBLE_I, 'i');
}

/** Words, short quotations and marks of a sentence in order; a title that is known beforehand counts as quoted. */
export function readWords(sentence: string, titles: readonly string[] = []): readonly Word[] {
  const words = [...sentence.matchAll(WORD)].map(({ 0: raw, index }) => {
    const kind = OPENS_QUOTE.test(raw) ? 'quote' : BEGINS_WORD.test(raw) ? 'word' : 'mark';
    return toWord(kind, kind === 'quote' ? raw.replace(QUOTES, '').trim() : raw, {
      start: index,
      end: index + raw.length,
    });
  });
  return titles.reduce<readonly Word[]>(quoteTitle, words);
}

function toWord(kind: Word['kind'], text: string, place: { readonly start: number; readonly end: number }): Word {
  const lower = text.toLowerCase().replaceAll('ё', 'е').replaceAll('ə', 'ә');
  return { kind, text, lower, key: coarseKey(text), ...place };
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
    toWord('quote', title, { start: first.start, end: last.end }),
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
