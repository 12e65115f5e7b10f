import type { ExtractContext } from '../../../src/extract/extract-context.js';
import { extractHtml } from '../../../src/extract/html/extract-html.js';
import { openHtml } from '../../../src/extract/html/open-html.js';
import type { Extraction } from '../../../src/model/extraction.js';
import { profiles } from '../../../src/sites/profiles.js';

const nothingKnown: ExtractContext = {
  url: null,
  capturedAt: null,
  site: null,
  baseUrl: null,
  profiles,
  unmendable: new Set(),
};

/** Reads markup as the corridor does, without repairs. */
export function readHtml(html: string, context: Partial<ExtractContext> = {}): Extraction {
  const document = openHtml(html);
  return extractHtml(document, document.segments, { ...nothingKnown, ...context });
}

/** The segments of markup, found, and changed by hand before extraction. */
export function readRepaired(html: string, repair: (text: string) => string): Extraction {
  const document = openHtml(html);
  return extractHtml(document, document.segments.map(repair), nothingKnown);
}
