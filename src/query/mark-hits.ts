import { foldForSearch } from '../text/look-alikes.js';
import type { QueryTerm } from './parse-query.js';

/** A piece of a text; `isHit` where it is what was asked for. */
export interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
const SPACES = /\s+/g;
/** Words of a snippet, and how many of them stand before its first hit. */
const SNIPPET_WORDS = 28;
const WORDS_BEFORE = 6;
/** Characters that a word of a snippet may have: damaged text may hold no space at all. */
const LONGEST_SNIPPET = 400;

/** The whole text with the words marked that the terms ask for. */
export function markHits(text: string, terms: readonly QueryTerm[]): readonly TextPart[] {
  return partsOf(text, hitsIn(wordsOf(text), terms));
}

/** The place of a text where most of the terms meet, with its hits marked; its beginning where there is none. */
export function snippetOf(text: string, terms: readonly QueryTerm[]): readonly TextPart[] {
  const words = wordsOf(text);
  const hits = hitsIn(words, terms);
  const first = Math.max(0, bestStart(hits) - WORDS_BEFORE);
  const last = Math.min(words.length, first + SNIPPET_WORDS) - 1;
  const start = first === 0 ? 0 : (words[first]?.start ?? 0);
  const end = last === words.length - 1 ? text.length : (words[last]?.end ?? text.length);
  const cutAt = Math.min(end, start + LONGEST_SNIPPET);
  const inside = hits.filter((hit) => hit.start >= start && hit.end <= cutAt);
  const parts = partsOf(
    text.slice(start, cutAt),
    inside.map((hit) => shifted(hit, start)),
  );
  const oneLine = parts.map(({ text: words, isHit }) => ({ text: words.replace(SPACES, ' '), isHit }));
  return [...dots(start > 0), ...oneLine, ...dots(cutAt < text.length)];
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly word: number;
  readonly term: number;
}

function hitsIn(words: readonly Word[], terms: readonly QueryTerm[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (let word = 0; word < words.length; word += 1) {
    const term = terms.findIndex((candidate) => standsAt(candidate, words, word));
    const from = words[word];
    const to = words[word + (terms[term]?.words.length ?? 1) - 1];
    if (term >= 0 && from && to) hits.push({ start: from.start, end: to.end, word, term });
  }
  return hits;
}

function standsAt({ words: wanted, isPrefix }: QueryTerm, words: readonly Word[], at: number): boolean {
  return (
    wanted.length > 0 &&
    wanted.every((text, index) => {
      const folded = words[at + index]?.folded;
      return isPrefix && index === wanted.length - 1 ? folded?.startsWith(text) : folded === text;
    })
  );
}

/** The word from which on a snippet holds most different terms; the earliest of equals. */
function bestStart(hits: readonly Hit[]): number {
  let best = { word: 0, terms: 0 };
  for (const hit of hits) {
    const near = hits.filter(({ word }) => word >= hit.word && word < hit.word + SNIPPET_WORDS - WORDS_BEFORE);
    const terms = new Set(near.map(({ term }) => term)).size;
    if (terms > best.terms) best = { word: hit.word, terms };
    if (hits.length > 200 && best.terms > 0) break;
  }
  return best.word;
}

function partsOf(text: string, hits: readonly Pick<Hit, 'start' | 'end'>[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start < at) continue;
    parts.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true });
    at = end;
  }
  return [...parts, { text: text.slice(at), isHit: false }].filter((part) => part.text !== '');
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: foldForSearch(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function shifted({ start, end }: Hit, by: number): Pick<Hit, 'start' | 'end'> {
  return { start: start - by, end: end - by };
}

function dots(isCut: boolean): readonly TextPart[] {
  return isCut ? [{ text: '…', isHit: false }] : [];
}
