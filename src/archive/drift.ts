import type { Drift, FieldCounts, MissingShare, SiteHistory } from '../model/drift.js';

/** Fewest articles before and now: smaller numbers prove nothing. */
const FEWEST_BEFORE = 50;
const FEWEST_NOW = 30;
/** Smallest difference of the shares that is worth a word. */
const SMALLEST_RISE = 0.1;
/**
 * How many standard errors the shares must lie apart (two proportions, pooled). By chance one import in thirty thousand does; pages of a
 * site resemble each other, so that less would warn too often.
 */
const STANDARD_ERRORS = 4;

const FIELDS: readonly (readonly [Drift['field'], (counts: FieldCounts) => number])[] = [
  ['datePublished', ({ withoutDate }) => withoutDate],
  ['views', ({ withoutViews }) => withoutViews],
  ['articleBody', ({ withoutBody }) => withoutBody],
];

/** Fields that an import found missing far more often than all imports of the same site before: its theme, or its dump, has changed. */
export function findDrift(histories: readonly SiteHistory[]): readonly Drift[] {
  return histories.flatMap(({ site, before, now }) => {
    if (before.articles < FEWEST_BEFORE || now.articles < FEWEST_NOW) return [];
    return FIELDS.flatMap(([field, missingOf]) => {
      const earlier = shareOf(before, missingOf(before));
      const present = shareOf(now, missingOf(now));
      return hasRisen(earlier, present) ? [{ site, field, before: earlier, now: present }] : [];
    });
  });
}

function hasRisen(before: MissingShare, now: MissingShare): boolean {
  const rise = now.missing / now.articles - before.missing / before.articles;
  const pooled = (before.missing + now.missing) / (before.articles + now.articles);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.articles + 1 / now.articles));
  return rise >= SMALLEST_RISE && rise >= STANDARD_ERRORS * error;
}

function shareOf({ articles }: FieldCounts, missing: number): MissingShare {
  return { articles, missing, share: Math.round((missing / articles) * 10_000) / 10_000 };
}
