import type { Layout, Site, SiteEngine, SiteProfile } from '../../model/site-profile.js';
import type { ExtractContext } from '../extract-context.js';
import { isPrinted } from './folded-text.js';
import type { PageTree } from './page-tree.js';

/** What is known of the newspaper that a page belongs to. */
export interface KnownSite {
  readonly profile: SiteProfile | null;
  readonly site: Site | null;
}

/** Sorts after every day. */
const STILL_USED = '9999-12-31';

/** The profile the user names, else that of the page's host, else that of its engine. */
export function chooseProfile(context: ExtractContext, host: string | null, engine: SiteEngine | null): KnownSite {
  const { profiles } = context;
  const named = profiles.find(({ name }) => name === context.site) ?? null;
  const wanted = named === null ? (context.site ?? host) : host;
  const among = named === null ? profiles : [named];
  for (const profile of among) {
    const site = profile.sites.find((known) => known.host === bare(wanted) || known.otherHosts?.includes(bare(wanted)));
    if (site !== undefined) return { profile, site };
  }
  return {
    profile: named ?? profiles.find((profile) => engine !== null && profile.engine === engine) ?? null,
    site: null,
  };
}

/**
 * The layout of a profile that the page is made with. A layout that the site had given up before `day` (ISO 8601, of
 * the capture) is out of the question; of the others the one that was given up first was in use, as far as it fits.
 * Of several with one end, and wherever the day is not known, that which finds the most of what it names, headline and
 * body before all; the first of equals. Null where none finds both.
 */
export function chooseLayout(tree: PageTree, profile: SiteProfile | null, day: string | null): Layout | null {
  for (const layouts of layoutsByAge(profile?.layouts ?? [], day)) {
    const best = bestFit(tree, layouts);
    if (best !== null) return best;
  }
  return null;
}

/** Layouts that may have been in use on a day, those first that were given up first; all of them where the day is not known. */
function layoutsByAge(layouts: readonly Layout[], day: string | null): readonly (readonly Layout[])[] {
  if (day === null) return [layouts];
  const current = layouts.filter(({ usedUntil }) => usedUntil === undefined || usedUntil >= day);
  const ends = [...new Set(current.map(({ usedUntil }) => usedUntil ?? STILL_USED))].sort();
  return ends.map((end) => current.filter(({ usedUntil }) => (usedUntil ?? STILL_USED) === end));
}

function bestFit(tree: PageTree, layouts: readonly Layout[]): Layout | null {
  const rated = layouts.map((layout) => ({ layout, score: fitOf(tree, layout) }));
  const best = rated.reduce((a, b) => (b.score > a.score ? b : a), { layout: null, score: 0 } as {
    layout: Layout | null;
    score: number;
  });
  return best.layout;
}

function fitOf(tree: PageTree, layout: Layout): number {
  if (layout.mark !== undefined && tree.find(layout.mark).length === 0) return 0;
  const finds = (selectors: readonly string[] | undefined): boolean =>
    (selectors ?? []).some((selector) =>
      tree
        .find(selector.replace(/::attr\(.*$/, ''))
        .some((found) => selector.includes('::attr') || isPrinted(tree, found)),
    );
  if (!finds(layout.headline) || !finds(layout.articleBody)) return 0;
  const others = [layout.datePublished, layout.author, layout.articleSection, layout.views, layout.commentCount];
  return 1 + others.filter(finds).length + (layout.mark === undefined ? 0 : 1);
}

function bare(host: string | null): string {
  return (host ?? '').toLowerCase().replace(/^www\./, '');
}
