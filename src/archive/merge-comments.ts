import type { Comment } from '../model/article.js';
import type { ArticleCapture } from './article-capture.js';

/** A comment and when it was seen. */
export interface MergedComment extends Comment {
  /** Earliest `capturedAt` of the captures that show it. */
  readonly firstCapturedAt: string | null;
  readonly lastCapturedAt: string | null;
}

/**
 * The comments of all captures (latest first), each once: by the site's id, else by author, day and text. The words of the latest capture
 * stand; the order is that of the latest capture, older ones that are gone from it behind.
 */
export function mergeComments(captures: readonly ArticleCapture[]): readonly MergedComment[] {
  const ids = idsByContent(captures);
  const merged = new Map<string, MergedComment>();
  for (const { article, capturedAt } of captures) {
    for (const comment of article.comments) {
      const nativeId = comment.nativeId ?? ids.get(contentOf(comment)) ?? null;
      const key = nativeId === null ? contentOf(comment) : `id:${nativeId}`;
      const known = merged.get(key) ?? { ...comment, nativeId, firstCapturedAt: null, lastCapturedAt: null };
      merged.set(key, {
        ...known,
        firstCapturedAt: earlier(known.firstCapturedAt, capturedAt),
        lastCapturedAt: later(known.lastCapturedAt, capturedAt),
      });
    }
  }
  return [...merged.values()];
}

/** The earlier of two moments; what is not known counts for nothing. */
export function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

/** The later of two moments; what is not known counts for nothing. */
export function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** Ids of the comments that some capture shows with one, so that a capture without ids does not double them. */
function idsByContent(captures: readonly ArticleCapture[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { article } of captures) {
    for (const comment of article.comments) {
      const content = contentOf(comment);
      if (comment.nativeId !== null && !ids.has(content)) ids.set(content, comment.nativeId);
    }
  }
  return ids;
}

function contentOf({ author, date, text }: Comment): string {
  return JSON.stringify([author, date, text]);
}
