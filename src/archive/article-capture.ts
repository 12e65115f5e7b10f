import type { Article } from '../model/article.js';
import type { CaptureRecord } from '../model/extraction.js';

/** A capture that shows a story. */
export interface ArticleCapture extends CaptureRecord {
  readonly article: Article;
}

/** Fields whose repairs tell how sound the text of a story is. */
const TEXT_FIELDS: ReadonlySet<string> = new Set(['headline', 'lead', 'articleBody']);

/** Narrows a record to one that shows a story. */
export function isArticleCapture(record: CaptureRecord): record is ArticleCapture {
  return record.kind === 'article' && record.article !== null;
}

/**
 * True for a print page, page 2 … of a story, and the like (`kindDetail` is set): it belongs to its story, but its text is not the
 * story's text unless nothing else is there.
 */
export function isCompanion(record: CaptureRecord): boolean {
  return record.kindDetail !== null;
}

/** How sound a text is: 0 undamaged, 1 restored by evidence, 2 damaged and not mended. */
export function damageOf(record: CaptureRecord): 0 | 1 | 2 {
  const inText = record.repairs.filter((repair) => TEXT_FIELDS.has(repair.field));
  if (inText.some((repair) => !repair.applied && repair.method === 'none')) return 2;
  return inText.some((repair) => repair.applied && repair.lossy) ? 1 : 0;
}

/** Negative where `a` is the later capture: by `capturedAt`, else the lower bound, else nothing; ties by hash, then by what else tells captures apart. */
export function byLatest(a: CaptureRecord, b: CaptureRecord): number {
  return (
    descending(momentOf(a), momentOf(b)) ||
    descending(a.contentSha256, b.contentSha256) ||
    descending(a.capturedAt ?? '', b.capturedAt ?? '') ||
    descending(a.url ?? '', b.url ?? '') ||
    descending(a.site ?? '', b.site ?? '')
  );
}

/** Negative where `a` has the better text: a page of the story before its companions, the sounder, HTML before text, then the latest. */
export function byBestText(a: ArticleCapture, b: ArticleCapture): number {
  return (
    descending(companionRank(b), companionRank(a)) ||
    damageOf(a) - damageOf(b) ||
    Number(b.mediaType === 'text/html') - Number(a.mediaType === 'text/html') ||
    byLatest(a, b)
  );
}

/** Sorts a story's own page first, then the print page, then pages by number. */
export function companionRank(record: CaptureRecord): string {
  const detail = record.kindDetail;
  if (detail === null) return '';
  if (detail === 'print') return '0';
  return `1${detail.length.toString().padStart(4, '0')}${detail}`;
}

function momentOf(record: CaptureRecord): string {
  return record.capturedAt ?? record.capturedBetween?.[0] ?? '';
}

function descending(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
