import type { TextMatch } from '../model/query.js';
import { foldForSearch } from '../text/look-alikes.js';

/** Words that stand together in a text, folded; the last may be the beginning of a word. */
export interface QueryTerm {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** A query as the full-text index takes it, and the terms to mark in what is found. */
export interface ParsedQuery extends TextMatch {
  readonly terms: readonly QueryTerm[];
}

interface Term {
  readonly kind: 'term';
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isNot: boolean;
}

type Token = Term | { readonly kind: 'or' | 'not' | 'open' | 'close' };

/** Folded word → words of an index that fold to it. */
type Spellings = ReadonlyMap<string, readonly string[]>;

/** What a part of a query asks for and rules out. */
interface Part {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** `"a phrase"` (the closing mark may be missing), a parenthesis, or a run of other signs; each may follow a minus. */
const TOKEN = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([()])|([^\s()"“”„«»]+))/gu;
/** What the index takes for words. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
/** A word all of whose letters look Cyrillic and are Latin. */
const LATIN_LOOK_ALIKE = /^[aceiopxykhjsABCEHIKMOPTXYSJ]{2,}$/;
/** Terms that a query may have; the index refuses deep expressions, and nobody types more. */
const MOST_TERMS = 60;
/** Spellings of a phrase that are asked for. */
const MOST_FORMS = 48;
/** Columns of the index in which words stand as they were printed. */
const PRINTED = 'headline lead body';

/**
 * Reads what a person types: words (each finds all that begin with it), `"phrases"`, `OR`, `NOT` or a minus, parentheses. Kazakh letters
 * and those that a reader without them types find each other, inside phrases by the `spellings` of their words (`phraseWords`).
 * Nothing is wrong: what cannot be read is left out.
 */
export function parseQuery(text: string, spellings: Spellings = new Map()): ParsedQuery {
  const tokens = tokensOf(text.normalize('NFC'));
  const reader = { tokens, spellings, at: 0 };
  const parts: Part[] = [];
  // A closing parenthesis too many ends a group that never began.
  while (reader.at < tokens.length) {
    parts.push(readAlternatives(reader));
    reader.at += 1;
  }
  const { wanted, unwanted } = merged(parts);
  return { match: joined(wanted, 'AND'), without: joined(unwanted, 'OR'), terms: termsOf(tokens) };
}

/** The words of the phrases of a query, folded: those whose spellings `parseQuery` asks for. */
export function phraseWords(text: string): readonly string[] {
  const phrases = tokensOf(text.normalize('NFC')).flatMap((token) =>
    token.kind === 'term' && token.isPhrase ? wordsOf(foldForSearch(token.text)) : [],
  );
  return [...new Set(phrases)].slice(0, MOST_TERMS);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let terms = 0;
  for (const [, minus, phrase, bracket, word] of text.matchAll(TOKEN)) {
    if (bracket !== undefined) {
      if (minus) tokens.push({ kind: 'not' });
      tokens.push({ kind: bracket === '(' ? 'open' : 'close' });
    } else if (word === 'OR') tokens.push({ kind: 'or' });
    else if (word === 'NOT') tokens.push({ kind: 'not' });
    else if (word !== 'AND' && wordsOf(phrase ?? word ?? '').length > 0 && terms++ < MOST_TERMS) {
      tokens.push({ kind: 'term', text: phrase ?? word ?? '', isPhrase: phrase !== undefined, isNot: minus === '-' });
    }
  }
  return tokens.slice(0, 4 * MOST_TERMS);
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly spellings: Spellings;
  at: number;
}

/** `a b OR c`: either side of OR. */
function readAlternatives(reader: Reader): Part {
  const parts = [readGroup(reader)];
  while (reader.tokens[reader.at]?.kind === 'or') {
    reader.at += 1;
    parts.push(readGroup(reader));
  }
  const filled = parts.filter(({ wanted }) => wanted.length > 0);
  if (filled.length < 2) return filled[0] ?? merged(parts);
  // The index cannot say "all but": a side that only rules out says nothing beside another.
  return { wanted: [`(${filled.map(expressionOf).join(' OR ')})`], unwanted: [] };
}

/** Everything up to OR or the end of the group. */
function readGroup(reader: Reader): Part {
  const parts: Part[] = [];
  let isNot = false;
  for (let token = reader.tokens[reader.at]; token !== undefined; token = reader.tokens[reader.at]) {
    if (token.kind === 'or' || token.kind === 'close') break;
    reader.at += 1;
    if (token.kind === 'not') {
      isNot = true;
      continue;
    }
    const part = token.kind === 'term' ? partOf(token, reader.spellings) : readParenthesis(reader);
    parts.push(isNot ? turned(part) : part);
    isNot = false;
  }
  return merged(parts);
}

function readParenthesis(reader: Reader): Part {
  const part = readAlternatives(reader);
  if (reader.tokens[reader.at]?.kind === 'close') reader.at += 1;
  return part;
}

function partOf(token: Term, spellings: Spellings): Part {
  const expression = token.isPhrase ? phraseExpression(token.text, spellings) : termExpression(token.text);
  return token.isNot ? { wanted: [], unwanted: [expression] } : { wanted: [expression], unwanted: [] };
}

/** What is not wanted: a group with its own exceptions is ruled out as a whole. */
function turned(part: Part): Part {
  return part.wanted.length === 0
    ? { wanted: part.unwanted, unwanted: [] }
    : { wanted: [], unwanted: [expressionOf(part)] };
}

function merged(parts: readonly Part[]): Part {
  return { wanted: parts.flatMap(({ wanted }) => wanted), unwanted: parts.flatMap(({ unwanted }) => unwanted) };
}

/** One expression for a part that wants something. */
function expressionOf({ wanted, unwanted }: Part): string {
  const all = `(${wanted.join(' AND ')})`;
  return unwanted.length === 0 ? all : `(${all} NOT (${unwanted.join(' OR ')}))`;
}

function joined(expressions: readonly string[], operator: string): string | null {
  return expressions.length === 0 ? null : expressions.map((text) => `(${text})`).join(` ${operator} `);
}

/** A term in quotes, so that no sign in it means anything to the index, beside its folded form. */
function termExpression(text: string): string {
  // The whole word beside its beginnings: bm25 counts both, so that «су» stands before «сурет».
  return eitherOf(formsOf(text).flatMap((form) => [`"${form}"`, `"${form}"*`]));
}

/** A phrase in every spelling of its words; not in the folded words of `search_extra`, which stand in no order. */
function phraseExpression(text: string, spellings: Spellings): string {
  const words = wordsOf(foldForSearch(text));
  let forms: readonly string[] = [''];
  for (const word of words) {
    const known = spellings.get(word) ?? [];
    forms = forms.flatMap((form) => known.map((spelling) => `${form} ${spelling}`)).slice(0, MOST_FORMS);
  }
  const all = new Set([...formsOf(text), ...forms.map((form) => form.trim()).filter((form) => form !== '')]);
  return eitherOf([...all].map((form) => `{${PRINTED}} : "${form}"`));
}

function formsOf(text: string): readonly string[] {
  return [...new Set([text, lookAlike(text), foldForSearch(text)].map((form) => wordsOf(form).join(' ')))];
}

function eitherOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? expressions.join('') : `(${expressions.join(' OR ')})`;
}

/** A word typed in Latin letters that look Cyrillic, in Cyrillic ones: a letter that only looks Cyrillic decides. */
function lookAlike(text: string): string {
  return LATIN_LOOK_ALIKE.test(text) ? foldForSearch(`${text}ж`).slice(0, -1) : text;
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

function termsOf(tokens: readonly Token[]): readonly QueryTerm[] {
  let isNot = false;
  const terms: QueryTerm[] = [];
  for (const token of tokens) {
    if (token.kind === 'term' && !token.isNot && !isNot) {
      const forms = new Set([foldForSearch(token.text), lookAlike(token.text)]);
      for (const form of forms) terms.push({ words: wordsOf(foldForSearch(form)), isPrefix: !token.isPhrase });
    }
    isNot = token.kind === 'not';
  }
  return terms;
}
