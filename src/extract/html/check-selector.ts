import { parsePage } from './page-tree.js';

/** Steps of one selector: more say nothing more and cost time on every page. */
const MOST_STEPS = 12;
/** Pseudo-classes whose cost does not grow faster than the page. */
const PLAIN_PSEUDO =
  /^:(?:first-child|last-child|only-child|empty|first-of-type|last-of-type|only-of-type|root|nth-child\([\dn+ -]{1,12}\)|nth-of-type\([\dn+ -]{1,12}\))/;
const PSEUDO = /:[a-z-]+(?:\([^()]*\))?/gi;
/** `.` or `#` without a name. */
const NAMELESS = /[.#](?![\w\u0080-\uffff\\-])/;
const ATTRIBUTE = /\[[^[\]]*\]/g;
/** A combinator that nothing stands before or after. */
const LOOSE_END = /^\s*[>+]|[>+]\s*$|[>+]\s*[,>+]|,\s*[>+]/;
const QUOTED = /"[^"]*"|'[^']*'/g;

/** What is wrong with a selector of a profile, or null: one that no page can answer, or that costs too much to ask. */
export function selectorProblem(selector: string): string | null {
  const bare = selector.replace(QUOTED, '').replace(ATTRIBUTE, '[]');
  if (bare.includes('::')) return 'has a pseudo-element; only ::attr(name) at the end is known';
  const odd = (bare.match(PSEUDO) ?? []).find((pseudo) => !PLAIN_PSEUDO.test(pseudo));
  if (odd !== undefined) return `uses ${odd}, which profiles may not`;
  if (LOOSE_END.test(bare)) return 'has a combinator with nothing before or after it';
  if (bare.includes('~')) return 'uses ~, which profiles may not';
  if (stepsOf(bare) > MOST_STEPS) return `has more than ${MOST_STEPS} steps`;
  return !NAMELESS.test(bare) && isUnderstood(selector) ? null : 'is not understood as a CSS selector';
}

function stepsOf(bare: string): number {
  return Math.max(...bare.split(',').map((one) => one.trim().split(/[\s>+]+/).length));
}

/** What is not understood finds nothing: neither does the rest of its list. */
function isUnderstood(selector: string): boolean {
  return parsePage('<b></b>').find(`b, ${selector}`).length > 0;
}
