import { UNKNOWN_SITE } from '../../archive/identity.js';
import type { SiteProfile } from '../../model/site-profile.js';
import type { SourceBatch } from '../../model/store.js';
import { SiteTable } from '../sqlite/sites.js';
import type { Workbench } from './workbench.js';

/** Makes the sites that records name, before what stands under them: whoever comes second finds them. */
export class SiteMaker {
  /** Hosts whose sites are there. */
  readonly #known = new Set<string>();

  constructor(
    private readonly bench: Workbench,
    private readonly profiles: readonly SiteProfile[],
  ) {}

  async make(batches: readonly SourceBatch[]): Promise<void> {
    const records = batches.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'record' ? [item.record] : [])),
    );
    // Of several profiles that read pages of a host the first stands.
    const named = new Map(records.map(({ site, profile }) => [site ?? UNKNOWN_SITE, profile] as const).toReversed());
    if (!named.has(UNKNOWN_SITE)) named.set(UNKNOWN_SITE, 'generic');
    const fresh = [...named].filter(([host]) => !this.#known.has(host));
    if (fresh.length === 0) return;
    await this.bench.do({
      names: ['sites'],
      rows: new Map([['sites', fresh.length]]),
      load: (near) => near.sites(fresh.map(([host]) => host)),
      work: ({ db }) => {
        const sites = new SiteTable(db, this.profiles);
        for (const [host, profile] of fresh) sites.idOf(host, profile);
      },
    });
    for (const [host] of fresh) this.#known.add(host);
  }
}
