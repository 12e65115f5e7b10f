import type { PageElement } from './page-tree.js';

export type CounterKind = 'views' | 'comments';

/** Names of counters and of the icons beside them. */
const NAMES: Readonly<Record<CounterKind, RegExp>> = {
  views: /[\s_-](?:\w*views?|viewed|eye|hits|prosmotr\w*|watch(?:ed)?|reads?-?count|argviews)(?=[\s_-])/,
  comments:
    /[\s_-](?:\w*comments?|\w*coms?|comm|com_count|argcoms|hnum|dle-comm-link|pikir\w*|otzyv\w*|komment\w*|bubbles?|chat|speech|discuss\w*|replies)(?=[\s_-])/,
};
/** Elements that draw an icon. */
export const ICON_TAGS: ReadonlySet<string> = new Set(['svg', 'i', 'img', 'span', 'em']);
const FILE_NAME = /([\w-]{1,40})\.(?:png|gif|jpe?g|svg|webp)(?:\?|$)/;

/** What the names of an element say that it counts; null where they say nothing. */
export function kindOfNames(names: string): CounterKind | null {
  if (NAMES.views.test(names)) return 'views';
  return NAMES.comments.test(names) ? 'comments' : null;
}

/** What the first icon among some elements stands for. */
export function iconKind(inner: readonly PageElement[]): CounterKind | null {
  for (const element of inner.slice(0, 5)) {
    if (!ICON_TAGS.has(element.tag)) continue;
    // `#icon-eye`, `/images/views.png`: the last part names the picture.
    const file = FILE_NAME.exec(element.attribute('src') ?? '')?.[1] ?? '';
    const reference = ` ${(element.attribute('href') ?? '').replace(/^.*#/, '-')} ${file} `.toLowerCase();
    const kind = kindOfNames(element.names) ?? kindOfNames(reference);
    if (kind !== null) return kind;
  }
  return null;
}
