import type { StoryFacts, StoryJoin, StoryName } from '../model/settle.js';
import { fullAddress, storyAddresses } from './join-addresses.js';

/** A shorter slug is a heading that returns («құттықтаймыз»): it tells stories apart only together with the day. */
const TELLING_SLUG = 24;

type Joins = Map<string, StoryJoin>;
type Index = ReadonlyMap<string, readonly StoryFacts[]>;

/**
 * The stories that are one although their pages name them in different ways:
 *
 * - a print page or a later page under an address of its own, and the story whose address it carries, or which alone has its headline and day;
 * - the form of a page for telephones, under an address that tells it, and the page whose headline and day it shares;
 * - the same headline and text under several addresses of a site, on one day, where the site gives them no two ids;
 * - a text without an address, and the one story whose address is the checksum of its headline, or which has its text.
 *
 * A join needs exactly one candidate, so that it goes when a second one comes.
 */
export function joinStories(stories: readonly StoryFacts[]): readonly StoryJoin[] {
  const joins: Joins = new Map();
  const own = stories.filter((story) => story.isAddressed && !story.isCompanion);
  for (const join of joinForms(own)) joins.set(nameOf(join.from), join);
  for (const join of joinAddresses(own.filter((story) => !joins.has(nameOf(story)))))
    joins.set(nameOf(join.from), join);
  const roots = own.filter((story) => !joins.has(nameOf(story)));
  const all = withJoined(roots, own, joins);
  joinCompanions(stories, all, joins);
  joinUnaddressed(stories, all, joins);
  return [...joins.values()].sort((a, b) => compare(nameOf(a.from), nameOf(b.from)));
}

/** Pages for telephones: their text may leave out captions, so that headline and day have to do. */
function joinForms(stories: readonly StoryFacts[]): readonly StoryJoin[] {
  const byAddress = indexOf(stories, ({ site, addresses }) => addresses.map((address) => `${site} ${address}`));
  return stories.flatMap((story) => {
    const full = story.addresses.map(fullAddress).filter((address) => address !== null);
    const found = distinct(full.flatMap((address) => byAddress.get(`${story.site} ${address}`) ?? []));
    const into = only(found.filter((target) => isSameForm(target, story)));
    return into === null || full.length < story.addresses.length ? [] : [toJoin(story, into, 'mobile-page')];
  });
}

function isSameForm(target: StoryFacts, story: StoryFacts): boolean {
  const ids = new Set([...target.nativeIds, ...story.nativeIds]);
  const isDay = target.days.length === 0 || story.days.length === 0 || sharesDay(target, story);
  return (
    nameOf(target) !== nameOf(story) &&
    ids.size < 2 &&
    isDay &&
    story.titles.some((title) => target.titles.includes(title))
  );
}

/** One story under several addresses. */
function joinAddresses(stories: readonly StoryFacts[]): readonly StoryJoin[] {
  const texts = indexOf(stories, ({ site, titles, bodies }) =>
    titles.flatMap((title) => bodies.map((body) => JSON.stringify([site, title, body]))),
  );
  const joins: Joins = new Map();
  for (const [, alike] of [...texts].sort(([a], [b]) => compare(a, b))) {
    for (const sameDay of byDay(alike)) {
      if (sameDay.length < 2 || new Set(sameDay.flatMap(({ nativeIds }) => nativeIds)).size > 1) continue;
      const [into, ...others] = [...sameDay].sort(byAuthority);
      if (into === undefined) continue;
      for (const from of others) if (!joins.has(nameOf(from))) joins.set(nameOf(from), toJoin(from, into, 'same-text'));
    }
  }
  return [...joins.values()].map((join) => ({ ...join, into: rootOf(join.into, joins) }));
}

/** Stories of one text by day; one without a day belongs to the others only where they agree on it. */
function byDay(stories: readonly StoryFacts[]): readonly (readonly StoryFacts[])[] {
  const days = new Set(stories.flatMap((story) => story.days));
  if (days.size <= 1) return [stories];
  return [...days].map((day) => stories.filter((story) => story.days.length === 1 && story.days[0] === day));
}

/** A page with an id before one without, the shorter address before the longer. */
function byAuthority(a: StoryFacts, b: StoryFacts): number {
  return b.nativeIds.length - a.nativeIds.length || a.key.length - b.key.length || compare(a.key, b.key);
}

/** Print pages and later pages under addresses of their own. */
function joinCompanions(stories: readonly StoryFacts[], targets: readonly StoryFacts[], joins: Joins): void {
  const byAddress = indexOf(targets, ({ site, addresses }) => addresses.map((address) => `${site} ${address}`));
  const byTitle = indexOf(targets, titlesOfDays);
  for (const story of stories) {
    if (!story.isCompanion || !story.isAddressed) continue;
    const addressed = story.addresses
      .flatMap(storyAddresses)
      .flatMap((address) => byAddress.get(`${story.site} ${address}`) ?? []);
    const [into, ...more] = distinct(
      addressed.length > 0 ? addressed : titlesOfDays(story).flatMap((title) => byTitle.get(title) ?? []),
    );
    const isOwn = story.nativeIds.length > 0 && into?.nativeIds.length !== 0;
    if (into !== undefined && more.length === 0 && !isOwn)
      joins.set(nameOf(story), toJoin(story, into, 'page-of-story'));
  }
}

