import type { PoolClient } from 'pg';
import { SEARCH_COLUMN } from './ddl.js';
import { searchVector } from './search-words.js';
import type { Cell, ColumnModel, TableModel } from './table-model.js';
import type { Row, TableChanges } from './work-set.js';

const ARRAYS: Readonly<Record<ColumnModel['type'], string>> = {
  INTEGER: 'bigint[]',
  TEXT: 'text[]',
  REAL: 'double precision[]',
  BLOB: 'bytea[]',
};
/** Rows a statement, and bytes that they take at most, unless it is one: a row may be an article or a whole page. */
const PORTION = 2000;
const PORTION_BYTES = 2 << 20;
/** Rows of a table that are fetched first, before their size is known. */
const FIRST_PORTION = 20;
/** Bytes that a number or an empty cell counts for. */
const CELL_BYTES = 8;
/** The table whose rows every writer may make, and no one owns. */
const WORDS = 'keywords';
/** The table whose rows every writer may make, and which are the same whoever made them. */
const PARTS = 'record_parts';
/** Mark of which PostgreSQL keeps no text. */
const NUL = '\0';

/** Rows of a table in which `column` has one of the values. */
export async function readRows(
  client: PoolClient,
  table: TableModel,
  {
    column,
    values,
    condition = '',
  }: { readonly column: string; readonly values: readonly Cell[]; readonly condition?: string },
): Promise<Row[]> {
  const type = table.columns.find(({ name }) => name === column)?.type ?? 'TEXT';
  const { rows } = await client.query<Cell[]>({
    text: `SELECT ${namesOf(table)} FROM ${table.name} WHERE ${column} = ANY ($1::${ARRAYS[type]})${condition === '' ? '' : ` AND ${condition}`}`,
    values: [values],
    rowMode: 'array',
  });
  return rows;
}

/** Rows of a table in which a number and a text have one of the pairs of values. */
export async function readPairs(
  client: PoolClient,
  table: TableModel,
  {
    columns,
    pairs,
  }: { readonly columns: readonly [string, string]; readonly pairs: readonly (readonly [number, string])[] },
): Promise<Row[]> {
  const [number, text] = columns;
  const { rows } = await client.query<Cell[]>({
    text: `SELECT ${table.columns.map(({ name }) => `rows.${name}`).join(', ')} FROM ${table.name} AS rows
      JOIN (SELECT DISTINCT * FROM unnest($1::bigint[], $2::text[])) AS wanted (number, text)
      ON rows.${number} = wanted.number AND md5(rows.${text}) = md5(wanted.text)`,
    values: [pairs.map(([value]) => value), pairs.map(([, value]) => value)],
    rowMode: 'array',
  });
  return rows;
}

/** All rows of a table, some at a time; inside a transaction. */
export async function* readAll(client: PoolClient, table: TableModel): AsyncGenerator<readonly Row[]> {
  await client.query(`DECLARE all_rows NO SCROLL CURSOR FOR SELECT ${namesOf(table)} FROM ${table.name}`);
  for (let count = FIRST_PORTION; ; ) {
    const { rows } = await client.query<Cell[]>({ text: `FETCH ${count} FROM all_rows`, rowMode: 'array' });
    if (rows.length > 0) yield rows;
    if (rows.length < count) break;
    const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0);
    count = Math.min(PORTION, Math.max(1, Math.floor((PORTION_BYTES * count) / bytes)));
  }
  await client.query('CLOSE all_rows');
}

/**
 * Brings what changed in a work set to the server: some statements a table, however many rows. `isAlone`: no other transaction writes, so
 * that rows may trade what must be unique.
 */
