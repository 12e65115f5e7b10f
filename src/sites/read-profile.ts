import type { SiteProfile } from '../model/site-profile.js';
import { type FormatCheck, type JsonProblem, pathTo, problemsOf } from './json-schema.js';
import { profileSchema } from './profile-schema.js';

/** What came of reading a profile: the profile, or everything that is wrong with it. */
export type ProfileReading =
  | { readonly kind: 'profile'; readonly profile: SiteProfile }
  | { readonly kind: 'faulty'; readonly problems: readonly JsonProblem[] };

/** Bytes of the largest profile. */
export const LARGEST_PROFILE = 1 << 20;
/** Problems told at once. */
const MOST_PROBLEMS = 50;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ATTRIBUTE = /::attr\([\w:-]{1,40}\)$/;
/** Names of profiles that mean something else. */
const RESERVED: ReadonlySet<string> = new Set(['generic', 'unknown']);

/**
 * Reads a profile that a person wrote as JSON. It is data only: names, hosts and selectors, nothing that is run or
 * opened. `selectorProblem` says what is wrong with a selector, or null.
 */
export function readProfile(json: string, selectorProblem: FormatCheck): ProfileReading {
  const parsed = parse(json.replace(/^\ufeff/, ''));
  if ('problem' in parsed) return { kind: 'faulty', problems: [{ path: '', message: parsed.problem }] };
  const { value } = parsed;
  const context = { defs: profileSchema.$defs ?? {}, formats: formatsWith(selectorProblem) };
  const problems = problemsOf(value, profileSchema, context);
  if (problems.length > 0) return { kind: 'faulty', problems: problems.slice(0, MOST_PROBLEMS) };
  const { $schema: _, ...own } = value as SiteProfile & { readonly $schema?: string };
  const profile: SiteProfile = { ...own, sites: own.sites ?? [] };
  const doubles = doublesOf(profile);
  return doubles.length > 0 ? { kind: 'faulty', problems: doubles } : { kind: 'profile', profile };
}

function parse(json: string): { readonly value: unknown } | { readonly problem: string } {
  if (json.length > LARGEST_PROFILE) return { problem: `is larger than ${LARGEST_PROFILE} characters` };
  try {
    return { value: JSON.parse(json) };
  } catch (error) {
    return { problem: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function formatsWith(selectorProblem: FormatCheck): ReadonlyMap<string, FormatCheck> {
  return new Map<string, FormatCheck>([
    ['date', (text) => (isDay(text) ? null : 'is not a day such as 2015-03-01')],
    ['time-zone', (text) => (isTimeZone(text) ? null : 'is no time zone; write one such as Asia/Almaty')],
    [
      'selector',
      (text) => (text.includes('::attr') ? 'takes an attribute; here an element is needed' : selectorProblem(text)),
    ],
    ['text-selector', (text) => selectorProblem(text.replace(ATTRIBUTE, ''))],
  ]);
}

function isDay(text: string): boolean {
  const day = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '' && /^[A-Z]/.test(text);
  } catch {
    return false;
  }
}

/** Names that stand twice, or stand for something else. */
function doublesOf({ name, sites, layouts }: SiteProfile): readonly JsonProblem[] {
  const hosts = sites.flatMap(({ host, otherHosts = [] }, index) => {
    const path = pathTo('sites', index);
    return [
      { path: pathTo(path, 'host'), name: host },
      ...otherHosts.map((other, at) => ({ path: pathTo(pathTo(path, 'otherHosts'), at), name: other })),
    ];
  });
  const names = layouts.map((layout, index) => ({ path: pathTo(pathTo('layouts', index), 'name'), name: layout.name }));
  const reserved = RESERVED.has(name) ? [{ path: 'name', message: `${JSON.stringify(name)} is taken` }] : [];
  return [...reserved, ...repeated(hosts), ...repeated(names)];
}

function repeated(entries: readonly { readonly path: string; readonly name: string }[]): readonly JsonProblem[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ path, name }) => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, path);
    return first === undefined ? [] : [{ path, message: `${JSON.stringify(name)} stands at ${first} already` }];
  });
}
