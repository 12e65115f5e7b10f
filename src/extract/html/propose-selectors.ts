import type { PageElement, PageTree } from './page-tree.js';

/** A selector and what speaks against it: the lower, the shorter it is and the longer it will hold. */
export interface ProposedSelector {
  readonly selector: string;
  readonly cost: number;
}

/** Names that a program made up, or that tell of one page or one state only. */
const FLEETING =
  /\d{3}|^(?:active|open|current|hidden|show|even|odd|first|last|clearfix)$|^(?:css|sc|jsx|svelte)-|[A-Z].*\d|\d.*[A-Z]/;
const NAME = /^[a-zA-Z_][\w-]{0,59}$/;
/** `news-id-4471` → `news-id-`. */
const NUMBERED_ID = /^([a-zA-Z_][a-zA-Z_-]{3,40}?[-_])\d+$/;
const MARKS: readonly string[] = ['itemprop', 'property', 'name', 'rel'];
const MARK_VALUE = /^[\w:.-]{2,60}$/;
/** `Просмотров: 12` → `Просмотров`. */
const LABEL = /^([\p{L} ]{3,30}?):?\s*\d/u;
/** Tags that say what they hold, and those that only say a little. */
const TELLING_TAGS: ReadonlySet<string> = new Set(['h1', 'time', 'article', 'main']);
const STEPS_UP = 6;
const ROOTS: ReadonlySet<string> = new Set(['html', 'body', 'head']);

/** Selectors that find an element, shortest and most lasting first: by ids and classes before tags and places. */
export function proposeSelectors(tree: PageTree, element: PageElement): readonly ProposedSelector[] {
  const own = [...namesOf(element), ...byTag(element)];
  const found = [...own.filter(({ cost }) => cost < LOOSE), ...afterSibling(tree, element)];
  const places = [...own, ...byPlace(tree, element)];
  let up = element.parent;
  for (let step = 0; step < STEPS_UP && up !== null && !ROOTS.has(up.tag); step += 1, up = up.parent) {
    const isParent = up === element.parent;
    for (const outer of [...namesOf(up), ...byTag(up).filter(({ cost }) => cost < LOOSE)]) {
      for (const inner of places) {
        const cost = outer.cost + inner.cost + 1 + step / 4;
        found.push({ selector: `${outer.selector} ${inner.selector}`, cost });
        if (isParent) found.push({ selector: `${outer.selector} > ${inner.selector}`, cost: cost + 0.2 });
      }
    }
  }
  return found;
}

/** From here on a selector says too little to stand alone. */
const LOOSE = 5;

/** Selectors of an element by what the page calls it. */
export function namesOf({ tag, attributes }: PageElement): readonly ProposedSelector[] {
  const { id = '', class: classes = '' } = attributes;
  const numbered = NUMBERED_ID.exec(id)?.[1];
  const names = classes
    .split(/\s+/)
    .filter((name) => NAME.test(name) && !FLEETING.test(name))
    .slice(0, 4);
  return [
    ...(NAME.test(id) && !/\d/.test(id) ? [{ selector: `#${id}`, cost: 1 }] : []),
    ...(numbered === undefined ? [] : [{ selector: `[id^="${numbered}"]`, cost: 1.5 }]),
    ...names.map((name) => ({ selector: `.${name}`, cost: 2 })),
    ...names.map((name) => ({ selector: `${tag}.${name}`, cost: 2.5 })),
    ...names.slice(1).map((name) => ({ selector: `.${names[0]}.${name}`, cost: 3 })),
    ...MARKS.flatMap((mark) => {
      const value = attributes[mark] ?? '';
      return MARK_VALUE.test(value) ? [{ selector: `${tag}[${mark}="${value}"]`, cost: 2.6 }] : [];
    }),
    ...labelled(tag, attributes.title ?? ''),
  ];
}

function labelled(tag: string, title: string): readonly ProposedSelector[] {
  const label = LABEL.exec(title)?.[1]?.trim();
  return label === undefined ? [] : [{ selector: `${tag}[title^="${label}"]`, cost: 2.7 }];
}

function byTag({ tag }: PageElement): readonly ProposedSelector[] {
  return [{ selector: tag, cost: TELLING_TAGS.has(tag) ? 4 : LOOSE }];
}

/** `.icon-eye + span`: what stands beside an icon often has no name of its own. */
function afterSibling(tree: PageTree, element: PageElement): readonly ProposedSelector[] {
  const previous = siblingsOf(tree, element).findLast(({ index }) => index < element.index);
  const names = previous === undefined ? [] : namesOf(previous);
  return names.slice(0, 3).map(({ selector, cost }) => ({ selector: `${selector} + ${element.tag}`, cost: cost + 3 }));
}

/** `li:nth-child(2)`: the last resort. */
function byPlace(tree: PageTree, element: PageElement): readonly ProposedSelector[] {
  const place = siblingsOf(tree, element).indexOf(element) + 1;
  return place === 0 || place > 9 ? [] : [{ selector: `${element.tag}:nth-child(${place})`, cost: LOOSE + 3 }];
}

function siblingsOf(tree: PageTree, { parent }: PageElement): readonly PageElement[] {
  if (parent === null || parent.end - parent.index > 5000) return [];
  return tree.elements(parent).filter((one) => one.parent === parent);
}
