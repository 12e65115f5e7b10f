import { foldForSearch } from '../text/look-alikes.js';
import type { ArticleCapture } from './article-capture.js';
import { canonicalUrl } from './canonical-url.js';
import { textOf } from './text-of.js';

/** Host of the site that holds the pages whose site cannot be told. */
export const UNKNOWN_SITE = 'unknown';

/** What tells which story a capture shows. */
export interface CaptureKeys {
  /** Host of the site as the capture itself tells it, or null. */
  readonly site: string | null;
  readonly nativeId: string | null;
  /** Canonical address, or null. */
  readonly urlKey: string | null;
  /** Day and folded headline, or null where one of the two is not known. */
  readonly headlineKey: string | null;
  readonly textSha256: string;
}

/** The identity of an article: unique in an archive, the same in every archive. */
export interface StoryKey {
  readonly site: string;
  readonly key: string;
}

const NOT_IN_KEY = /[^\p{L}\p{N}]+/gu;

/** The keys of a capture. */
export function keysOf(capture: ArticleCapture): CaptureKeys {
  const { article, site, url } = capture;
  const urlKey = url === null ? null : canonicalUrl(url);
  const headlineKey = headlineKeyOf(article.headline, article.datePublished);
  return { site, nativeId: article.nativeId, urlKey, headlineKey, textSha256: textOf(article).sha256 };
}

/**
 * The story a capture belongs to, a function of the captures alone. `related` holds (at least) every capture that shares its address or
 * its headline key, and those that share an address with one of them.
 *
 * - the site's own id; else the address, which stands for the id where captures with that address name exactly one;
 * - else, by headline and day, the one story of its site (of any site where its own is not known) that has an address;
 * - else its own headline and day; else its own text.
 */
export function storyOf(capture: CaptureKeys, related: readonly CaptureKeys[]): StoryKey {
  if (capture.nativeId !== null) return { site: siteOf(capture), key: `id:${capture.nativeId}` };
  if (capture.urlKey !== null) return storyOfAddress(capture, related);
  return storyOfHeadline(capture, related);
}

/** True where an id or an address says which story it is. */
function isAddressed(capture: CaptureKeys): boolean {
  return capture.nativeId !== null || capture.urlKey !== null;
}

function storyOfAddress(capture: CaptureKeys, related: readonly CaptureKeys[]): StoryKey {
  const mates = related.filter((other) => other.urlKey === capture.urlKey && other.site === capture.site);
  const ids = new Set(mates.flatMap((mate) => mate.nativeId ?? []));
  const [id] = ids;
  return { site: siteOf(capture), key: ids.size === 1 ? `id:${id}` : `url:${capture.urlKey}` };
}

function storyOfHeadline(capture: CaptureKeys, related: readonly CaptureKeys[]): StoryKey {
  const { site, headlineKey, textSha256 } = capture;
  if (headlineKey === null) return { site: siteOf(capture), key: `text:${textSha256}` };
  const mates = related.filter((other) => other.headlineKey === headlineKey && mayHost(other, site));
  const stories = new Map(mates.map((mate) => storyOf(mate, related)).map((story) => [storyName(story), story]));
  const [story] = stories.values();
  if (story !== undefined && stories.size === 1) return story;
  return { site: siteOf(capture), key: `headline:${headlineKey}` };
}

/** A story with an address hosts what has none; a page of an unknown site may also join a story of a known one. */
function mayHost(other: CaptureKeys, site: string | null): boolean {
  if (site === null) return other.site !== null || isAddressed(other);
  return other.site === site && isAddressed(other);
}

/** One text for a story, for maps and sets. */
export function storyName(story: StoryKey): string {
  return `${story.site} ${story.key}`;
}

function siteOf(capture: CaptureKeys): string {
  return capture.site ?? UNKNOWN_SITE;
}

/** The letters and digits of a headline, folded; null where it has none. */
export function titleKeyOf(headline: string | null): string | null {
  const folded = foldForSearch(headline ?? '')
    .replace(NOT_IN_KEY, ' ')
    .trim();
  return folded === '' ? null : folded;
}

function headlineKeyOf(headline: string | null, day: string | null): string | null {
  const title = day === null ? null : titleKeyOf(headline);
  return title === null ? null : `${day} ${title}`;
}
