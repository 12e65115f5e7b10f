import type { Article, Comment } from '../../model/article.js';
import type { Attribution } from '../../model/attribution.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Evidence, Placement } from '../../model/extraction.js';
import { findAttributions } from '../fields/attribution.js';
import { readLanguage } from '../fields/language.js';
import { headlineKey } from '../text/same-text.js';
import { readAddressShape } from './address-shape.js';
import { bylineAttribution, readAuthor } from './author.js';
import { readBreadcrumb } from './breadcrumb.js';
import { type Candidate, evidenceOf } from './candidate.js';
import type { Counters } from './counters.js';
import type { StoryDate } from './date-moment.js';
import { readImages } from './images.js';
import { readKeywords } from './keywords.js';
import { placeSegments } from './placements.js';
import type { Reading } from './reading.js';
import { readSection } from './section.js';
import type { StoryText } from './story.js';
import { storyAddress } from './story-address.js';
import type { StoryPlace } from './story-place.js';

/** A story as a record, with what found each field. */
export interface HtmlArticle {
  readonly article: Article;
  readonly attributions: readonly Attribution[];
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly placements: readonly Placement[];
}

/** The parts of a story that were read before it was known to be one. */
export interface StoryParts {
  readonly story: StoryText;
  readonly place: StoryPlace;
  readonly dates: { readonly chosen: Candidate<StoryDate> | null; readonly all: readonly Candidate<StoryDate>[] };
  readonly comments: readonly Comment[];
  readonly counters: Counters;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;
const NEWS_ID = /^(?:news-id|post)-(\d{1,10})$/;
const POST_ID = / postid-(\d{1,10}) /;
/** Strong evidence of a date: others that differ are worth a word. */
const STRONG = 0.6;

/** Builds the record of a story. */
export function toHtmlArticle(reading: Reading, parts: StoryParts): HtmlArticle {
  const { story, place, dates, comments, counters } = parts;
  const { body } = place;
  const headline = story.headline?.value.text ?? null;
  const breadcrumb = readBreadcrumb(reading, headline?.text ?? null);
  const section = readSection(reading, breadcrumb, place);
  const author = readAuthor(reading, place, story.byline);
  const keywords = readKeywords(reading, body);
  const images = readImages(reading, body);
  const paragraphs = story.paragraphs.map(({ text }) => text);
  const nativeId = readNativeId(reading, headline?.text ?? null);
  const date = dates.chosen?.value ?? null;
  const article: Article = {
    nativeId: nativeId?.value ?? null,
    headline: headline?.text ?? null,
    lead: story.lead?.text.text ?? null,
    articleBody: paragraphs,
    datePublished: date?.date ?? null,
    timePublished: date?.time ?? null,
    dateModified: ISO_DAY.exec(reading.data.dateModified ?? '')?.[0] ?? null,
    dateText: date?.text?.text ?? null,
    articleSection: section?.value.text ?? null,
    author: author?.value.name.text ?? null,
    inLanguage: languageOf(reading, [headline?.text ?? '', ...paragraphs].join('\n')),
    keywords: keywords?.value.map(({ text }) => text) ?? [],
    views: counters.views?.value ?? null,
    commentCount: counters.commentCount?.value ?? null,
    comments,
    images: images.map(({ url, alt }) => ({ url, alt })),
  };
  const found: Readonly<Record<string, Candidate<unknown> | null>> = {
    nativeId,
    headline: story.headline,
    lead: story.lead === null ? null : { value: null, rule: story.lead.rule, layer: 'heuristic', score: 1 },
    articleBody: story.paragraphs.every(({ starts }) => starts.length === 0) ? told(story) : story.body,
    datePublished: date?.date == null ? null : dates.chosen,
    timePublished: date?.time == null ? null : dates.chosen,
    articleSection: section,
    author,
    keywords,
    views: counters.views,
    commentCount: counters.commentCount,
  };
  return {
    article,
    attributions: attributionsOf(reading, story, author === null ? [] : [bylineAttribution(author.value)]),
    evidence: Object.fromEntries(
      Object.entries(found).flatMap(([field, candidate]) =>
        candidate === null ? [] : [[field, evidenceOf(candidate)]],
      ),
    ),
    diagnostics: diagnosticsOf(parts, headline?.text ?? null),
    placements: placeSegments(
      reading.tree,
      [
        ['headline', headline === null ? [] : [headline]],
        ['articleBody', story.paragraphs],
        ['lead', story.lead === null ? [] : [story.lead.text]],
        ['author', author === null ? [] : [author.value.name]],
        ['credit', story.credits],
        ['dateText', date?.text == null ? [] : [date.text]],
        ['articleSection', section === null ? [] : [section.value]],
        ['keywords', keywords?.value ?? []],
      ],
      { headline: headline?.text ?? null, images: images.map(({ element }) => element) },
    ),
  };
}

/** A text that stands nowhere on the page is what it tells programs. */
function told({ paragraphs, body }: StoryText): Candidate<unknown> | null {
  return paragraphs.length === 0 ? body : { value: null, rule: 'json-ld', layer: 'structured-data', score: 0.4 };
}

/** Sources that the story and the credits beside it name, and its author. */
function attributionsOf(
  { siteNames }: Reading,
  story: StoryText,
  byline: readonly Attribution[],
): readonly Attribution[] {
  const texts = [...story.paragraphs, ...story.credits].map(({ text }) => text);
  return [...findAttributions(texts, siteNames), ...byline];
}

/** The site's own id: of the address, of the story's own links, or of the element that holds it. */
function readNativeId(reading: Reading, headline: string | null): Candidate<string> | null {
  const url = storyAddress(reading, 'article', { headline });
  const inAddress = readAddressShape(url).nativeId ?? reading.address.shape.nativeId;
  if (inAddress !== null) return { value: inAddress, rule: 'address', layer: 'address', score: 1 };
  const { tree } = reading;
  const post = POST_ID.exec(tree.find('body')[0]?.names ?? '')?.[1];
  const marked = tree.find('[id^="news-id-"]').map(({ attributes }) => NEWS_ID.exec(attributes.id ?? '')?.[1]);
  const own = post ?? (marked.length === 1 ? marked[0] : undefined);
  return own === undefined
    ? null
    : { value: own, rule: post === undefined ? 'dle-news-id' : 'wordpress-post-id', layer: 'engine', score: 1 };
}

/** The language that the letters show; where they do not, that which the page names. */
function languageOf({ tree, data }: Reading, text: string): string | null {
  const shown = readLanguage(text);
  if (shown !== null) return shown;
  const named = tree.find('html')[0]?.attributes.lang ?? data.inLanguage ?? '';
  return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(named) ? named.replaceAll('_', '-') : null;
}

function diagnosticsOf({ story, dates, counters }: StoryParts, headline: string | null): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const day = dates.chosen?.value.date ?? null;
  const other = dates.all.find(({ value, score }) => value.date !== null && value.date !== day && score >= STRONG);
  if (day !== null && other !== undefined) {
    const message = `The page dates its story ${day} and, by ${other.rule}, ${other.value.date}.`;
    diagnostics.push({ code: 'dates-differ', message });
  }
  const told = story.headlines.find(({ rule }) => rule === 'json-ld')?.value.text.text ?? null;
  if (headline !== null && told !== null && headlineKey(told) !== headlineKey(headline)) {
    diagnostics.push({
      code: 'headlines-differ',
      message: `The page tells programs another headline: «${told.slice(0, 120)}».`,
    });
  }
  if (counters.isAmbiguous)
    diagnostics.push({ code: 'ambiguous-counters', message: 'The counters can be split in another way.' });
  return diagnostics;
}
