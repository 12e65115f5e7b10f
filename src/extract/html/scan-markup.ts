import type { TextContent } from './tag-rules.js';

/** What takes the tokens of a page, in order. Offsets count code units of the source; an end is the offset behind the last one. */
export interface MarkupSink {
  /** Takes the name of a tag and says how far its content is mere text; null for an element that may hold others. */
  openTag(start: number, end: number): TextContent | null;
  /** An attribute of the tag that is open; one without a value has an empty one. */
  attribute(start: number, end: number, valueStart: number, valueEnd: number): void;
  openTagEnd(isSelfClosing: boolean): void;
  closeTag(start: number, end: number): void;
  text(start: number, end: number): void;
  comment(start: number, end: number): void;
  cdata(start: number, end: number): void;
  declaration(): void;
}

const NAME_END = kindsOf(' \n\t\f\r/>');
const ATTRIBUTE_NAME_END = kindsOf(' \n\t\f\r/>=');
const VALUE_END = kindsOf(' \n\t\f\r>');
const SPACE = kindsOf(' \n\t\f\r');
const LETTER = kindsOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
const [BANG, DOUBLE_QUOTE, SINGLE_QUOTE, SLASH, EQUALS, END, QUESTION] = [0x21, 0x22, 0x27, 0x2f, 0x3d, 0x3e, 0x3f];
const CDATA = '[CDATA[';
const DOCTYPE = /doctype/iy;
/** What is left of the end of a comment where the page breaks off. */
const BROKEN_COMMENT_END = /--?!?$/;

/**
 * Reads markup as the tokenizer of WHATWG HTML (13.2.5) does, in one pass, character references left as they are. Whatever a page breaks off
 * within a tag is left out. Never fails: any text is markup. Linear.
 */
export function scanMarkup(source: string, sink: MarkupSink): void {
  const scanner = new MarkupScanner(source, sink);
  // Where the text begins that is not yet handed on, and where the next tag may begin.
  let [start, from] = [0, 0];
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', from)) {
    if (at > start) sink.text(start, at);
    const end = scanner.tag(at + 1);
    start = end ?? at;
    from = end ?? at + 1;
  }
  if (start < source.length) sink.text(start, source.length);
}

class MarkupScanner {
  private nextEnd = -1;

  constructor(
    private readonly source: string,
    private readonly sink: MarkupSink,
  ) {}

  /** Reads what begins with `<`. Gives the offset behind it, or null where `<` is a sign of the text. */
  tag(at: number): number | null {
    const code = this.source.charCodeAt(at);
    if (isOf(LETTER, code)) return this.openTag(at);
    if (code === SLASH) return this.closeTag(at + 1);
    if (code === BANG) return this.declaration(at + 1);
    return code === QUESTION ? this.bogusComment(at) : null;
  }

  private openTag(at: number): number {
    const { source, sink } = this;
    const end = this.skipTo(NAME_END, at + 1);
    if (end === source.length) return end;
    const content = sink.openTag(at, end);
    const start = this.attributes(end);
    if (content === null) return start;
    const textEnd = content === 'to-end' ? source.length : this.endTag(source.slice(at, end).toLowerCase(), start);
    if (textEnd > start) sink.text(start, textEnd);
    return textEnd;
  }

