import { createHash } from 'node:crypto';
import type { Article } from '../model/article.js';

/** What parts paragraphs in the archive's `body` columns. */
export const PARAGRAPH_BREAK = '\n\n';

/** The words of a story as the archive holds them. */
export interface StoryText {
  readonly headline: string | null;
  /** Paragraphs joined by two line feeds. */
  readonly body: string;
  /** SHA-256 of headline and body, lower-case hexadecimal: equal texts are one version. */
  readonly sha256: string;
}

/** Texts of the articles in hand: a text is asked for several times on its way into the archive, and hashing it costs most. */
const texts = new WeakMap<Article, StoryText>();

/** The words of an article, ready to store. */
export function textOf(article: Article): StoryText {
  const text = texts.get(article) ?? toText(article);
  texts.set(article, text);
  return text;
}

/** The paragraphs of a stored body. */
export function paragraphsOf(body: string): readonly string[] {
  return body === '' ? [] : body.split(PARAGRAPH_BREAK);
}

function toText({ headline, articleBody }: Article): StoryText {
  const body = articleBody.join(PARAGRAPH_BREAK);
  const words = `${headline ?? ''}${PARAGRAPH_BREAK}${body}`;
  return { headline, body, sha256: createHash('sha256').update(words).digest('hex') };
}
