import type { Reprint, SketchedArticle } from '../model/settle.js';
import { sharedOf } from './reprints-sketch.js';

/** Share of the text from which two articles are the same one. */
const SAME = 0.6;
/** A passage that more articles have is a phrase of the house, no sign of a reprint. */
const WIDEST = 60;

/**
 * The articles that papers of other sites printed before: each with the earliest of its kind. Nothing is merged. Linear in the number of
 * articles, because only those are compared that share a passage that few have.
 */
export function findReprints(articles: readonly SketchedArticle[]): readonly Reprint[] {
  const sorted = [...articles].sort(byDate);
  const passages = new Map<number, number[]>();
  for (const [index, { sketch }] of sorted.entries()) {
    for (const passage of sketch) {
      const holders = passages.get(passage);
      if (holders === undefined) passages.set(passage, [index]);
      else holders.push(index);
    }
  }
  return sorted.flatMap((article, index) => {
    const original = originalOf(article, index, { sorted, passages });
    return original === null ? [] : [original];
  });
}

/** The earliest article of another site with the same text. */
function originalOf(
  article: SketchedArticle,
  own: number,
  {
    sorted,
    passages,
  }: { readonly sorted: readonly SketchedArticle[]; readonly passages: ReadonlyMap<number, number[]> },
): Reprint | null {
  const candidates = new Set(
    article.sketch.flatMap((passage) => {
      const holders = passages.get(passage) ?? [];
      return holders.length > WIDEST ? [] : holders.filter((index) => index < own);
    }),
  );
  for (const index of [...candidates].sort((a, b) => a - b)) {
    const other = sorted[index];
    if (other === undefined || other.site === article.site) continue;
    const shared = sharedOf(article.sketch, other.sketch);
    if (shared < SAME) continue;
    const isOrderKnown =
      momentOf(other) !== momentOf(article) && other.publishedOn !== null && article.publishedOn !== null;
    return { article: article.id, reprintOf: other.id, shared, isOrderKnown };
  }
  return null;
}

/** By day and time, those without a day last; then by site and key, so that every archive gives the same answer. */
function byDate(a: SketchedArticle, b: SketchedArticle): number {
  return (
    compare(a.publishedOn ?? '9', b.publishedOn ?? '9') ||
    compare(timeOf(a), timeOf(b)) ||
    compare(a.site, b.site) ||
    compare(a.key, b.key)
  );
}

function momentOf(article: SketchedArticle): string {
  return `${article.publishedOn} ${timeOf(article)}`;
}

/** A day alone says nothing of the hour: such an article stands behind those of its day. */
function timeOf({ publishedTime }: SketchedArticle): string {
  return publishedTime ?? '99:99';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
