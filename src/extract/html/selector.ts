import type { PageElement, PageNode } from './page-node.js';

/** One step of a selector: what an element must be, and how it stands to the step before. */
export interface SelectorStep {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  /** How the element of the step before stands to this one; null for the first step. */
  readonly follows: ' ' | '>' | '+' | null;
}

interface AttributeTest {
  readonly name: string;
  readonly operator: keyof typeof OPERATORS | null;
  readonly value: string;
  readonly ignoresCase: boolean;
}

/** One alternative of a selector list, its steps from the outermost to the element that is wanted. */
export type Selector = readonly [SelectorStep, ...SelectorStep[]];

const OPERATORS = {
  '=': (found: string, value: string) => found === value,
  '^=': (found: string, value: string) => value !== '' && found.startsWith(value),
  '$=': (found: string, value: string) => value !== '' && found.endsWith(value),
  '*=': (found: string, value: string) => value !== '' && found.includes(value),
  '~=': (found: string, value: string) => hasWord(found, value),
  '|=': (found: string, value: string) => found === value || found.startsWith(`${value}-`),
} as const;
/** Attributes whose values HTML compares without case. */
const CASELESS: ReadonlySet<string> = new Set([
  'rel',
  'type',
  'lang',
  'media',
  'method',
  'dir',
  'charset',
  'http-equiv',
]);
/** `div`, `#id`, `.class`, `[name^="value" i]`, one after the other. */
const PART =
  /([a-z][\w-]*|\*)|#([\w-]+)|\.([\w-]+)|\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"\\]*)"|'([^'\\]*)'|([\w-]+))\s*([iI])?\s*)?\]/iy;
const COMBINATOR = /\s*([>+,])\s*|\s+/y;
const WHITE_SPACE: ReadonlySet<number> = new Set([9, 10, 12, 13, 32]);

/** Reads a selector list of tags, ids, classes, attributes and the combinators ` `, `>`, `+`; null for anything more. */
export function parseSelectors(text: string): readonly Selector[] | null {
  let steps: SelectorStep[] = [];
  const list: (readonly SelectorStep[])[] = [];
  const source = text.trim();
  let follows: SelectorStep['follows'] = null;
  for (let at = 0; at < source.length; ) {
    const step = readStep(source, at, follows);
    if (step === null) return null;
    steps.push(step.step);
    COMBINATOR.lastIndex = step.end;
    const between = COMBINATOR.exec(source);
    if (between === null && step.end < source.length) return null;
    at = step.end + (between?.[0].length ?? 0);
    if (between !== null && at >= source.length) return null;
    follows = between?.[1] === ',' ? null : ((between?.[1] as '>' | '+' | undefined) ?? ' ');
    if (between?.[1] !== ',') continue;
    list.push(steps);
    steps = [];
  }
  const all = [...list, steps];
  return all.every(isSelector) ? all : null;
}

function isSelector(steps: readonly SelectorStep[]): steps is Selector {
  return steps.length > 0;
}

function readStep(
  source: string,
  start: number,
  follows: SelectorStep['follows'],
): { readonly step: SelectorStep; readonly end: number } | null {
  let [tag, id]: [string | null, string | null] = [null, null];
  const classes: string[] = [];
  const attributes: AttributeTest[] = [];
  PART.lastIndex = start;
  let end = start;
  for (let part = PART.exec(source); part !== null; part = PART.exec(source)) {
    if (part[1] !== undefined && end > start) return null;
    end = PART.lastIndex;
    if (part[1] !== undefined) tag = part[1] === '*' ? null : part[1].toLowerCase();
    else if (part[2] !== undefined) id = part[2];
    else if (part[3] !== undefined) classes.push(part[3]);
    else attributes.push(toAttributeTest(part));
  }
  return end === start ? null : { step: { tag, id, classes, attributes, follows }, end };
}

function toAttributeTest(part: RegExpExecArray): AttributeTest {
  const name = (part[4] ?? '').toLowerCase();
  const ignoresCase = part[9] !== undefined || CASELESS.has(name);
  const value = part[6] ?? part[7] ?? part[8] ?? '';
  const operator = (part[5] as AttributeTest['operator'] | undefined) ?? null;
  return { name, operator, value: ignoresCase ? value.toLowerCase() : value, ignoresCase };
}

/** `nowhere`: what a step asks of the ancestors is not there, so that no ancestor further up can do better. */
type Match = 'here' | 'not-here' | 'nowhere';

/** Whether an element, and those before it, are what a selector names. Takes steps times depth at most. */
export function matchesSelector(nodes: readonly PageNode[], element: PageElement, selector: Selector): boolean {
  return matchFrom(nodes, element, selector, selector.length - 1) === 'here';
}

function matchFrom(nodes: readonly PageNode[], element: PageElement, selector: Selector, at: number): Match {
  const step = selector[at];
  if (step === undefined || !matchesStep(element, step)) return 'not-here';
  if (step.follows === null) return 'here';
  if (step.follows === '+') {
    const previous = previousElement(nodes, element);
    return previous === null ? 'not-here' : matchFrom(nodes, previous, selector, at - 1);
  }
  if (step.follows === '>') {
    return element.parent === null ? 'nowhere' : matchFrom(nodes, element.parent, selector, at - 1);
  }
  for (let up = element.parent; up !== null; up = up.parent) {
    const match = matchFrom(nodes, up, selector, at - 1);
    if (match !== 'not-here') return match;
  }
  return 'nowhere';
}

function matchesStep(element: PageElement, step: SelectorStep): boolean {
  const { tag, id, classes } = element;
  if (step.tag !== null && step.tag !== tag) return false;
  if (step.id !== null && step.id !== id) return false;
  for (const name of step.classes) if (!classes.includes(name)) return false;
  for (const { name, operator, value, ignoresCase } of step.attributes) {
    const own = element.attribute(name);
    if (own === null) return false;
    if (operator !== null && !OPERATORS[operator](ignoresCase ? own.toLowerCase() : own, value)) return false;
  }
  return true;
}

function previousElement(nodes: readonly PageNode[], element: PageElement): PageElement | null {
  for (let index = element.index - 1; index > (element.parent?.index ?? -1); ) {
    const node = nodes[index];
    if (node === undefined) return null;
    let up: PageNode = node;
    while (up.parent !== null && up.parent !== element.parent) up = up.parent;
    if (up.kind === 'element') return up;
    index = up.index - 1;
  }
  return null;
}

/** Whether a list between white space, as `class` is one, holds a word. */
function hasWord(list: string, word: string): boolean {
  if (word === '') return false;
  for (let at = list.indexOf(word); at >= 0; at = list.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isStart = at === 0 || WHITE_SPACE.has(list.charCodeAt(at - 1));
    if (isStart && (end === list.length || WHITE_SPACE.has(list.charCodeAt(end)))) return true;
  }
  return false;
}
