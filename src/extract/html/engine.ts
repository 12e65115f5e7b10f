import type { SiteEngine } from '../../model/site-profile.js';
import type { PageElement, PageTree } from './page-tree.js';

/** Names in the generator tag, which says more than any other trace. */
const GENERATORS: readonly (readonly [RegExp, SiteEngine | null])[] = [
  [/datalife engine/i, 'dle'],
  [/wordpress/i, 'wordpress'],
  [/joomla|drupal|bitrix|typo3|wix|blogger|tilda|ucoz|modx|instantcms/i, null],
];
/** Elements that only this engine makes. */
const MARKS: readonly (readonly [string, SiteEngine])[] = [
  [
    '#dle-content, #dle-speedbar, #xtm-speedbar, #dlemasscomments, #dle-comments-list, #dle-comm-link, #dle-ajax-comments',
    'dle',
  ],
  ['[id^="news-id-"], link[href*="/engine/opensearch.php"], script[src*="/engine/classes/"]', 'dle'],
  [
    'link[href*="/wp-content/"], script[src*="/wp-content/"], script[src*="/wp-includes/"], body[class*="wp-"], body[class*="postid-"]',
    'wordpress',
  ],
];

/** The software that made the page, or null where it leaves no trace. */
export function readEngine(tree: PageTree): SiteEngine | null {
  const generators = tree
    .find('meta')
    .filter(isGenerator)
    .map((meta) => meta.attribute('content') ?? '');
  for (const [pattern, engine] of GENERATORS) {
    if (generators.some((name) => pattern.test(name))) return engine;
  }
  return MARKS.find(([selector]) => tree.find(selector).length > 0)?.[1] ?? null;
}

function isGenerator(meta: PageElement): boolean {
  return meta.attribute('name')?.toLowerCase() === 'generator';
}
