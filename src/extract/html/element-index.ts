import { type CheerioAPI, load } from 'cheerio/slim';
import { DomHandler } from 'htmlparser2';
import { spend } from '../../text/work.js';
import type { PageElement, PageNode } from './page-node.js';
import { matchesSelector, parseSelectors, type Selector, type SelectorStep } from './selector.js';

/** Pseudo-classes and combinators whose cost grows faster than the page. */
const COSTLY = /:has|:contains|:icontains|:nth-last|~(?!=)/;
const LONGEST_SELECTOR = 300;
/** Attributes of most elements: lists of those that have one would be no shorter. */
const COMMON: ReadonlySet<string> = new Set(['class', 'href', 'src', 'style', 'width', 'height']);
/** Selectors that are kept parsed; those of profiles and of this program are far fewer. */
const MOST_KNOWN = 5000;

const NONE: readonly PageElement[] = [];

interface KnownSelector {
  /** Alternatives of the list; null where all of CSS is needed. */
  readonly parsed: readonly Selector[] | null;
  /** Its number among those that are known, under which a page keeps what it finds. */
  readonly place: number;
}

const known = new Map<string, KnownSelector>();
let places = 0;

function knownSelector(text: string): KnownSelector {
  let selector = known.get(text);
  if (selector === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    selector = { parsed: parseSelectors(text), place: places };
    places += 1;
    known.set(text, selector);
  }
  return selector;
}

/** Finds elements by what selectors name last: an id, a class, a tag, an attribute. */
export class ElementIndex {
  private readonly nodes: readonly PageNode[];
  /** All of them in document order. */
  readonly elements: PageElement[] = [];
  private readonly byTag = new Map<string, PageElement[]>();
  private readonly byClass = new Map<string, PageElement[]>();
  private readonly byId = new Map<string, PageElement[]>();
  /** By the place of the selector. */
  private readonly selected: (readonly PageElement[] | undefined)[] = [];
  private readonly byAttribute = new Map<string, readonly PageElement[]>();
  private query: ((selector: string) => readonly PageElement[]) | null = null;

  constructor(nodes: readonly PageNode[]) {
    this.nodes = nodes;
    for (const node of nodes) if (node.kind === 'element') this.add(node);
  }

  /** Elements that match a selector list, in document order; none for one that is not understood. */
  select(selector: string): readonly PageElement[] {
    const { parsed, place } = knownSelector(selector);
    let found = this.selected[place];
    if (found === undefined) {
      found = parsed === null ? this.selectByQuery(selector) : this.selectParsed(parsed);
      this.selected[place] = found;
    }
    return found;
  }

  private selectParsed(list: readonly Selector[]): readonly PageElement[] {
    let all: readonly PageElement[] = NONE;
    for (const selector of list) {
      const candidates = this.candidates(selector);
      // Of most selectors nothing is on the page.
      if (candidates.length === 0) continue;
      const found = candidates.filter((element) => matchesSelector(this.nodes, element, selector));
      if (found.length > 0) all = all.length === 0 ? found : inOrder([...all, ...found]);
    }
    return all;
  }

  private candidates(selector: Selector): readonly PageElement[] {
    let last = NONE;
    for (const step of selector) {
      last = this.named(step);
      // What a step names must be somewhere on the page.
      if (last.length === 0) break;
    }
    spend(last.length);
    return last;
  }

  /** Elements with what is rarest of all that a step names. */
  private named({ tag, id, classes, attributes }: SelectorStep): readonly PageElement[] {
    if (id !== null) return this.byId.get(id) ?? NONE;
    if (classes[0] !== undefined) return this.byClass.get(classes[0]) ?? NONE;
    const tagged = tag === null ? this.elements : (this.byTag.get(tag) ?? NONE);
    if (attributes[0] === undefined || COMMON.has(attributes[0].name)) return tagged;
    const marked = tag === null ? this.marked(attributes[0].name) : this.byAttribute.get(attributes[0].name);
    return marked !== undefined && marked.length < tagged.length ? marked : tagged;
  }

  private marked(attribute: string): readonly PageElement[] {
    let found = this.byAttribute.get(attribute);
    if (found === undefined) {
      found = this.elements.filter((element) => element.has(attribute));
      this.byAttribute.set(attribute, found);
    }
    return found;
  }

  private selectByQuery(selector: string): readonly PageElement[] {
    if (selector.length > LONGEST_SELECTOR || COSTLY.test(selector)) return [];
    this.query ??= openQuery(this.nodes);
    return this.query(selector);
  }

  private add(element: PageElement): void {
    this.elements.push(element);
    append(this.byTag, element.tag, element);
    if (element.id !== null) append(this.byId, element.id, element);
    for (const name of element.classes) append(this.byClass, name, element);
  }
}

/** All of CSS, for the few selectors that need more: a second tree, made when the first of them comes. */
function openQuery(nodes: readonly PageNode[]): (selector: string) => readonly PageElement[] {
  const handler = new DomHandler();
  const elements: PageElement[] = [];
  const open: PageElement[] = [];
  for (const node of nodes) {
    for (let last = open.at(-1); last !== undefined && last.end < node.index; last = open.at(-1)) {
      open.pop();
      handler.onclosetag();
    }
    if (node.kind !== 'element') {
      if (node.kind === 'text') handler.ontext(node.before + node.after || ' ');
      continue;
    }
    handler.onopentag(node.tag, { ...node.attributes });
    elements.push(node);
    open.push(node);
  }
  const query: CheerioAPI = load(handler.dom as unknown as string);
  const parsed = query('*').toArray();
  const places = new Map<unknown, PageElement | undefined>(parsed.map((element, index) => [element, elements[index]]));
  return (selector) => {
    try {
      const found = query(selector).toArray();
      return inOrder(found.map((element) => places.get(element)).filter((element) => element !== undefined));
    } catch {
      return [];
    }
  };
}

/** Each element once, in the order of the page. */
function inOrder(elements: readonly PageElement[]): readonly PageElement[] {
  return [...new Set(elements)].sort((a, b) => a.index - b.index);
}

function append(map: Map<string, PageElement[]>, key: string, element: PageElement): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [element]);
  else list.push(element);
}
