import { signKey } from './language-counts.js';

/** What newspapers do where nothing was learnt: key as `signKey` makes it. */
const COMMON: ReadonlyMap<string, number> = new Map([
  [' — ', 3],
  [' – ', 2],
  ['0–0', 3],
  ['0—0', 1],
  ['a–a', 1],
  [' “a', 3],
  [' „a', 1],
  ['a” ', 2],
  ['a”.', 2],
  ['a“.', 1],
  ['a’a', 2],
  [' №0', 3],
  [' № ', 1],
]);
const SURE_AT_MOST = 0.98;
const PRIOR = 0.05;

/** The sign that texts of this kind have between such neighbours. The same sign is always chosen for the same counts. */
export function chooseSign(
  signs: readonly string[],
  place: { readonly before: string; readonly rest: string; readonly learnt: ReadonlyMap<string, number> },
): { readonly after: string; readonly confidence: number } {
  const { before, rest, learnt } = place;
  const [only = ''] = signs;
  if (signs.length === 1) return { after: only, confidence: 1 };
  const weights = signs.map((sign) => {
    const line = `${before.slice(-1)}${sign}${rest.slice(0, 1)}`;
    const key = signKey(line, before === '' ? 0 : 1, sign);
    return { sign, weight: (learnt.get(key) ?? 0) + (COMMON.get(key) ?? 0) + PRIOR };
  });
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a));
  return { after: best.sign, confidence: Math.min(SURE_AT_MOST, best.weight / total) };
}
