import type { ContentRow, Damage } from '../model/verify.js';

/** Rows of one archive that the other has not shown yet, by what they say. */
type Waiting = Map<string, ContentRow[]>;

/**
 * What `found` has otherwise than `expected`: rows of it that differ, are too many or are missing. Any order of rows will do; where it is
 * the same in both, no more of them are held than differ.
 */
export async function compareContent(
  found: AsyncIterable<ContentRow>,
  expected: AsyncIterable<ContentRow>,
): Promise<readonly Damage[]> {
  const surplus: Waiting = new Map();
  const missing: Waiting = new Map();
  for await (const [row, twin] of inPairs(found, expected)) {
    if (row !== null && twin !== null && keyOf(row) === keyOf(twin)) continue;
    if (row !== null && !takeFrom(missing, row)) pushTo(surplus, row);
    if (twin !== null && !takeFrom(surplus, twin)) pushTo(missing, twin);
  }
  return toDamages([...surplus.values()].flat(), [...missing.values()].flat());
}

/** Rows of both side by side; null where one has ended. */
async function* inPairs<T>(
  left: AsyncIterable<T>,
  right: AsyncIterable<T>,
): AsyncGenerator<readonly [T | null, T | null]> {
  const others = right[Symbol.asyncIterator]();
  const nextOther = async (): Promise<T | null> => {
    const { done, value } = await others.next();
    return done ? null : value;
  };
  try {
    for await (const row of left) yield [row, await nextOther()];
    for (let row = await nextOther(); row !== null; row = await nextOther()) yield [null, row];
  } finally {
    await others.return?.();
  }
}

const nameOf = ({ table, row }: ContentRow): string => `${table} ${row}`;
const keyOf = ({ table, hash }: ContentRow): string => `${table} ${hash}`;

function pushTo(rows: Waiting, row: ContentRow): void {
  const equal = rows.get(keyOf(row));
  if (equal === undefined) rows.set(keyOf(row), [row]);
  else equal.push(row);
}

function takeFrom(rows: Waiting, row: ContentRow): boolean {
  const equal = rows.get(keyOf(row));
  if (equal === undefined) return false;
  if (equal.length === 1) rows.delete(keyOf(row));
  else equal.pop();
  return true;
}

/** A row that is there and missing under one name differs. */
function toDamages(surplus: readonly ContentRow[], missing: readonly ContentRow[]): readonly Damage[] {
  const isMissing = new Set(missing.map(nameOf));
  const isThere = new Set(surplus.map(nameOf));
  const there = surplus.map((row) => toDamage(row, isMissing.has(nameOf(row)) ? 'differs from' : 'is not among'));
  const gone = missing.filter((row) => !isThere.has(nameOf(row))).map((row) => toDamage(row, 'is missing from'));
  return [...there, ...gone];
}

function toDamage({ table, row }: ContentRow, relation: string): Damage {
  return { check: 'content', table, row, message: `${relation} what its captures give` };
}