export async function writeChanges(
  client: PoolClient,
  changes: readonly TableChanges[],
  isAlone: boolean,
): Promise<void> {
  const moved = await shareWords(client, changes);
  for (const { table, gone, updated } of changes) {
    const keys = isAlone ? [...gone, ...updated] : gone;
    await inPortions(keys, (portion) => remove(client, table, portion));
  }
  for (const { table, updated, inserted, rowsOf } of changes) {
    if (!isAlone) await inPortions(rowsOf(updated), (portion) => update(client, table, portion));
    if (table.name === WORDS) continue;
    const fresh = rowsOf(isAlone ? [...updated, ...inserted] : inserted);
    if (table.name === PARTS) await shareParts(client, table, fresh);
    else await inPortions(fresh, (portion) => insert(client, table, withWords(table, portion, moved)));
  }
}

/** Makes the parts of records that are not there, in the order of their hashes, so that no two writers wait for each other in a circle. */
async function shareParts(client: PoolClient, table: TableModel, rows: Iterable<Row>): Promise<void> {
  const [hash = ''] = table.key;
  const at = table.columns.findIndex(({ name }) => name === hash);
  const ordered = [...rows].sort((a, b) => Number(a[at]) - Number(b[at]));
  await inPortions(ordered, (portion) => insert(client, table, portion, 'ON CONFLICT DO NOTHING'));
}

/**
 * Makes the keywords that are not there; two writers may make the same one at once. All do so in the order of the words, so that none waits
 * for another in a circle. Gives the ids of those that another made first, by the ids they should have had.
 */
async function shareWords(client: PoolClient, changes: readonly TableChanges[]): Promise<ReadonlyMap<number, number>> {
  const words = changes.find(({ table }) => table.name === WORDS);
  if (words === undefined || words.inserted.length === 0) return new Map();
  const [id, name] = ['id', 'name'].map((column) => words.table.columns.findIndex((entry) => entry.name === column));
  const text = (row: Row): string => String(row[name ?? 0]);
  const ordered = [...words.rowsOf(words.inserted)].sort((a, b) => (text(a) < text(b) ? -1 : 1));
  await inPortions(ordered, (portion) => insert(client, words.table, portion, 'ON CONFLICT DO NOTHING'));
  const stored = await readRows(client, words.table, { column: 'name', values: ordered.map(text) });
  const idOf = new Map(stored.map((row) => [text(row), Number(row[id ?? 0])]));
  const moves = ordered.map((row): readonly [number, number] => [Number(row[id ?? 0]), idOf.get(text(row)) ?? 0]);
  return new Map(moves.filter(([own, other]) => own !== other));
}

function withWords(table: TableModel, rows: readonly Row[], moved: ReadonlyMap<number, number>): readonly Row[] {
  const column = table.references.find((reference) => reference.table === WORDS)?.column;
  const at = table.columns.findIndex(({ name }) => name === column);
  if (at < 0 || moved.size === 0) return rows;
  return rows.map((row) => row.map((cell, index) => (index === at ? (moved.get(Number(cell)) ?? cell) : cell)));
}

async function insert(client: PoolClient, table: TableModel, rows: readonly Row[], otherwise = ''): Promise<void> {
  const extra = searchCells(table, rows);
  const names = namesOf(table);
  const [more, search] = extra === null ? ['', ''] : [`, ${SEARCH_COLUMN}`, `, ${SEARCH_COLUMN}::tsvector`];
  await client.query(
    `INSERT INTO ${table.name} (${names}${more}) SELECT ${names}${search}
      FROM unnest(${arraysOf(table.columns, extra !== null)}) AS given (${names}${more}) ${otherwise}`,
    [...columnsOf(table.columns, rows), ...(extra === null ? [] : [extra])],
  );
}

async function update(client: PoolClient, table: TableModel, rows: readonly Row[]): Promise<void> {
  const extra = searchCells(table, rows);
  const names = table.columns.map(({ name }) => name);
  const set = names.filter((name) => !table.key.includes(name)).map((name) => `${name} = given.${name}`);
  if (extra !== null) set.push(`${SEARCH_COLUMN} = given.${SEARCH_COLUMN}::tsvector`);
  if (set.length === 0) return;
  await client.query(
    `UPDATE ${table.name} AS rows SET ${set.join(', ')}
      FROM unnest(${arraysOf(table.columns, extra !== null)}) AS given (${[...names, ...(extra === null ? [] : [SEARCH_COLUMN])].join(', ')})
      WHERE ${sameKey(table)}`,
    [...columnsOf(table.columns, rows), ...(extra === null ? [] : [extra])],
  );
}

