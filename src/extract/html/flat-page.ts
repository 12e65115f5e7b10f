import { decodeHTML } from 'entities/decode';
import { KnownPieces } from '../../text/known-pieces.js';
import { type Markup, OpenElement, TEXT_ATTRIBUTES } from './open-element.js';
import type { PageElement, PageNode, PageText } from './page-node.js';
import { cutAtEmptyLines, hasEmptyLine, isPreformatted } from './preformatted.js';
import { type MarkupSink, scanMarkup } from './scan-markup.js';
import { type TagContext, type TagRule, type TextContent, tagRule } from './tag-rules.js';

/** A page as one list of nodes in document order, and its texts. */
export interface FlatPage {
  readonly nodes: readonly PageNode[];
  /** Texts of the page in document order: text nodes and attributes, trimmed of ASCII white space. */
  readonly segments: readonly string[];
  /** Text nodes that print something, in document order: few of all nodes. */
  readonly textNodes: readonly PageText[];
}

/** Deeper elements become children of the element at this depth: no real page is as deep, and selectors stay quick. */
const DEEPEST = 256;
/** Elements whose text is for programs, or for nobody. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe']);
/** Meta tags whose content is for programs. */
const TECHNICAL_META =
  /viewport|robots|verif|generator|color|detection|referrer|csrf|msapplication|http-equiv|fb:|image/i;
/** Signs of `[CDATA[` and `]]`. */
const [CDATA_START, CDATA_END] = [7, 2];
const JSON_LD = /^application\/ld\+json/i;
const tagRules = new KnownPieces(tagRule);

/** Parses markup. Never throws; any text is a page. */
export function parseFlat(text: string): FlatPage {
  const page = new FlatPageBuilder(text);
  scanMarkup(text, page);
  page.end();
  return page;
}

interface OpenTag {
  readonly rule: TagRule;
  /** Null within an element whose text is left out. */
  readonly element: OpenElement | null;
}

/** Takes the tokens of a page in order, opens and closes elements as `tag-rules.ts` has it, and keeps no other tree. */
class FlatPageBuilder implements FlatPage, MarkupSink {
  readonly nodes: PageNode[] = [];
  readonly segments: string[] = [];
  readonly textNodes: PageText[] = [];
  private readonly markup: Markup;
  private readonly open: OpenTag[] = [];
  /** Drawings, formulas and what holds HTML within them, from the outermost inwards. */
  private readonly contexts: TagContext[] = [];
  private isForeign = false;
  /** Number of open tags up to the one whose text is left out; 0 where text counts. */
  private muted = 0;
  private isData = false;
  /** Text that no tag has ended yet. */
  private pending = '';
  /** The tag that is being read; null where it counts for nothing. */
  private rule: TagRule | null = null;
  /** Its element, null where nobody asks for it. */
  private element: OpenElement | null = null;

  constructor(source: string) {
    this.markup = { source, attributes: [] };
  }

  openTag(start: number, end: number): TextContent | null {
    const rule = this.ruleAt(start, end);
    // A form within a form is none.
    this.rule = rule.tag === 'form' && this.open.some((tag) => tag.rule === rule) ? null : rule;
    const isRead = this.rule !== null && (this.muted === 0 || rule.tag === 'use');
    this.element = isRead ? new OpenElement(rule.tag, this.markup) : null;
    return this.isForeign ? null : rule.textContent;
  }

  attribute(start: number, end: number, valueStart: number, valueEnd: number): void {
    this.element?.addAttribute(start, end, valueStart, valueEnd);
  }

  openTagEnd(isSelfClosing: boolean): void {
    const { rule } = this;
    if (rule === null) return;
    this.begin(rule, this.element);
    if (isSelfClosing && this.isForeign && this.last()?.rule.tag === rule.tag) this.closeLast();
  }

  closeTag(start: number, end: number): void {
    const rule = this.ruleAt(start, end);
    const at = rule.isVoid ? -1 : this.placeOf(rule.tag);
    if (at >= 0) while (this.open.length > at) this.closeLast();
    // As browsers do: an end tag of these two alone is an element without content.
    else if ((rule.tag === 'p' || rule.tag === 'br') && this.muted === 0)
      this.addElement(new OpenElement(rule.tag, this.markup));
  }

  text(start: number, end: number): void {
    if (this.muted > 0 && !this.isData) return;
    const text = this.markup.source.slice(start, end);
    const isWritten = text.includes('&') && !this.isData && this.last()?.rule.isRaw !== true;
    this.pending += isWritten ? decodeHTML(text) : text;
  }

  comment(start: number, end: number): void {
    if (this.muted > 0) return;
    this.flushText();
    this.addText(this.markup.source.slice(start, end), 'comment');
  }