/** Texts that name no address. */
function joinUnaddressed(stories: readonly StoryFacts[], targets: readonly StoryFacts[], joins: Joins): void {
  const indexes = {
    slug: indexOf(targets, ({ slugs }) => slugs),
    body: indexOf(targets, ({ bodies }) => bodies),
    title: indexOf(targets, ({ titles }) => titles),
  };
  for (const story of stories) {
    if (story.isAddressed) continue;
    const may = (found: readonly StoryFacts[]): readonly StoryFacts[] =>
      distinct(found.filter((target) => mayHost(target, story)));
    const titled = may(story.titles.flatMap((title) => indexes.title.get(title) ?? []));
    // Two stories of its headline and day: it is not for the text to choose.
    if (titled.filter((target) => sharesDay(target, story)).length > 1) continue;
    const [into, rule] = oneOf(may(story.slugs.flatMap((slug) => indexes.slug.get(slug) ?? [])), story) ?? [
      only(may(story.bodies.flatMap((body) => indexes.body.get(body) ?? []))),
      'same-body',
    ];
    if (into !== null) joins.set(nameOf(story), toJoin(story, into, rule));
  }
}

/** The one story whose address has the slug of the headline, where the slug, the day or the text makes it certain. */
function oneOf(found: readonly StoryFacts[], story: StoryFacts): readonly [StoryFacts, string] | null {
  const into = only(found);
  if (into === null) return null;
  const isTelling = story.slugs.some((slug) => slug.length >= TELLING_SLUG && into.slugs.includes(slug));
  const isBacked = sharesDay(into, story) || story.bodies.some((body) => into.bodies.includes(body));
  return isTelling || isBacked ? [into, 'slug'] : null;
}

/** On its own site where that is known, and on no other day. */
function mayHost(target: StoryFacts, story: StoryFacts): boolean {
  if (story.isSiteTold && target.site !== story.site) return false;
  return target.days.length === 0 || story.days.length === 0 || sharesDay(target, story);
}

function sharesDay(a: StoryFacts, b: StoryFacts): boolean {
  return a.days.some((day) => b.days.includes(day));
}

/** What stories that were joined say is said of the one they were joined into. */
function withJoined(roots: readonly StoryFacts[], all: readonly StoryFacts[], joins: Joins): readonly StoryFacts[] {
  const parts = indexOf(all, (story) => [nameOf(rootOf(story, joins))]);
  return roots.map((root) => {
    const members = parts.get(nameOf(root)) ?? [];
    const every = (read: (story: StoryFacts) => readonly string[]): readonly string[] => [
      ...new Set(members.flatMap(read)),
    ];
    return members.length < 2
      ? root
      : {
          ...root,
          addresses: every(({ addresses }) => addresses),
          days: every(({ days }) => days),
          titles: every(({ titles }) => titles),
          bodies: every(({ bodies }) => bodies),
          slugs: every(({ slugs }) => slugs),
        };
  });
}

function rootOf(story: StoryName, joins: ReadonlyMap<string, StoryJoin>): StoryName {
  const seen = new Set<string>();
  let root = story;
  for (let join = joins.get(nameOf(root)); join !== undefined; join = joins.get(nameOf(root))) {
    if (seen.has(nameOf(root))) break;
    seen.add(nameOf(root));
    root = join.into;
  }
  return { site: root.site, key: root.key };
}

function titlesOfDays({ site, titles, days }: StoryFacts): readonly string[] {
  return titles.flatMap((title) => days.map((day) => JSON.stringify([site, title, day])));
}

function indexOf(stories: readonly StoryFacts[], keysOf: (story: StoryFacts) => readonly string[]): Index {
  const index = new Map<string, StoryFacts[]>();
  for (const story of stories) {
    for (const key of keysOf(story)) {
      const found = index.get(key);
      if (found === undefined) index.set(key, [story]);
      else found.push(story);
    }
  }
  return index;
}

function distinct(stories: readonly StoryFacts[]): readonly StoryFacts[] {
  return [...new Map(stories.map((story) => [nameOf(story), story])).values()];
}

function only(stories: readonly StoryFacts[]): StoryFacts | null {
  return stories.length === 1 ? (stories[0] ?? null) : null;
}

function toJoin(from: StoryName, into: StoryName, rule: string): StoryJoin {
  return { from: { site: from.site, key: from.key }, into: { site: into.site, key: into.key }, rule };
}

function nameOf({ site, key }: StoryName): string {
  return `${site} ${key}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