  /** The offset of the end tag of a name in small letters, or of the end of the page. */
  private endTag(name: string, from: number): number {
    const { source } = this;
    for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
      const end = at + 2 + name.length;
      if (isOf(NAME_END, source.charCodeAt(end)) && source.slice(at + 2, end).toLowerCase() === name) return at;
    }
    return source.length;
  }

  private attributes(from: number): number {
    const { source, sink } = this;
    let at = from;
    while (at < source.length) {
      const code = source.charCodeAt(at);
      if (code === END) {
        sink.openTagEnd(false);
        return at + 1;
      }
      if (code === SLASH) {
        at = this.skip(SPACE, at + 1);
        if (source.charCodeAt(at) !== END) continue;
        sink.openTagEnd(true);
        return at + 1;
      }
      at = isOf(SPACE, code) ? at + 1 : this.attribute(at);
    }
    return at;
  }

  private attribute(at: number): number {
    const { source, sink } = this;
    const end = this.skipTo(ATTRIBUTE_NAME_END, at + 1);
    const sign = this.skip(SPACE, end);
    if (source.charCodeAt(sign) !== EQUALS) {
      if (sign < source.length) sink.attribute(at, end, end, end);
      return sign;
    }
    const start = this.skip(SPACE, sign + 1);
    const quote = source.charCodeAt(start);
    const isQuoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
    const valueStart = isQuoted ? start + 1 : start;
    const valueEnd = isQuoted
      ? source.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", valueStart)
      : this.skipTo(VALUE_END, start);
    if (valueEnd < 0 || valueEnd === source.length) return source.length;
    sink.attribute(at, end, valueStart, valueEnd);
    return isQuoted ? valueEnd + 1 : valueEnd;
  }

  private closeTag(at: number): number | null {
    const { source, sink } = this;
    if (at >= source.length) return null;
    const code = source.charCodeAt(at);
    if (code === END) return at + 1;
    if (!isOf(LETTER, code)) return this.bogusComment(at);
    const end = this.skipTo(NAME_END, at + 1);
    if (end < source.length) sink.closeTag(at, end);
    return behind(source, '>', end);
  }

  private declaration(at: number): number {
    const { source, sink } = this;
    if (source.startsWith('--', at)) return this.comment(at + 2);
    if (source.startsWith(CDATA, at)) return this.cdata(at + CDATA.length);
    DOCTYPE.lastIndex = at;
    if (!DOCTYPE.test(source)) return this.bogusComment(at);
    sink.declaration();
    return behind(source, '>', at);
  }

  private comment(start: number): number {
    const { source, sink } = this;
    // Nothing but the signs that end it.
    const empty = ['>', '->'].find((sign) => source.startsWith(sign, start));
    if (empty !== undefined) {
      sink.comment(start, start);
      return start + empty.length;
    }
    const usual = this.usualEnd(start);
    const odd = source.slice(start, usual).indexOf('--!>');
    if (odd < 0 && usual === source.length) return this.brokenComment(start);
    const end = odd < 0 ? usual : start + odd;
    sink.comment(start, end);
    return end + (odd < 0 ? 3 : 4);
  }

  /** The next usual end of a comment, looked for once: odd ones may come before it in any number. */
  private usualEnd(start: number): number {
    if (this.nextEnd < start) {
      const found = this.source.indexOf('-->', start);
      this.nextEnd = found < 0 ? this.source.length : found;
    }
    return this.nextEnd;
  }

  private brokenComment(start: number): number {
    const { length } = this.source;
    const rest = BROKEN_COMMENT_END.exec(this.source.slice(Math.max(start, length - 3)))?.[0] ?? '';
    this.sink.comment(start, length - rest.length);
    return length;
  }

  private cdata(start: number): number {
    const { source, sink } = this;
    const end = source.indexOf(']]>', start);
    if (end < 0) sink.comment(start - CDATA.length, source.length);
    else sink.cdata(start, end);
    return end < 0 ? source.length : end + 3;
  }

  /** What is neither tag nor declaration is a comment up to the next `>`. */
  private bogusComment(start: number): number {
    const { source, sink } = this;
    const end = source.indexOf('>', start);
    sink.comment(start, end < 0 ? source.length : end);
    return end < 0 ? source.length : end + 1;
  }

  /** The offset of the first sign of a kind, or the end. */
  private skipTo(kind: Uint8Array, from: number): number {
    const { source } = this;
    let at = from;
    while (at < source.length && !isOf(kind, source.charCodeAt(at))) at += 1;
    return at;
  }

  /** The offset of the first sign that is not of a kind, or the end. */
  private skip(kind: Uint8Array, from: number): number {
    const { source } = this;
    let at = from;
    while (at < source.length && isOf(kind, source.charCodeAt(at))) at += 1;
    return at;
  }
}

/** The offset behind the next such sign, or the end. */
function behind(source: string, sign: string, from: number): number {
  const at = source.indexOf(sign, from);
  return at < 0 ? source.length : at + sign.length;
}

/** Signs of ASCII by code, 1 for those of a kind. */
function kindsOf(signs: string): Uint8Array {
  const kinds = new Uint8Array(0x80);
  for (const sign of signs) kinds[sign.charCodeAt(0)] = 1;
  return kinds;
}

function isOf(kind: Uint8Array, code: number): boolean {
  return kind[code] === 1;
}
