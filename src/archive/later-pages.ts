import { type ArticleCapture, byBestText } from './article-capture.js';
import { PARAGRAPH_BREAK, type StoryText, textOf } from './text-of.js';

/** A story's words over all its pages. */
export interface WholeText {
  readonly text: StoryText;
  /** Paragraphs of the page that begins the story; null where it is all of it. */
  readonly ownParagraphs: number | null;
}

const LATER_PAGE = /^page-(\d{1,4})$/;

/**
 * The text of a story from its first page on: the paragraphs of pages 2 … n follow those of the first, as far as no page is missing between.
 * A paragraph that a page repeats is not told twice. The hash stays that of the first page, which is what makes a version.
 */
export function wholeText(best: ArticleCapture, captures: readonly ArticleCapture[]): WholeText {
  const text = textOf(best.article);
  if (best.kindDetail !== null) return { text, ownParagraphs: null };
  const pages = bestPages(captures);
  const own = best.article.articleBody;
  const told = new Set(own);
  const more: string[] = [];
  for (let page = pages.get(2), number = 2; page !== undefined; number += 1, page = pages.get(number)) {
    const fresh = page.article.articleBody.filter((paragraph) => !told.has(paragraph));
    for (const paragraph of fresh) told.add(paragraph);
    more.push(...fresh);
  }
  if (more.length === 0) return { text, ownParagraphs: null };
  return { text: { ...text, body: [...own, ...more].join(PARAGRAPH_BREAK) }, ownParagraphs: own.length };
}

/** The capture with the best text of each later page. */
function bestPages(captures: readonly ArticleCapture[]): ReadonlyMap<number, ArticleCapture> {
  const pages = new Map<number, ArticleCapture>();
  for (const capture of captures) {
    const [, page] = LATER_PAGE.exec(capture.kindDetail ?? '') ?? [];
    if (page === undefined) continue;
    const known = pages.get(Number(page));
    if (known === undefined || byBestText(capture, known) < 0) pages.set(Number(page), capture);
  }
  return pages;
}