  /** Outside of drawings and formulas, CDATA is a comment. */
  cdata(start: number, end: number): void {
    if (this.isForeign) this.text(start, end);
    else this.comment(start - CDATA_START, end + CDATA_END);
  }

  declaration(): void {
    if (this.muted === 0) this.flushText();
  }

  /** Closes what is open at the end of the page. */
  end(): void {
    while (this.open.length > 0) this.closeLast();
    this.flushText();
  }

  /** The place of the innermost open tag of that name; -1 for none. */
  private placeOf(tag: string): number {
    let at = this.open.length - 1;
    while (at >= 0 && this.open[at]?.rule.tag !== tag) at -= 1;
    return at;
  }

  private ruleAt(start: number, end: number): TagRule {
    const rule = tagRules.at(this.markup.source, start, end);
    return rule.tag === 'image' && !this.isForeign ? tagRule('img') : rule;
  }

  private last(): OpenTag | undefined {
    return this.open[this.open.length - 1];
  }

  private begin(rule: TagRule, element: OpenElement | null): void {
    const { ends } = rule;
    if (ends !== null)
      for (let last = this.last(); last !== undefined && ends.has(last.rule.tag); last = this.last()) this.closeLast();
    if (element !== null && this.muted > 0) this.nameDrawing(element);
    const own = this.muted === 0 ? element : null;
    if (own !== null) this.addElement(own);
    if (rule.isVoid || this.open.length >= DEEPEST) return;
    this.open.push({ rule, element: own });
    if (rule.context !== null) this.enter(rule.context);
    if (own === null || !WITHOUT_TEXT.has(rule.tag)) return;
    this.muted = this.open.length;
    this.isData = rule.tag === 'script' && JSON_LD.test(own.attribute('type') ?? '');
  }

  private closeLast(): void {
    const isInner = this.muted > 0 && this.open.length > this.muted;
    if (!isInner) {
      this.flushText();
      this.muted = 0;
      this.isData = false;
    }
    const tag = this.open.pop();
    if (tag?.rule.context != null) this.leave();
    if (tag?.element != null) tag.element.end = this.nodes.length - 1;
  }

  private enter(context: TagContext): void {
    this.contexts.push(context);
    this.isForeign = context !== 'html';
  }

  private leave(): void {
    this.contexts.pop();
    this.isForeign = (this.contexts.at(-1) ?? 'html') !== 'html';
  }

  /** `<svg><use href="#icon-eye">`: what a drawing shows is told by its name only, which the drawing takes over. */
  private nameDrawing({ attributes }: OpenElement): void {
    const drawing = this.open[this.muted - 1]?.element;
    const href = attributes['xlink:href'] ?? attributes.href;
    if (href !== undefined && drawing?.tag === 'svg') drawing.takeOver('href', href);
  }

  private addElement(element: OpenElement): void {
    this.flushText();
    element.place(this.last()?.element ?? null, this.nodes.length);
    this.nodes.push(element);
    if (element.hasTextAttribute) this.addAttributes(element);
  }

  private flushText(): void {
    if (this.pending === '') return;
    if (this.isData || !hasEmptyLine(this.pending) || !isPreformatted(this.last()?.element ?? null))
      this.addText(this.pending, this.isData ? 'data' : 'text');
    else for (const piece of cutAtEmptyLines(this.pending)) this.addText(piece, 'text');
    this.pending = '';
  }

  private addAttributes(element: OpenElement): void {
    const isMeta = element.tag === 'meta';
    if (isMeta && isTechnical(element)) return;
    let segments: Record<string, number> | null = null;
    for (const name of TEXT_ATTRIBUTES) {
      const value = element.attribute(name);
      if (value === null || value.trim() === '' || (name === 'content' && !isMeta)) continue;
      segments ??= {};
      segments[name] = this.segments.push(value) - 1;
    }
    element.attributeSegments = segments;
  }

  private addText(data: string, kind: PageText['kind']): void {
    const [start, end] = kind === 'comment' ? [0, 0] : trimmed(data);
    const isSegment = end > start;
    const isWhole = isSegment && start === 0 && end === data.length;
    const node: PageText = {
      kind,
      parent: this.last()?.element ?? null,
      index: this.nodes.length,
      before: isSegment ? data.slice(0, start) : data,
      after: isSegment ? data.slice(end) : '',
      segment: isSegment ? this.segments.push(isWhole ? data : data.slice(start, end)) - 1 : null,
    };
    this.nodes.push(node);
    if (isSegment && kind === 'text') this.textNodes.push(node);
  }
}

function isTechnical(meta: PageElement): boolean {
  if (meta.attribute('http-equiv')) return true;
  return ['name', 'property'].some((name) => TECHNICAL_META.test(meta.attribute(name) ?? ''));
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
