import type { ArticleName } from '../model/query.js';

/** Signs that would part an id in a text, a shell or a list. */
const UNSAFE = /[\s%@"'<>\\^`{|}]+/gu;
/** Hexadecimal digits of a version: enough to tell the texts of one article apart. */
const VERSION_DIGITS = 12;

/** A key of day and headline holds letters, digits and single spaces only: an underscore stands for a space. */
const HEADLINE = 'headline:';

const STABLE_ID = /^([^\s/]+)\/([^@]+?)(?:@([0-9a-f]{8,64}))?$/;
const ROW_ID = /^\d{1,15}$/;
const ADDRESS = /^https?:\/\//i;

/** The name of an article that is the same in every archive of the same pages: `host/key`; with a text's hash, of one version of it. */
export function articleId({ site, key }: { readonly site: string; readonly key: string }, textSha256?: string): string {
  const version = textSha256 === undefined ? '' : `@${textSha256.slice(0, VERSION_DIGITS)}`;
  const readable = key.startsWith(HEADLINE) ? key.replaceAll(' ', '_') : key;
  return `${site}/${readable.replace(UNSAFE, (signs) => encodeURIComponent(signs))}${version}`;
}

/** What a person types for an article: a row number, an address, or what `articleId` gives. Null where it is none of them. */
export function readArticleName(text: string): ArticleName | null {
  const name = text.trim();
  if (ROW_ID.test(name)) return { id: Number(name) };
  if (ADDRESS.test(name)) return { url: name };
  const [, site, key] = STABLE_ID.exec(name) ?? [];
  if (site === undefined || key === undefined) return null;
  return { site, key: decoded(key.startsWith(HEADLINE) ? key.replaceAll('_', ' ') : key) };
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
