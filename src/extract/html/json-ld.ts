import type { PageTree } from './page-tree.js';

/** An object of a JSON-LD script. */
export type LinkedObject = Readonly<Record<string, unknown>>;

/** Types whose objects are stories. */
const STORY_TYPES =
  /^(?:Analysis|Opinion|Reportage|Review|Background|AskPublic|Satirical|Tech|Scholarly|Advertiser|Medical)?(?:News|Content|Scholarly)?(?:Article|BlogPosting|LiveBlogPosting|Report)$|^SocialMediaPosting$/;
/** Keys whose objects are about other stories. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'itemListElement',
  'relatedLink',
  'isRelatedTo',
  'citation',
  'mentions',
  'hasPart',
  'comment',
  'review',
]);
const CONTROL = /[\u0000-\u001f]+/g;
/** A comma before a closing bracket. */
const TRAILING_COMMA = /,(\s*[}\]])/g;
const WRAPPING =
  /^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\/\]\]>|\]\]>|\/\*\]\]>\*\/|;)\s*$/g;
const MOST_OBJECTS = 5000;

/** Every object of the page's JSON-LD scripts, those of lists of other stories left out. */
export function readLinkedObjects(tree: PageTree): readonly LinkedObject[] {
  const found: LinkedObject[] = [];
  for (const node of tree.nodes) {
    if (node.kind === 'data') collect(parseTolerantly(tree.textOf(node)), found);
  }
  return found;
}

/** Whether an object is a story. */
export function isStory(object: LinkedObject): boolean {
  return typesOf(object).some((type) => STORY_TYPES.test(type));
}

/** Types of an object, without the address of their vocabulary. */
export function typesOf(object: LinkedObject): readonly string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type])
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/^.*[/:#]/, ''));
}

/** JSON as sites write it: control characters in strings, commas before brackets, wrapped in comments; null for the rest. */
function parseTolerantly(text: string): unknown {
  const attempts = [
    () => text,
    () => text.replace(CONTROL, ' '),
    () => text.replace(CONTROL, ' ').replace(WRAPPING, '').replace(TRAILING_COMMA, '$1'),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt());
    } catch {}
  }
  return null;
}

function collect(value: unknown, found: LinkedObject[]): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && found.length < MOST_OBJECTS) {
    const next = waiting.pop();
    if (Array.isArray(next)) {
      waiting.push(...next.slice(0, MOST_OBJECTS).reverse());
    } else if (isObject(next)) {
      if (typesOf(next).length > 0) found.push(next);
      const inner = Object.entries(next).filter(([key, item]) => typeof item === 'object' && !ELSEWHERE.has(key));
      waiting.push(...inner.map(([, item]) => item).reverse());
    }
  }
}

/** Whether a value is an object that is no array. */
export function isObject(value: unknown): value is LinkedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
