import type { Attribution } from '../../model/attribution.js';
import { isGenericAuthor, isPersonName, readByline } from '../fields/byline.js';
import { AUTHOR_LABEL } from './author-marks.js';
import { type Candidate, chooseCandidate } from './candidate.js';
import { type FoldedText, foldedTextOf } from './folded-text.js';
import { readNearAuthor } from './near-author.js';
import type { Reading } from './reading.js';
import { selectTexts } from './selected.js';
import { isBesideText, type StoryPlace } from './story-place.js';

/** An author, and the words that name them. */
export interface Author {
  readonly name: FoldedText;
  readonly phrase: string;
}

/** Where pages name who wrote a story, or whose account published it. */
const AUTHOR_MARKS: readonly (readonly [string, string, number])[] = [
  ['[itemprop="author"] [itemprop="name"], [itemprop="author"]', 'item-author', 0.7],
  [
    'a[rel~="author"], .author.vcard, .byline .author, .post-author a, .article-author, .author-name, .news-author, .story_author',
    'named-author',
    0.65,
  ],
  ['a[href*="/user/"]', 'account', 0.6],
  [
    '.meta_author, .meta_user, .iauthor b, .author, .auteur, .autor, .autore, .firma, .byline a, .byline',
    'author-name',
    0.55,
  ],
];
const LONGEST = 120;

/** The author of the story: of its byline, else of an account or a mark that names a person. `byline` is the paragraph that names them. */
export function readAuthor(reading: Reading, place: StoryPlace, byline: FoldedText | null): Candidate<Author> | null {
  const { tree, layout, data, zones } = reading;
  const found: Candidate<Author>[] = [];
  const notAuthors = [...reading.siteNames, ...(reading.known.profile?.genericAuthors ?? [])];
  const add = (name: FoldedText, rule: string, layer: Candidate<Author>['layer'], score: number): void => {
    const text = name.text.replace(AUTHOR_LABEL, '').replace(/[.,;:]$/, '');
    if (isAuthor(text, notAuthors))
      found.push({ value: { name: { ...name, text }, phrase: text }, rule, layer, score });
  };
  const read = byline === null ? null : readByline(byline.text);
  if (read !== null && byline !== null)
    found.push({
      value: { name: { text: read.author, starts: byline.starts }, phrase: read.phrase },
      rule: 'byline',
      layer: 'heuristic',
      score: 0.95,
    });
  for (const { text } of selectTexts(tree, layout?.author).slice(0, 1))
    add(text, `${layout?.name}-author`, 'profile', 0.8);
  if (data.author !== null) add({ text: data.author, starts: [] }, 'author-data', 'structured-data', 0.75);
  for (const [selector, rule, score] of AUTHOR_MARKS) {
    const element = tree
      .find(selector)
      .find((mark) => zones.zoneOf(mark) === 'main' && isBesideText(tree, place, mark));
    if (element !== undefined) add(foldedTextOf(tree, element), rule, 'heuristic', score);
  }
  const near = found.length > 0 ? null : readNearAuthor(reading, place);
  if (near !== null) add(near.name, near.rule, 'heuristic', 0.5);
  return chooseCandidate(found, ({ name }) => name.text.toLowerCase());
}

/** The author as a source of the story. */
export function bylineAttribution({ name, phrase }: Author): Attribution {
  return { name: name.text, canonicalName: name.text, role: 'byline', phrase, rule: 'byline' };
}

function isAuthor(text: string, notAuthors: readonly string[]): boolean {
  if (text === '' || text.length > LONGEST || isGenericAuthor(text)) return false;
  if (notAuthors.some((name) => name.toLowerCase() === text.toLowerCase())) return false;
  return text.split(/,\s*/).every((name) => isPersonName(name, true));
}
