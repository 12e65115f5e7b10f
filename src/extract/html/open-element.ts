import { decodeHTMLAttribute } from 'entities/decode';
import { KnownPieces } from '../../text/known-pieces.js';
import type { PageElement } from './page-node.js';

/** A page as it is written, and its attributes in order. */
export interface Markup {
  readonly source: string;
  /** Four offsets for each attribute: where its name begins and ends, where its value does. */
  readonly attributes: number[];
}

/** Offsets that an attribute takes in {@link Markup.attributes}. */
const OFFSETS = 4;
/** No element of a real page has as many: millions in one tag are made to fill the memory. */
const MOST_ATTRIBUTES = 1000;

/** Attributes that hold text for readers. */
export const TEXT_ATTRIBUTES: readonly string[] = ['alt', 'title', 'aria-label', 'content'];
/** Attributes that are looked at while the page is read, and the same by the length of their names. */
const EAGER: readonly string[] = ['class', 'id', ...TEXT_ATTRIBUTES];
const EAGER_OF_LENGTH: readonly (readonly string[])[] = Array.from(
  { length: Math.max(...EAGER.map(({ length }) => length)) + 1 },
  (_, length) => EAGER.filter((name) => name.length === length),
);
const NONE: readonly string[] = [];
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
  /** Lengths of the names of its attributes, a bit each: most names that are asked for are none of them. */
  private lengths = 0;
  private readonly from: number;
  private to: number;
  private knownAttributes: Readonly<Record<string, string>> | null = null;
  private knownNames: string | null = null;
  /** The attribute that was asked for last: of a link that is its address, again and again. */
  private asked: { readonly name: string; readonly value: string } | null = null;

  constructor(
    readonly tag: string,
    private readonly markup: Markup,
  ) {
    this.from = markup.attributes.length;
    this.to = this.from;
  }

  /** Puts the element at its place on the page. */
  place(parent: PageElement | null, index: number): void {
    this.parent = parent;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.index = index;
    this.end = index;
  }

  /** Takes note of an attribute, given where its name and its value begin and end; of two with one name the first counts. */
  addAttribute(start: number, end: number, valueStart: number, valueEnd: number): void {
    const { source, attributes } = this.markup;
    if (attributes.length - this.from >= MOST_ATTRIBUTES * OFFSETS) return;
    attributes.push(start, end, valueStart, valueEnd);
    this.to = attributes.length;
    this.lengths |= 1 << (end - start);
    for (const name of EAGER_OF_LENGTH[end - start] ?? NONE) {
      if (!isNamed(source, start, name)) continue;
      if (name === 'class') this.addClass(classLists.at(source, valueStart, valueEnd));
      else if (name === 'id') this.id ??= decoded(source.slice(valueStart, valueEnd));
      else this.hasTextAttribute ||= valueStart !== valueEnd;
    }
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
    if (this.knownAttributes !== null) return this.has(name) ? (this.knownAttributes[name] ?? null) : null;
    if (this.asked?.name === name) return this.asked.value;
    const at = this.placeOf(name);
    if (at < 0) return null;
    this.asked = { name, value: valueAt(this.markup, at) };
    return this.asked.value;
  }

  has(name: string): boolean {
    return this.knownAttributes === null ? this.placeOf(name) >= 0 : Object.hasOwn(this.knownAttributes, name);
  }

  /** The place of the first attribute of that name in the markup's list; -1 for none. */
  private placeOf(name: string): number {
    if ((this.lengths & (1 << name.length)) === 0) return -1;
    const { source, attributes } = this.markup;
    for (let at = this.from; at < this.to; at += OFFSETS) {
      const start = attributes[at] ?? 0;
      if ((attributes[at + 1] ?? 0) - start === name.length && isNamed(source, start, name)) return at;
    }
    return -1;
  }

  private addClass(list: ClassList): void {
    if (this.classList === NO_CLASSES) this.classList = list;
  }

  /** Takes over an attribute of an element that is left out. */
  takeOver(name: string, value: string): void {
    this.knownAttributes = { ...this.attributes, [name]: value };
  }
}

function readAttributes(markup: Markup, from: number, to: number): Readonly<Record<string, string>> {
  const read: Record<string, string> = {};
  for (let at = from; at < to; at += OFFSETS) {
    const name = nameAt(markup, at);
    if (!Object.hasOwn(read, name)) read[name] = valueAt(markup, at);
  }
  return read;
}

function nameAt({ source, attributes }: Markup, at: number): string {
  return source.slice(attributes[at], attributes[at + 1]).toLowerCase();
}

/** True where a name, given in small letters, stands in any case. */
function isNamed(source: string, start: number, name: string): boolean {
  if ((source.charCodeAt(start) | 0x20) !== name.charCodeAt(0)) return false;
  return source.startsWith(name, start) || source.slice(start, start + name.length).toLowerCase() === name;
}

function valueAt({ source, attributes }: Markup, at: number): string {
  return decoded(source.slice(attributes[at + 2], attributes[at + 3]));
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
