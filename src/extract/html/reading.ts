import type { Layout, SiteEngine } from '../../model/site-profile.js';
import type { ExtractContext } from '../extract-context.js';
import type { KnownSite } from './choose-profile.js';
import type { PageAddress } from './page-address.js';
import type { PageElement, PageTree } from './page-tree.js';
import type { StructuredData } from './structured-data.js';
import type { Zones } from './zones.js';

/** What every reader of a field may look at. */
export interface Reading {
  readonly tree: PageTree;
  readonly context: ExtractContext;
  readonly data: StructuredData;
  readonly engine: SiteEngine | null;
  readonly address: PageAddress;
  readonly known: KnownSite;
  readonly layout: Layout | null;
  readonly zones: Zones;
  /** ISO 8601 day of the fetch where it is certain: relative dates count from it. */
  readonly today: string | null;
  /** Names that the site goes by; the first is the best known. */
  readonly siteNames: readonly string[];
}

/** Ancestors that two elements share, counted from the root: the more, the closer they stand. */
export function closeness(a: PageElement, b: PageElement): number {
  let [up, other]: [PageElement | null, PageElement | null] = [a, b];
  while (up !== null && other !== null && up !== other) {
    if (up.depth >= other.depth) up = up.parent;
    else other = other.parent;
  }
  return up === null || other === null ? -1 : up.depth;
}

/** Whether `inner` is `outer` or stands in it. */
export function isWithin(inner: { readonly index: number }, outer: PageElement | null): boolean {
  return outer !== null && inner.index >= outer.index && inner.index <= outer.end;
}

/** The nearest element, the element itself included, that `test` accepts. */
export function closest(element: PageElement | null, test: (element: PageElement) => boolean): PageElement | null {
  for (let up = element; up !== null; up = up.parent) {
    if (test(up)) return up;
  }
  return null;
}
