import type { PageDocument } from './document.js';
import { openHtml } from './html/open-html.js';
import { openText } from './text/open-text.js';

/** Media types whose text is markup. */
const MARKUP: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

/** Opens a decoded page for reading: markup as a tree, everything else as lines. */
export function openDocument(text: string, mediaType: string): PageDocument {
  return MARKUP.has(mediaType) ? openHtml(text) : openText(text);
}
