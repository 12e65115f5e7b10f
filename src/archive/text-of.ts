import { createHash } from 'node:crypto';
import type { Article } from '../model/article.js';

/** What parts paragraphs in the archive's `body` columns. */
const PARAGRAPH_BREAK = '\n\n';

/** The words of a story as the archive holds them. */
export interface StoryText {
  readonly headline: string | null;
  /** Paragraphs joined by two line feeds. */
  readonly body: string;
  /** SHA-256 of headline and body, lower-case hexadecimal: equal texts are one version. */
  readonly sha256: string;
}

/** The words of an article, ready to store. */
export function textOf(article: Article): StoryText {
  const body = article.articleBody.join(PARAGRAPH_BREAK);
  const sha256 = createHash('sha256')
    .update(`${article.headline ?? ''}${PARAGRAPH_BREAK}${body}`)
    .digest('hex');
  return { headline: article.headline, body, sha256 };
}

/** The paragraphs of a stored body. */
export function paragraphsOf(body: string): readonly string[] {
  return body === '' ? [] : body.split(PARAGRAPH_BREAK);
}
