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
const STRING_OR_BRACKET = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;
const WRAPPING =
  /^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\/\]\]>|\]\]>|\/\*\]\]>\*\/|;)\s*$/g;
const MOST_OBJECTS = 5000;
/** Fields of a story whose script is no JSON, for the straight quotes inside a headline; each ends before the next name. */
const LOOSE_FIELD =
  /"(@type|headline|datePublished|dateCreated|dateModified)"\s{0,9}:\s{0,9}"(.{1,400}?)"(?=\s{0,99}(?:,\s{0,99}"|[}\]]))/g;

/** Every object of the page's JSON-LD scripts, those of lists of other stories left out. */
export function readLinkedObjects(tree: PageTree): readonly LinkedObject[] {
  const found: LinkedObject[] = [];
  for (const node of tree.nodes) {
    if (node.kind !== 'data') continue;
    const text = tree.textOf(node);
    collect(parseTolerantly(text) ?? looseStory(text), found);
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

/** JSON as sites write it: control characters in strings, commas before brackets, wrapped in comments, with a rest behind; null for the rest. */
function parseTolerantly(text: string): unknown {
  const plain = (): string => text.replace(CONTROL, ' ').replace(WRAPPING, '').replace(TRAILING_COMMA, '$1');
  const attempts = [() => text, () => text.replace(CONTROL, ' '), plain, () => firstObject(plain())];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt());
    } catch {}
  }
  return null;
}

/** What can be told of a story in a script that nothing parses; null where it holds none. */
function looseStory(text: string): LinkedObject | null {
  const fields: Record<string, string> = {};
  for (const [, name = '', value] of text.replace(CONTROL, ' ').matchAll(LOOSE_FIELD)) {
    if (name === '@type' && isStory(fields)) continue;
    if (name === '@type' || (isStory(fields) && fields[name] === undefined)) fields[name] = value ?? '';
  }
  return isStory(fields) ? fields : null;
}

/** The text up to the bracket that closes its first object: what stands behind it was pasted once too often. */
function firstObject(text: string): string {
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(STRING_OR_BRACKET)) {
    if (piece === '{' || piece === '[') depth += 1;
    else if (piece === '}' || piece === ']') depth -= 1;
    else continue;
    if (depth === 0) return text.slice(0, index + 1);
  }
  return '';
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
