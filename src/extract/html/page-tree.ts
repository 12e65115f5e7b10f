import { type CheerioAPI, load } from 'cheerio/slim';
import { DomHandler, Parser } from 'htmlparser2';

/** An element of a page. Its descendants are the nodes from `index + 1` to `end`. */
export interface PageElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly tag: string;
  /** Values as found; `PageTree.attribute` gives them after repair. */
  readonly attributes: Readonly<Record<string, string>>;
  /** `class` and `id` in lower case, between spaces: what a page calls the element. */
  readonly names: string;
  readonly parent: PageElement | null;
  readonly depth: number;
  readonly index: number;
  readonly end: number;
}

/** A text node, the text of a JSON-LD script (`data`), or a comment. Style sheets and other scripts have no node. */
export interface PageText {
  readonly kind: 'text' | 'data' | 'comment';
  readonly parent: PageElement | null;
  readonly index: number;
  /** White space around the segment, and the segment itself where it is none. */
  readonly before: string;
  readonly after: string;
  /** Index of the segment that holds the text; null for white space and comments. */
  readonly segment: number | null;
}

export type PageNode = PageElement | PageText;

type Child = DomHandler['dom'][number];
type ParsedElement = Extract<Child, { attribs: unknown }>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Deeper elements become children of the element at this depth: no real page is as deep, and selectors stay quick. */
const DEEPEST = 256;
/** Elements whose text is for programs, or for nobody. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe']);
/** Attributes that hold text for readers. */
const TEXT_ATTRIBUTES: readonly string[] = ['alt', 'title', 'aria-label', 'content'];
/** Meta tags whose content is for programs. */
const TECHNICAL_META =
  /viewport|robots|verif|generator|color|detection|referrer|csrf|msapplication|http-equiv|fb:|image/i;
