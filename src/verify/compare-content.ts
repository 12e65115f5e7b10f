import type { ContentRow, Damage } from '../model/verify.js';

/** What `found` has otherwise than `expected`: rows of it that differ, are too many or are missing. The order of rows does not count. */
export async function compareContent(
  found: AsyncIterable<ContentRow>,
  expected: AsyncIterable<ContentRow>,
): Promise<readonly Damage[]> {
  const surplus = new Map<string, ContentRow[]>();
  for await (const row of found) pushTo(surplus, row);
  const missing: ContentRow[] = [];
  for await (const row of expected) if (!takeFrom(surplus, row)) missing.push(row);
  return toDamages([...surplus.values()].flat(), missing);
}

const nameOf = ({ table, row }: ContentRow): string => `${table} ${row}`;
const keyOf = ({ table, hash }: ContentRow): string => `${table} ${hash}`;

function pushTo(rows: Map<string, ContentRow[]>, row: ContentRow): void {
  const equal = rows.get(keyOf(row));
  if (equal === undefined) rows.set(keyOf(row), [row]);
  else equal.push(row);
}

function takeFrom(rows: Map<string, ContentRow[]>, row: ContentRow): boolean {
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
