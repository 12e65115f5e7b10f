import type { Database } from 'better-sqlite3';
import { UNKNOWN_SITE } from '../../archive/identity.js';
import type { Site, SiteProfile } from '../../model/site-profile.js';
import { sealSql } from './row-hashes.js';

/** Rows of `sites` by host. A paper keeps its site when its address changes: all hosts of a known paper lead to one row. */
export class SiteTable {
  readonly #db: Database;
  readonly #known: ReadonlyMap<string, { readonly site: Site; readonly profile: SiteProfile }>;
  #ids = new Map<string, number>();

  constructor(db: Database, profiles: readonly SiteProfile[]) {
    this.#db = db;
    const papers = profiles.flatMap((profile) => profile.sites.map((site) => ({ site, profile })));
    this.#known = new Map(papers.flatMap((paper) => hostsOf(paper.site).map((host) => [host, paper] as const)));
  }

  /** Row id of a host, made where there is none; null is the site of pages whose site cannot be told. `profile` read its first page. */
  idOf(host: string | null, profile: string | null = null): number {
    const name = host ?? UNKNOWN_SITE;
    const id = this.#ids.get(name) ?? this.#find(name) ?? this.#add(name, profile);
    this.#ids.set(name, id);
    return id;
  }

  /** True where a profile tells in which order the site prints its counters. */
  isOrderKnown(host: string): boolean {
    const known = this.#known.get(host);
    return (known?.site.counterOrder ?? known?.profile.counterOrder) !== undefined;
  }

  /** Forgets the ids it remembers, after a transaction was undone. */
  reset(): void {
    this.#ids = new Map();
  }

  #find(host: string): number | undefined {
    return this.#db.prepare<[string], number>('SELECT site_id FROM site_hosts WHERE host = ?').pluck().get(host);
  }

  #add(host: string, readBy: string | null): number {
    const known = this.#known.get(host);
    const { site, profile } = known ?? { site: { host, name: null }, profile: null };
    const { lastInsertRowid } = this.#db
      .prepare(
        'INSERT INTO sites (host, name, publisher, language, time_zone, issn, profile) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        site.host,
        site.name,
        profile?.publisher ?? null,
        known?.site.language ?? null,
        known?.site.timeZone ?? profile?.timeZone ?? null,
        known?.site.issn ?? null,
        profile?.name ?? readBy,
      );
    const addHost = this.#db.prepare('INSERT OR IGNORE INTO site_hosts (host, site_id) VALUES (?, ?)');
    for (const name of known === undefined ? [host] : hostsOf(known.site)) addHost.run(name, lastInsertRowid);
    this.#db.prepare(sealSql('sites', 'id = ?')).run(lastInsertRowid);
    this.#db.prepare(sealSql('site_hosts', 'site_id = ?')).run(lastInsertRowid);
    return Number(lastInsertRowid);
  }
}

function hostsOf(site: Site): readonly string[] {
  return [site.host, ...(site.otherHosts ?? [])];
}
