import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/extract/html/page-tree.js';
import { profiles } from '../../src/sites/profiles.js';

const hosts = profiles.flatMap(({ sites }) => sites.flatMap(({ host, otherHosts }) => [host, ...(otherHosts ?? [])]));
const selectors = profiles.flatMap(({ layouts }) =>
  layouts.flatMap(({ name, mark, ...fields }) => [
    ...(mark === undefined ? [] : [mark]),
    ...Object.values(fields).flatMap((value) => (Array.isArray(value) ? value : [])),
  ]),
);
const zones = profiles.flatMap(({ timeZone, sites }) => [timeZone, ...sites.map((site) => site.timeZone)]);

describe('profiles', () => {
  it('have names and hosts of their own', () => {
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it('write hosts in lower case without www.', () => {
    expect(hosts.filter((host) => host !== host.toLowerCase() || host.startsWith('www.'))).toEqual([]);
  });

  it('name time zones that exist', () => {
    const known = zones.filter((zone) => zone !== undefined);
    expect(
      known.map((timeZone) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone),
    ).toHaveLength(known.length);
  });

  it('hold one profile for unknown sites of each engine', () => {
    expect(profiles.filter(({ engine }) => engine === 'dle').map(({ name }) => name)).toEqual(['dle']);
  });

  it.each([...new Set(selectors)])('select with «%s», which the tree understands', (selector) => {
    const html = '<div class="x"></div>';
    // A selector that is not understood finds nothing either: negated it would find everything else.
    expect(parsePage(html).find(`div.x, ${selector.replace(/::attr\(.*$/, '')}`)).toHaveLength(1);
  });
});