const JSON_LD = /^application\/ld\+json/i;
const ASCII_SPACE: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n', '\f']);
/** `tag`, `.class`, `#id` or `tag.class`: found by index. */
const SIMPLE = /^([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?$/i;
/** Pseudo-classes and combinators whose cost grows faster than the page. */
const COSTLY = /:has|:contains|:icontains|:nth-last|~(?!=)/;
const LONGEST_SELECTOR = 300;

/** The page as one list of nodes in document order, with selectors over it. The only code that knows the parser. */
export class PageTree {
  readonly nodes: readonly PageNode[];
  /** Texts of the page in document order: text nodes and attributes, trimmed of ASCII white space. */
  readonly segments: readonly string[];
  private readonly texts: readonly string[];
  private readonly source: ParsedPage;

  constructor(source: ParsedPage, texts: readonly string[] = source.segments) {
    this.source = source;
    this.nodes = source.nodes;
    this.segments = source.segments;
    this.texts = texts;
  }

  /** The same page with other texts, one for each segment. */
  withTexts(texts: readonly string[]): PageTree {
    return new PageTree(this.source, texts);
  }

  /** Elements that match a CSS selector, in document order; none for a selector that is not understood. */
  find(selector: string, within: PageElement | null = null): readonly PageElement[] {
    const found = this.source.select(selector);
    return within === null ? found : found.filter(({ index }) => index > within.index && index <= within.end);
  }

  /** The attribute after repair; null where there is none. */
  attribute(element: PageElement, name: string): string | null {
    const segment = this.source.attributeSegments.get(element)?.[name];
    return segment === undefined ? (element.attributes[name] ?? null) : (this.texts[segment] ?? '');
  }

  /** Segment of an attribute, or null where the attribute is none. */
  segmentOf(element: PageElement, name: string): number | null {
    return this.source.attributeSegments.get(element)?.[name] ?? null;
  }

  /** Text of a text node after repair, with the white space around it. */
  textOf(node: PageText): string {
    return node.segment === null ? node.before : node.before + (this.texts[node.segment] ?? '') + node.after;
  }

  /** Elements below `element`, or of the whole page, in document order. */
  elements(within: PageElement | null = null): readonly PageElement[] {
    const nodes = within === null ? this.nodes : this.nodes.slice(within.index + 1, within.end + 1);
    return nodes.filter((node) => node.kind === 'element');
  }
}

/** Parses a page. Never throws; any text is a page. */
export function parsePage(text: string): PageTree {
  const handler = new ShallowHandler();
  const parser = new Parser(handler, { decodeEntities: true });
  handler.reader = parser;
  parser.end(text);
  return new PageTree(new ParsedPage(handler.dom));
}

/** Keeps the tree shallow: an element below the deepest level is closed at once, for the parser as well. */
class ShallowHandler extends DomHandler {
  reader: Parser | null = null;

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    // The parser looks through its stack at every tag, which takes minutes on 100,000 open elements.
    // biome-ignore lint/complexity/useLiteralKeys: the stack is private, and only this form may reach it.
    const stack = this.reader?.['stack'];
    if (stack === undefined || stack.length <= DEEPEST || stack[0] !== name) return;
    stack.shift();
    super.onclosetag();
  }
}

/** Nodes of a page, its segments, and the ways to find elements. */
class ParsedPage {
  readonly nodes: PageNode[] = [];
  readonly segments: string[] = [];
  readonly attributeSegments = new Map<PageElement, Record<string, number>>();
  private readonly dom: Child[];
  private readonly byParsed = new Map<unknown, PageElement>();
  private readonly byTag = new Map<string, PageElement[]>();
  private readonly byName = new Map<string, PageElement[]>();
  private readonly selected = new Map<string, readonly PageElement[]>();
  private query: CheerioAPI | null = null;

  constructor(dom: Child[]) {
    this.dom = dom;
    this.flatten();
  }

  select(selector: string): readonly PageElement[] {
    const known = this.selected.get(selector);
    if (known !== undefined) return known;
    const parts = selector.split(',').map((part) => SIMPLE.exec(part.trim()));
    const found = parts.every((part) => part !== null && part[0] !== '')
      ? inOrder(
          parts.flatMap((part) => this.selectSimple(part?.[1]?.toLowerCase(), `${part?.[2] ?? ''}${part?.[3] ?? ''}`)),
        )
      : this.selectByQuery(selector);
    this.selected.set(selector, found);
    return found;
  }

  private selectSimple(tag: string | undefined, name: string): readonly PageElement[] {
    if (name === '') return this.byTag.get(tag ?? '') ?? [];
    const named = this.byName.get(name) ?? [];
    return tag === undefined ? named : named.filter((element) => element.tag === tag);
  }

  private selectByQuery(selector: string): readonly PageElement[] {
    if (selector.length > LONGEST_SELECTOR || COSTLY.test(selector)) return [];
    try {
      this.query ??= load(this.dom as unknown as string);
      const found = this.query(selector)
        .toArray()
        .map((parsed) => this.byParsed.get(parsed));
      return inOrder(found.filter((element) => element !== undefined));
    } catch {
      return [];
    }
  }

  private flatten(): void {
    const open: Mutable<PageElement>[] = [];
    const waiting: (Child | 'end')[] = [...this.dom].reverse();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const parent = open.at(-1) ?? null;
      if (next === 'end') {
        const closed = open.pop();
        if (closed !== undefined) closed.end = this.nodes.length - 1;
      } else if ('attribs' in next) {
        open.push(this.addElement(next, parent));
        waiting.push('end');
        this.addContent(next, open.at(-1) ?? null, waiting);
      } else if (next.type === 'text' || next.type === 'comment') {
        this.addText(next.data, next.type, parent);
      } else if ('children' in next) {
        waiting.push(...[...next.children].reverse());
      }
    }
  }

  private addElement(parsed: ParsedElement, parent: PageElement | null): Mutable<PageElement> {
    const { attribs } = parsed;
    const names = ` ${attribs.class ?? ''} ${attribs.id ?? ''} `.toLowerCase();
    const index = this.nodes.length;
    const depth = (parent?.depth ?? -1) + 1;
    const element = {
      kind: 'element',
      tag: parsed.name.toLowerCase(),
      attributes: attribs,
      names,
      parent,
      depth,
      index,
      end: index,
    } as const;
    this.nodes.push(element);
    this.byParsed.set(parsed, element);
    add(this.byTag, element.tag, element);
    for (const name of new Set((attribs.class ?? '').split(/\s+/))) add(this.byName, `.${name}`, element);
    if (attribs.id !== undefined) add(this.byName, `#${attribs.id}`, element);
    this.addAttributes(element);
    return element;
  }

  private addAttributes(element: PageElement): void {
    if (
      element.tag === 'meta' &&
      TECHNICAL_META.test(
        JSON.stringify([
          element.attributes.name,
          element.attributes.property,
          element.attributes['http-equiv'] && 'http-equiv',
        ]),
      )
    )
      return;
    const segments: Record<string, number> = {};
    for (const name of TEXT_ATTRIBUTES) {
      const value = element.attributes[name];
      if (value === undefined || value.trim() === '' || (name === 'content' && element.tag !== 'meta')) continue;
      segments[name] = this.segments.push(value) - 1;
    }
    if (Object.keys(segments).length > 0) this.attributeSegments.set(element, segments);
  }

  private addContent(parsed: ParsedElement, element: PageElement | null, waiting: (Child | 'end')[]): void {
    const tag = element?.tag ?? '';
    if (tag === 'script' && JSON_LD.test(parsed.attribs.type ?? '')) {
      this.addText(parsed.children.map((child) => ('data' in child ? child.data : '')).join(''), 'data', element);
    } else if (!WITHOUT_TEXT.has(tag)) {
      for (let child = parsed.lastChild; child !== null; child = child.prev) waiting.push(child as Child);
    }
  }

  private addText(data: string, kind: PageText['kind'], parent: PageElement | null): void {
    const [start, end] = trimmed(data);
    const isSegment = kind !== 'comment' && end > start;
    const segment = isSegment ? this.segments.push(data.slice(start, end)) - 1 : null;
    const before = isSegment ? data.slice(0, start) : data;
    this.nodes.push({
      kind,
      parent,
      index: this.nodes.length,
      before,
      after: isSegment ? data.slice(end) : '',
      segment,
    });
  }
}

/** Offsets of the text without ASCII white space around it. */
function trimmed(text: string): readonly [number, number] {
  let [start, end] = [0, text.length];
  while (start < end && ASCII_SPACE.has(text.charAt(start))) start += 1;
  while (end > start && ASCII_SPACE.has(text.charAt(end - 1))) end -= 1;
  return [start, end];
}

function inOrder(elements: readonly PageElement[]): readonly PageElement[] {
  return [...new Set(elements)].sort((a, b) => a.index - b.index);
}

function add(map: Map<string, PageElement[]>, key: string, element: PageElement): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [element]);
  else list.push(element);
}
