import type { CounterOrder, Site, SiteProfile } from '../../model/site-profile.js';
import type { ExtractContext } from '../extract-context.js';
import { hostOf } from '../html/address-shape.js';
import type { SiteLine } from './site-line.js';

/** The newspaper a page belongs to, as far as anything tells. */
export interface PageSite {
  /** Main host; null where nothing tells. */
  readonly host: string | null;
  /** Names by which the paper calls itself; empty where it is not known. */
  readonly names: readonly string[];
  readonly profile: SiteProfile | null;
  readonly counterOrder: CounterOrder | null;
  readonly timeZone: string | null;
}

const HOST = /^(?:[\p{L}\d-]{1,63}\.){1,5}[\p{L}\d-]{2,63}$/u;

/** Tells the newspaper: by the user's word, the address, the line of the site, the base address. */
export function chooseSite(context: ExtractContext, siteLine: SiteLine | null): PageSite {
  const named = context.profiles.find((profile) => profile.name === context.site) ?? null;
  const given = named === null && context.site !== null ? toHost(context.site) : null;
  const hosts = [given, hostOf(context.url), siteLine?.host ?? null, hostOf(context.baseUrl)];
  const host = hosts.find((candidate) => candidate !== null) ?? null;
  const profiles = named === null ? context.profiles : [named, ...context.profiles];
  return siteByHost(host, profiles, named, siteLine);
}

/** The newspaper by its name, for a page that passes an agency's text on under its own name. */
export function siteByName(name: string, profiles: readonly SiteProfile[]): PageSite | null {
  const key = toKey(name);
  for (const profile of profiles) {
    const site = profile.sites.find((candidate) => toKey(candidate.name) === key);
    if (site !== undefined) return toPageSite(site.host, site, profile);
  }
  return null;
}

function siteByHost(
  host: string | null,
  profiles: readonly SiteProfile[],
  named: SiteProfile | null,
  siteLine: SiteLine | null,
): PageSite {
  for (const profile of profiles) {
    const site = profile.sites.find((candidate) => hostsOf(candidate).includes(host ?? ''));
    if (site !== undefined) return toPageSite(site.host, site, named ?? profile);
  }
  const only = host === null && named?.sites.length === 1 ? named.sites[0] : undefined;
  if (only !== undefined) return toPageSite(only.host, only, named);
  const unknown = toPageSite(host, undefined, named);
  return siteLine?.name ? { ...unknown, names: [siteLine.name] } : unknown;
}

function toPageSite(host: string | null, site: Site | undefined, profile: SiteProfile | null): PageSite {
  return {
    host,
    names: site === undefined ? [] : [site.name],
    profile,
    counterOrder: site?.counterOrder ?? profile?.counterOrder ?? null,
    timeZone: site?.timeZone ?? profile?.timeZone ?? null,
  };
}

function hostsOf(site: Site): readonly string[] {
  return [site.host, ...(site.otherHosts ?? [])];
}

function toHost(text: string): string | null {
  const host = text.toLowerCase().replace(/^www\./, '');
  return HOST.test(host) ? host : null;
}

function toKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[«»"“”]/g, '')
    .trim();
}
