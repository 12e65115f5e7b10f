import { entitySlugOf, slugOf } from '../text/slug.js';
import type { ArticleCapture } from './article-capture.js';
import { canonicalUrl } from './canonical-url.js';
import { titleKeyOf } from './identity.js';
import { textOf } from './text-of.js';

/** What of a capture may join its story with another when the archive is settled. */
export interface JoinKeys {
  /** ISO 8601 day of publication. */
  readonly day: string | null;
  /** The headline, folded. */
  readonly titleKey: string | null;
  /** Hash of the letters and digits of the body; null for a body too short to tell stories apart. */
  readonly bodyKey: string | null;
  /** The slug in its address; without an address the slugs its headline may have; parted by spaces. */
  readonly slugs: string | null;
}

/** Letters and digits of a body that is more than a caption. */
const FEWEST_LETTERS = 60;
/** `…/12-slug.html`: what stands between id and suffix. */
const SLUG = /(?:^|\/)(?:\d{1,10}-)?([a-z0-9_-]{3,200})(?:\.html?)?$/;
const HAS_WORDS = /[a-z].*-|[a-z]{8}/;

/** The keys of a capture, a function of it alone. */
export function joinKeysOf(capture: ArticleCapture): JoinKeys {
  const { article, url } = capture;
  return {
    day: article.datePublished,
    titleKey: titleKeyOf(article.headline),
    bodyKey: bodyKeyOf(textOf(article).body),
    slugs: url === null ? slugsOfHeadline(article.headline) : slugOfAddress(url),
  };
}

/** 1 for each code unit that is a letter or digit: a table is asked faster than conditions. Made when first needed. */
let wordSigns: Uint8Array | null = null;

/** Hash of the letters and digits of a text, whatever its case, signs and spaces: 64 bits, hexadecimal. */
export function bodyKeyOf(body: string): string | null {
  const text = body.toLowerCase();
  wordSigns ??= Uint8Array.from({ length: 0x10000 }, (_, code) => Number(isWordSign(code)));
  let [high, low, letters] = [0x811c9dc5 | 0, 0x1b873593, 0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (wordSigns[code] === 0) continue;
    letters += 1;
    high = Math.imul(high ^ code, 0x01000193);
    low = (Math.imul(low ^ code, 0x85ebca6b) + letters) | 0;
  }
  return letters < FEWEST_LETTERS ? null : `${hex(high)}${hex(low)}`;
}

/** ASCII letters and digits, and whatever is beyond Latin-1's signs and general punctuation. */
function isWordSign(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && code !== 0x3000 && code !== 0xfeff;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

function slugOfAddress(url: string): string | null {
  const slug = SLUG.exec(canonicalUrl(url))?.[1] ?? null;
  return slug !== null && HAS_WORDS.test(slug) ? slug : null;
}

function slugsOfHeadline(headline: string | null): string | null {
  if (headline === null) return null;
  const slugs = new Set([slugOf(headline), entitySlugOf(headline)].filter((slug) => HAS_WORDS.test(slug)));
  return slugs.size === 0 ? null : [...slugs].join(' ');
}
