import type { Extraction } from '../model/extraction.js';
import type { PageDocument } from './document.js';
import type { ExtractContext } from './extract-context.js';
import { extractHtml } from './html/extract-html.js';
import type { HtmlDocument } from './html/open-html.js';
import { extractText } from './text/extract-text.js';

type FrontEnd = (document: PageDocument, texts: readonly string[], context: ExtractContext) => Extraction;

/** Form of a page → the front end that reads it. Only `openHtml` makes documents of the form `html`. */
const frontEnds: Readonly<Record<PageDocument['form'], FrontEnd>> = {
  html: (document, texts, context) => extractHtml(document as HtmlDocument, texts, context),
  text: (_document, texts, context) => extractText(texts, context),
};

/**
 * Reads everything a page says of itself. `texts` are the document's segments after repair, one for each, in the same
 * order. Never throws for bad data: what cannot be read is null and, where it matters, a diagnostic.
 */
export function extract(document: PageDocument, texts: readonly string[], context: ExtractContext): Extraction {
  return frontEnds[document.form](document, texts, context);
}
