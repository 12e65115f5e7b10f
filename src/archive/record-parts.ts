import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { StoredRecord } from './stored-record.js';

/**
 * A stored record as it is kept: what is its own, and what it has in common with other captures. Pages of one layout are read by the same
 * rules, and pages fetched on one day have the same issue list and calendar. JSON each.
 */
export interface StoredParts {
  /** `article` and `attributions`. */
  readonly own: string;
  /** How the page was read: `charsetEvidence`, `evidence`, `evidenceLayers`, `profile`. */
  readonly reading: string;
  /** What stands beside the story: `calendar` and `issues`; null where there is neither. */
  readonly margin: string | null;
}

/** The same as it is read again: an older archive kept some records whole, in `own`. */
export type KeptParts = Omit<StoredParts, 'reading'> & { readonly reading: string | null };

/** Hexadecimal digits of a hash that a number holds exactly. */
const DIGITS = 13;
const NO_MARGIN = '{"calendar":null,"issues":[]}';
/** Shared parts whose pieces are remembered: a batch has few. */
const MOST = 500;

const pieces = new Map<string, readonly [how: string, profile: string]>();

/** Takes a stored record apart. */
export function partsOf(stored: StoredRecord): StoredParts {
  const { article, attributions, calendar, issues, ...reading } = stored;
  const margin = canonicalJson({ calendar, issues });
  return {
    own: canonicalJson({ article, attributions }),
    reading: canonicalJson(reading),
    margin: margin === NO_MARGIN ? null : margin,
  };
}

/** The record as one text, canonical JSON; without a reading it was kept whole. */
export function wholeRecord({ own, reading, margin }: KeptParts): string {
  if (reading === null) return own;
  const [how, profile] = piecesOf(reading);
  const { calendar, issues } = JSON.parse(margin ?? NO_MARGIN) as Pick<StoredRecord, 'calendar' | 'issues'>;
  return `${own.slice(0, -1)},"calendar":${canonicalJson(calendar)},${how},"issues":${canonicalJson(issues)},"profile":${profile}}`;
}

/** The number under which a shared part is kept: 52 bits of its SHA-256, the same in every archive. */
export function partHash(json: string): number {
  return Number.parseInt(createHash('sha256').update(json).digest('hex').slice(0, DIGITS), 16);
}

/** A reading without its braces, parted where issues come between in the order of keys. */
function piecesOf(reading: string): readonly [how: string, profile: string] {
  const known = pieces.get(reading);
  if (known !== undefined) return known;
  const { profile, ...how }: Pick<StoredRecord, 'profile'> = JSON.parse(reading);
  const found = [canonicalJson(how).slice(1, -1), canonicalJson(profile)] as const;
  if (pieces.size >= MOST) pieces.clear();
  pieces.set(reading, found);
  return found;
}
