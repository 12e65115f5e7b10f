import { Parser } from 'htmlparser2';
import type { PageElement, PageNode, PageText } from './page-node.js';

/** A page as one list of nodes in document order, and its texts. */
export interface FlatPage {
  readonly nodes: readonly PageNode[];
  /** Texts of the page in document order: text nodes and attributes, trimmed of ASCII white space. */
  readonly segments: readonly string[];
}

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
const NAMELESS = '   ';

/** An element while its page is read. */
class OpenElement implements PageElement {
  readonly kind = 'element';
  readonly depth: number;
  end: number;
  attributeSegments: Record<string, number> | null = null;
  private knownNames: string | null = null;

  constructor(
    readonly tag: string,
    public attributes: Readonly<Record<string, string>>,
    readonly parent: PageElement | null,
    readonly index: number,
  ) {
    this.end = index;
    this.depth = parent === null ? 0 : parent.depth + 1;
  }

  /** Most elements are never asked for them. */
  get names(): string {
    this.knownNames ??= namesOf(this.attributes);
    return this.knownNames;
  }
}

function namesOf({ class: classes, id }: Readonly<Record<string, string>>): string {
  return classes === undefined && id === undefined ? NAMELESS : ` ${classes ?? ''} ${id ?? ''} `.toLowerCase();
}

/** Parses markup. Never throws; any text is a page. */
export function parseFlat(text: string): FlatPage {
  const page = new FlatPageBuilder();
  const parser = new Parser(page, { decodeEntities: true });
  page.reader = parser;
  parser.end(text);
  return page;
}

/** Takes what the parser reports, one call a tag and a piece of text, and keeps no other tree. */
class FlatPageBuilder implements FlatPage {
  readonly nodes: PageNode[] = [];
  readonly segments: string[] = [];
  reader: Parser | null = null;
  private readonly open: OpenElement[] = [];
  /** Open elements from the one whose text is left out inwards; 0 where text counts. */
  private muted = 0;
  private isData = false;
  /** True where the tag that is being read has an attribute with text. */
  private hasTextAttribute = false;
  private text = '';
  private comment: string | null = null;

  onattribute(name: string, value: string): void {
    if (value !== '' && TEXT_ATTRIBUTES.includes(name)) this.hasTextAttribute = true;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.muted > 0) {
      this.muted += 1;
      this.hasTextAttribute = false;
      this.nameDrawing(name, attributes);
    } else this.addElement(name.toLowerCase(), attributes);
    // The parser looks through its stack at every tag, which takes minutes on 100,000 open elements.
    // biome-ignore lint/complexity/useLiteralKeys: the stack is private, and only this form may reach it.
    const stack = this.reader?.['stack'];
    if (stack === undefined || stack.length <= DEEPEST || stack[0] !== name) return;
    stack.shift();
    this.onclosetag();
  }

  /** `<svg><use href="#icon-eye">`: what a drawing shows is told by its name only, which the drawing takes over. */
  private nameDrawing(name: string, attributes: Readonly<Record<string, string>>): void {
    const drawing = this.open[this.open.length - 1];
    const href = attributes['xlink:href'] ?? attributes.href;
    if (name !== 'use' || href === undefined || drawing?.tag !== 'svg') return;
    drawing.attributes = { ...drawing.attributes, href };
  }

  onclosetag(): void {
    if (this.muted > 1) {
      this.muted -= 1;
      return;
    }
    this.flushText();
    this.muted = 0;
    this.isData = false;
    const closed = this.open.pop();
    if (closed !== undefined) closed.end = this.nodes.length - 1;
  }

  ontext(text: string): void {
    if (this.muted === 0 || this.isData) this.text += text;
  }

  oncomment(text: string): void {
    if (this.muted > 0) return;
    this.flushText();
    this.comment = (this.comment ?? '') + text;
  }

  oncommentend(): void {
    if (this.comment !== null) this.addText(this.comment, 'comment');
    this.comment = null;
  }

  onprocessinginstruction(): void {
    if (this.muted === 0) this.flushText();
  }

  onend(): void {
    this.flushText();
  }

  private flushText(): void {
    if (this.text === '') return;
    this.addText(this.text, this.isData ? 'data' : 'text');
    this.text = '';
  }

  private addElement(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.flushText();
    const parent = this.open[this.open.length - 1] ?? null;
    const element = new OpenElement(tag, attributes, parent, this.nodes.length);
    this.nodes.push(element);
    this.open.push(element);
    if (this.hasTextAttribute) this.addAttributes(element);
    if (!WITHOUT_TEXT.has(tag)) return;
    this.muted = 1;
    this.isData = tag === 'script' && JSON_LD.test(attributes.type ?? '');
  }

  private addAttributes(element: OpenElement): void {
    this.hasTextAttribute = false;
    const { tag, attributes } = element;
    const isMeta = tag === 'meta';
    if (isMeta && isTechnical(attributes)) return;
    let segments: Record<string, number> | null = null;
    for (const name of TEXT_ATTRIBUTES) {
      const value = attributes[name];
      if (value === undefined || value.trim() === '' || (name === 'content' && !isMeta)) continue;
      segments ??= {};
      segments[name] = this.segments.push(value) - 1;
    }
    element.attributeSegments = segments;
  }

  private addText(data: string, kind: PageText['kind']): void {
    const [start, end] = kind === 'comment' ? [0, 0] : trimmed(data);
    const isSegment = end > start;
    const isWhole = isSegment && start === 0 && end === data.length;
    this.nodes.push({
      kind,
      parent: this.open[this.open.length - 1] ?? null,
      index: this.nodes.length,
      before: isSegment ? data.slice(0, start) : data,
      after: isSegment ? data.slice(end) : '',
      segment: isSegment ? this.segments.push(isWhole ? data : data.slice(start, end)) - 1 : null,
    });
  }
}

function isTechnical({ name, property, 'http-equiv': directive }: Readonly<Record<string, string>>): boolean {
  return Boolean(directive) || TECHNICAL_META.test(name ?? '') || TECHNICAL_META.test(property ?? '');
}

/** Offsets of the text without ASCII white space around it. */
function trimmed(text: string): readonly [number, number] {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return [start, end];
}

/** Space, tab, line feed, form feed, carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}
