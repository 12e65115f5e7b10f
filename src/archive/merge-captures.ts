import type { Article, Image } from '../model/article.js';
import type { Attribution } from '../model/attribution.js';
import type { Evidence } from '../model/extraction.js';
import { type ArticleCapture, byBestText, byLatest, companionRank, isCompanion } from './article-capture.js';
import { wholeText } from './later-pages.js';
import { earlier, later, type MergedComment, mergeComments } from './merge-comments.js';
import { type StoryText, textOf } from './text-of.js';

/** A text that the story had before. */
export interface SupersededText {
  readonly text: StoryText;
  readonly lead: string | null;
  /** The best capture of that text. */
  readonly capture: ArticleCapture;
  /** Earliest `capturedAt` of the captures that show it. */
  readonly firstCapturedAt: string | null;
}

/** A story as all its captures together show it. */
export interface MergedArticle {
  /** The words of the best capture, and of the later pages of the story behind them. */
  readonly text: StoryText;
  /** Paragraphs of the body that are the best capture's own; null where all are. */
  readonly ownParagraphs: number | null;
  readonly url: string | null;
  /** Text fields of the best capture, every other field of the latest that has it. */
  readonly fields: Omit<Article, 'articleBody' | 'comments' | 'images' | 'keywords'>;
  readonly firstCapturedAt: string | null;
  readonly lastCapturedAt: string | null;
  readonly superseded: readonly SupersededText[];
  readonly attributions: readonly Attribution[];
  readonly keywords: readonly string[];
  readonly images: readonly Image[];
  readonly comments: readonly MergedComment[];
  /** Field name → what found the value that stands. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}

const SINGLE_FIELDS = [
  'nativeId',
  'datePublished',
  'timePublished',
  'dateModified',
  'dateText',
  'articleSection',
  'author',
  'inLanguage',
  'views',
  'commentCount',
] as const satisfies readonly (keyof Article)[];
const TEXT_FIELDS = ['headline', 'lead', 'articleBody'] as const satisfies readonly (keyof Article)[];
const LIST_FIELDS = ['keywords', 'images'] as const satisfies readonly (keyof Article)[];

type Field = keyof Article;
type Chosen = ReadonlyMap<Field, ArticleCapture>;

/** The article that a set of captures makes, whatever their order (design: `product.md`, end of "The database"). At least one capture. */
export function mergeCaptures(captures: readonly [ArticleCapture, ...ArticleCapture[]]): MergedArticle {
  const [best = captures[0]] = [...captures].sort(byBestText);
  const latest = [...captures].sort(byLatest);
  const chosen = chooseCaptures(latest, best);
  const seen = latest.map((capture) => capture.capturedAt);
  return {
    ...wholeText(best, captures),
    url: urlOf(latest),
    fields: mergeFields(best.article, chosen),
    firstCapturedAt: seen.reduce(earlier, null),
    lastCapturedAt: seen.reduce(later, null),
    superseded: supersededTexts(latest, best),
    attributions: best.attributions,
    keywords: [...new Set(chosen.get('keywords')?.article.keywords)],
    images: chosen.get('images')?.article.images ?? [],
    comments: mergeComments(latest),
    evidence: mergeEvidence(latest, chosen),
  };
}

/** The capture that gives each field. */
function chooseCaptures(latest: readonly ArticleCapture[], best: ArticleCapture): Chosen {
  const chosen = new Map<Field, ArticleCapture>(TEXT_FIELDS.map((field) => [field, best]));
  for (const field of SINGLE_FIELDS) choose(field, ({ article }) => article[field] !== null);
  for (const field of LIST_FIELDS) choose(field, ({ article }) => article[field].length > 0);
  return chosen;

  function choose(field: Field, has: (capture: ArticleCapture) => boolean): void {
    const giver = latest.find(has);
    if (giver !== undefined) chosen.set(field, giver);
  }
}

function mergeFields(best: Article, chosen: Chosen): MergedArticle['fields'] {
  const latestOf = <F extends (typeof SINGLE_FIELDS)[number]>(field: F): Article[F] | null =>
    chosen.get(field)?.article[field] ?? null;
  return {
    headline: best.headline,
    lead: best.lead,
    nativeId: latestOf('nativeId'),
    datePublished: latestOf('datePublished'),
    timePublished: latestOf('timePublished'),
    dateModified: latestOf('dateModified'),
    dateText: latestOf('dateText'),
    articleSection: latestOf('articleSection'),
    author: latestOf('author'),
    inLanguage: latestOf('inLanguage'),
    views: latestOf('views'),
    commentCount: latestOf('commentCount'),
  };
}

/** The address of the story's own page, else that of a companion. */
function urlOf(latest: readonly ArticleCapture[]): string | null {
  const withUrl = latest.filter((capture) => capture.url !== null);
  return (withUrl.find((capture) => !isCompanion(capture)) ?? withUrl[0])?.url ?? null;
}

/** Distinct texts beside the present one, of captures of the same rank: a print page makes no version of the story. */
function supersededTexts(latest: readonly ArticleCapture[], best: ArticleCapture): readonly SupersededText[] {
  const present = textOf(best.article).sha256;
  const peers = latest.filter((capture) => companionRank(capture) === companionRank(best)).sort(byBestText);
  const texts = new Map<string, SupersededText>();
  for (const capture of peers) {
    const text = textOf(capture.article);
    if (text.sha256 === present) continue;
    const known = texts.get(text.sha256) ?? { text, lead: capture.article.lead, capture, firstCapturedAt: null };
    texts.set(text.sha256, { ...known, firstCapturedAt: earlier(known.firstCapturedAt, capture.capturedAt) });
  }
  return [...texts.values()];
}

/** The evidence of the value that stands; for names that are no field of the article, of the latest capture that has it. */
function mergeEvidence(latest: readonly ArticleCapture[], chosen: Chosen): ReadonlyMap<string, Evidence> {
  const merged = new Map<string, Evidence>();
  for (const capture of latest) {
    for (const [field, rule] of Object.entries(capture.evidence)) {
      const giver = chosen.get(field as Field);
      const counts = giver === undefined ? !merged.has(field) : giver === capture;
      if (counts) merged.set(field, { rule, layer: capture.evidenceLayers[field] ?? '' });
    }
  }
  return merged;
}
