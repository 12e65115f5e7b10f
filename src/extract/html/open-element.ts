import { decodeHTMLAttribute } from 'entities/decode';
import type { PageElement } from './page-node.js';

/** A page as it is written, and where its attributes stand. */
export interface Markup {
  readonly source: string;
  /** Four offsets for each attribute, in order: of its name from and to, of its value from and to. */
  readonly attributes: number[];
}

const OFFSETS = 4;
/** Attributes that hold text for readers. */
export const TEXT_ATTRIBUTES: readonly string[] = ['alt', 'title', 'aria-label', 'content'];
/** By the length of a name: whether it may be one that is looked at while the page is read. */
const NOTED_LENGTHS: readonly boolean[] = Array.from({ length: 16 }, (_, length) =>
  ['class', 'id', ...TEXT_ATTRIBUTES].some((name) => name.length === length),
);
const NAMELESS = '   ';
const HUMP = /[a-z]{3}[A-Z]/;
const HUMPS = /([a-z]{3})(?=[A-Z])/g;
const WHITE_SPACE = /\s+/;

/** An element while its page is read. Its attributes are read from the markup when somebody asks: nobody looks at most of them. */
export class OpenElement implements PageElement {
  readonly kind = 'element';
  parent: PageElement | null = null;
  depth = 0;
  index = 0;
  end = 0;
  className: string | null = null;
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

  /** Takes note of the attribute that was read last; of two with one name the first counts. */
  addAttribute(): void {
    const { source, attributes } = this.markup;
    const to = attributes.length;
    this.to = to;
    const start = attributes[to - 4] ?? 0;
    const end = attributes[to - 3] ?? 0;
    if (NOTED_LENGTHS[end - start] !== true) return;
    const name = source.slice(start, end).toLowerCase();
    if (name === 'class') this.className ??= valueAt(source, attributes[to - 2], attributes[to - 1]);
    else if (name === 'id') this.id ??= valueAt(source, attributes[to - 2], attributes[to - 1]);
    else if (attributes[to - 2] !== attributes[to - 1] && TEXT_ATTRIBUTES.includes(name)) this.hasTextAttribute = true;
  }

  get attributes(): Readonly<Record<string, string>> {
    this.knownAttributes ??= readAttributes(this.markup, this.from, this.to);
    return this.knownAttributes;
  }

  get names(): string {
    this.knownNames ??= namesOf(this.className, this.id);
    return this.knownNames;
  }

  attributeNames(): readonly string[] {
    if (this.knownAttributes !== null) return Object.keys(this.knownAttributes);
    const { source, attributes } = this.markup;
    const names = new Set<string>();
    for (let at = this.from; at < this.to; at += OFFSETS)
      names.add(source.slice(attributes[at], attributes[at + 1]).toLowerCase());
    return [...names];
  }

  /** Takes over an attribute of an element that is left out. */
  takeOver(name: string, value: string): void {
    this.knownAttributes = { ...this.attributes, [name]: value };
  }
}

function readAttributes({ source, attributes }: Markup, from: number, to: number): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (let at = from; at < to; at += OFFSETS) {
    const name = source.slice(attributes[at], attributes[at + 1]).toLowerCase();
    if (!Object.hasOwn(values, name)) values[name] = valueAt(source, attributes[at + 2], attributes[at + 3]);
  }
  return values;
}

function valueAt(source: string, start: number | undefined, end: number | undefined): string {
  const value = source.slice(start, end);
  return value.includes('&') ? decodeHTMLAttribute(value) : value;
}

function namesOf(className: string | null, id: string | null): string {
  if (className === null && id === null) return NAMELESS;
  const names = ` ${className ?? ''} ${id ?? ''} `;
  return (HUMP.test(names) ? names + parted(names) : names).toLowerCase();
}

/** `item-comments-list` of `itemCommentsList`: names whose words only capitals part, with hyphens. */
function parted(names: string): string {
  const humped = names.split(WHITE_SPACE).filter((name) => HUMP.test(name));
  return `${humped.map((name) => name.replace(HUMPS, '$1-')).join(' ')} `;
}
