import { decodeHTMLAttribute } from 'entities/decode';
import { KnownPieces } from '../../text/known-pieces.js';
import type { PageElement } from './page-node.js';

/** A page as it is written, and its attributes in order. */
export interface Markup {
  readonly source: string;
  /** Names of attributes, in lower case. */
  readonly names: string[];
  /** Two offsets for each attribute: of its value from and to. */
  readonly values: number[];
}

/** Attributes that hold text for readers. */
export const TEXT_ATTRIBUTES: readonly string[] = ['alt', 'title', 'aria-label', 'content'];
/** Names of attributes, in lower case, each as one string. */
export const attributeNames = new KnownPieces((name) => name.toLowerCase());
const classLists = new KnownPieces(toClassList);
const HUMP = /[a-z]{3}[A-Z]/;
const HUMPS = /([a-z]{3})(?=[A-Z])/g;
const WHITE_SPACE = /[\t\n\f\r ]+/;

/** What an attribute `class` says. */
interface ClassList {
  readonly text: string;
  readonly words: readonly string[];
  /** {@link PageElement.names} of an element without an id. */
  readonly names: string;
}

const NO_CLASSES: ClassList = toClassList('');

/** An element while its page is read. Its attributes are read from the markup when somebody asks: nobody looks at most of them. */
export class OpenElement implements PageElement {
  readonly kind = 'element';
  parent: PageElement | null = null;
  depth = 0;
  index = 0;
  end = 0;
  private classList = NO_CLASSES;
  id: string | null = null;
  attributeSegments: Record<string, number> | null = null;
  hasTextAttribute = false;
  private readonly from: number;
  private to: number;
  private knownAttributes: Readonly<Record<string, string>> | null = null;
  private knownNames: string | null = null;

  constructor(
    readonly tag: string,
    private readonly markup: Markup,
  ) {
    this.from = markup.names.length;
    this.to = this.from;
  }

  /** Puts the element at its place on the page. */
  place(parent: PageElement | null, index: number): void {
    this.parent = parent;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.index = index;
    this.end = index;
  }

  /** Takes note of the attribute that was read last; of two with one name the first counts. */
  addAttribute(): void {
    const { source, names, values } = this.markup;
    const at = names.length - 1;
    this.to = at + 1;
    const name = names[at];
    const [start, end] = [values[2 * at] ?? 0, values[2 * at + 1] ?? 0];
    if (name === 'class') this.addClass(classLists.at(source, start, end));
    else if (name === 'id') this.id ??= decoded(source.slice(start, end));
    else if (start !== end && TEXT_ATTRIBUTES.includes(name ?? '')) this.hasTextAttribute = true;
  }

  get classes(): readonly string[] {
    return this.classList.words;
  }

  get attributes(): Readonly<Record<string, string>> {
    this.knownAttributes ??= readAttributes(this.markup, this.from, this.to);
    return this.knownAttributes;
  }

  get names(): string {
    if (this.id === null) return this.classList.names;
    this.knownNames ??= namesOf(this.classList.text, this.id);
    return this.knownNames;
  }

  attribute(name: string): string | null {
    if (this.knownAttributes !== null) return this.knownAttributes[name] ?? null;
    const { names } = this.markup;
    for (let at = this.from; at < this.to; at += 1) if (names[at] === name) return valueAt(this.markup, at);
    return null;
  }

  private addClass(list: ClassList): void {
    if (this.classList === NO_CLASSES) this.classList = list;
  }

  attributeNames(): readonly string[] {
    return this.knownAttributes === null
      ? this.markup.names.slice(this.from, this.to)
      : Object.keys(this.knownAttributes);
  }

  /** Takes over an attribute of an element that is left out. */
  takeOver(name: string, value: string): void {
    this.knownAttributes = { ...this.attributes, [name]: value };
  }
}

function readAttributes(markup: Markup, from: number, to: number): Readonly<Record<string, string>> {
  const read: Record<string, string> = {};
  for (let at = from; at < to; at += 1) {
    const name = markup.names[at] ?? '';
    if (!Object.hasOwn(read, name)) read[name] = valueAt(markup, at);
  }
  return read;
}

function valueAt({ source, values }: Markup, at: number): string {
  return decoded(source.slice(values[2 * at], values[2 * at + 1]));
}

function decoded(value: string): string {
  return value.includes('&') ? decodeHTMLAttribute(value) : value;
}

function toClassList(written: string): ClassList {
  const text = decoded(written);
  return { text, words: text.split(WHITE_SPACE).filter((word) => word !== ''), names: namesOf(text, '') };
}

function namesOf(className: string, id: string): string {
  const names = ` ${className} ${id} `;
  return (HUMP.test(names) ? names + parted(names) : names).toLowerCase();
}

/** `item-comments-list` of `itemCommentsList`: names whose words only capitals part, with hyphens. */
function parted(names: string): string {
  const humped = names.split(WHITE_SPACE).filter((name) => HUMP.test(name));
  return `${humped.map((name) => name.replace(HUMPS, '$1-')).join(' ')} `;
}