async function remove(client: PoolClient, table: TableModel, keys: readonly Row[]): Promise<void> {
  const columns = table.key.flatMap((name) => table.columns.filter((column) => column.name === name));
  await client.query(
    `DELETE FROM ${table.name} AS rows USING unnest(${arraysOf(columns, false)}) AS given (${table.key.join(', ')}) WHERE ${sameKey(table)}`,
    [...columnsOf(columns, keys)],
  );
}

/** Texts of keys are compared by the hashes that their index holds. */
function sameKey({ key, columns }: TableModel): string {
  return key
    .map((name) => {
      const isText = columns.find((column) => column.name === name)?.type === 'TEXT';
      return isText ? `md5(rows.${name}) = md5(given.${name})` : `rows.${name} = given.${name}`;
    })
    .join(' AND ');
}

function namesOf({ columns }: TableModel): string {
  return columns.map(({ name }) => name).join(', ');
}

function arraysOf(columns: readonly ColumnModel[], withSearch: boolean): string {
  const types = [...columns.map(({ type }) => ARRAYS[type]), ...(withSearch ? ['text[]'] : [])];
  return types.map((type, index) => `$${index + 1}::${type}`).join(', ');
}

/** Cells by column, as `unnest` takes them. */
function columnsOf(columns: readonly ColumnModel[], rows: readonly Row[]): readonly Cell[][] {
  return columns.map((_, index) => rows.map((row) => storable(row[index] ?? null)));
}

function storable(cell: Cell): Cell {
  return typeof cell === 'string' && cell.includes(NUL) ? cell.replaceAll(NUL, '') : cell;
}

/** What the full-text search finds articles by; null for other tables. */
function searchCells(table: TableModel, rows: readonly Row[]): readonly string[] | null {
  if (table.name !== 'articles') return null;
  const at = (name: string): number => table.columns.findIndex((column) => column.name === name);
  const [headline, lead, body, extra] = [at('headline'), at('lead'), at('body'), at('search_extra')];
  const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);
  return rows.map((row) =>
    searchVector({
      headline: text(row[headline]),
      lead: text(row[lead]),
      body: text(row[body]),
      search_extra: text(row[extra]),
    }),
  );
}

/** Ids of the articles among these rows whose words the index of the server does not hold as they are. */
export async function unsearchable(
  client: PoolClient,
  table: TableModel,
  rows: readonly Row[],
): Promise<readonly number[]> {
  const words = searchCells(table, rows);
  if (words === null) return [];
  const id = table.columns.findIndex(({ name }) => name === 'id');
  const { rows: found } = await client.query<{ id: number }>(
    `SELECT articles.id FROM articles JOIN unnest($1::bigint[], $2::text[]) AS given (id, words) ON articles.id = given.id
      WHERE articles.${SEARCH_COLUMN} IS DISTINCT FROM given.words::tsvector`,
    [rows.map((row) => row[id]), words],
  );
  return found.map((row) => row.id);
}

/** Some rows a statement, fewer where they are large. */
async function inPortions(rows: Iterable<Row>, write: (portion: readonly Row[]) => Promise<void>): Promise<void> {
  let [portion, bytes]: [Row[], number] = [[], 0];
  for (const row of rows) {
    portion.push(row);
    bytes += sizeOf(row);
    if (portion.length < PORTION && bytes < PORTION_BYTES) continue;
    await write(portion);
    [portion, bytes] = [[], 0];
  }
  if (portion.length > 0) await write(portion);
}

/** About as many bytes as a row takes. */
function sizeOf(row: Row): number {
  return row.reduce<number>(
    (sum, cell) => sum + (typeof cell === 'string' || cell instanceof Buffer ? cell.length : CELL_BYTES),
    1,
  );
}
