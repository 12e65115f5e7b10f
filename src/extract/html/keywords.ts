import { type Candidate, chooseCandidate } from './candidate.js';
import { type FoldedText, foldedTextOf } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { closest, isWithin, type Reading } from './reading.js';
import { selectTexts } from './selected.js';

/** Links to the stories of a tag. */
const TAG_LINKS =
  'a[rel~="tag"], a[href*="/tags/"], a[href*="/tag/"], a[href*="do=tags"], .tags-links a, .post-tags a, .tagcloud a, .tag_list a, .basetags a, .story_tags a';
/** Clouds of the whole site's tags. */
const CLOUD = /[\s_-](?:\w*clouds?\w*|tagcloud|clouds_\w+|widget\w*|sidebar\w*|topmenu|menu|nav)(?=[\s_-])/;
const CATEGORY = /\bcategory\b/;
const MOST = 60;

/** Tags of the story: its tag links, else those that it names for programs. Generated keywords of meta tags are none. */
export function readKeywords(reading: Reading, body: PageElement | null): Candidate<readonly FoldedText[]> | null {
  const { tree, layout, data } = reading;
  const selected = selectTexts(tree, layout?.keywords).map(({ text }) => withoutSign(text));
  const printed = tree
    .find(TAG_LINKS)
    .filter((link) => isStoryTag(link, body))
    .map((link) => withoutSign(foldedTextOf(tree, link)));
  const told = data.keywords.map((text) => ({ text, starts: [] }));
  const found = [
    { value: distinct(selected), rule: `${layout?.name}-keywords`, layer: 'profile' as const, score: 0.9 },
    { value: distinct(printed), rule: 'tag-links', layer: 'heuristic' as const, score: 0.7 },
    { value: distinct(told), rule: 'tag-data', layer: 'structured-data' as const, score: 0.6 },
  ].filter(({ value }) => value.length > 0);
  return chooseCandidate(found, (tags) => tags.map(({ text }) => text).join('\n'));
}

/** Tags stand together under the story; words of the story may link to tags as well, and the margin shows a cloud. */
function isStoryTag(link: PageElement, body: PageElement | null): boolean {
  if (CATEGORY.test(link.attribute('rel') ?? '')) return false;
  if (
    closest(link, ({ tag, names }) => tag === 'aside' || tag === 'nav' || tag === 'header' || CLOUD.test(names)) !==
    null
  )
    return false;
  return (
    !isWithin(link, body) ||
    closest(
      link,
      ({ names, index }) => body !== null && index > body.index && /[\s_-]tags?(?:[\s_-]|links|list)/.test(names),
    ) !== null
  );
}

/** `#су` names the tag «су». */
function withoutSign({ text, starts }: FoldedText): FoldedText {
  return text.startsWith('#')
    ? { text: text.replace(/^#\s*/, ''), starts: starts.map((at) => ({ ...at, start: Math.max(0, at.start - 1) })) }
    : { text, starts };
}

function distinct(tags: readonly FoldedText[]): readonly FoldedText[] {
  const seen = new Set<string>();
  return tags
    .filter(({ text }) => text !== '' && text.length <= 100 && !seen.has(text) && seen.add(text))
    .slice(0, MOST);
}
