import type { ArchiveModel, ColumnModel, IndexModel, TableModel } from './table-model.js';

/** Types of SQLite and those of PostgreSQL; text is compared byte by byte in both. */
const TYPES: Readonly<Record<ColumnModel['type'], string>> = {
  INTEGER: 'bigint',
  TEXT: 'text COLLATE "C"',
  REAL: 'double precision',
  BLOB: 'bytea',
};
/** SQLite takes a number for a condition. */
const NUMBER_AS_CONDITION = /\b(site_told)\b(?= THEN)/g;
/** SQLite's max of two values: `max(coalesce(a, b), b)`. */
const GREATEST = /\bmax\((coalesce\([^()]*\), \w+)\)/g;
const CASE = /^CASE\b[\s\S]*\bEND$/;

/** What only PostgreSQL has: the words of an article for its full-text search. */
export const SEARCH_COLUMN = 'search';
const SEARCH = [
  `ALTER TABLE articles ADD COLUMN ${SEARCH_COLUMN} tsvector`,
  `CREATE INDEX articles_${SEARCH_COLUMN} ON articles USING gin (${SEARCH_COLUMN})`,
];

/** Rows of `row_numbers`: the next number of a row in each table. A sequence cannot give many at once that follow each other. */
const NUMBERS = 'CREATE TABLE row_numbers (name text COLLATE "C" PRIMARY KEY, next bigint NOT NULL)';

/** Statements that make an empty archive, in order. */
export function createStatements(model: ArchiveModel): readonly string[] {
  return [
    NUMBERS,
    ...model.tables.map(createTable),
    ...model.indexes.flatMap((index) => createIndex(model, index)),
    ...model.tables.flatMap(addKey),
    ...model.tables.flatMap((table) => addReferences(table)),
    ...model.views.map(([, sql]) => sql.replace(GREATEST, 'greatest($1)')),
    ...model.tables.flatMap(insertSeeds),
    ...SEARCH,
  ];
}

/** Statements that bring an archive from one version to another: new tables, columns, indexes; views anew. */
export function upgradeStatements(before: ArchiveModel, after: ArchiveModel): readonly string[] {
  const known = new Map(before.tables.map((table) => [table.name, table]));
  const fresh = after.tables.filter(({ name }) => !known.has(name));
  const indexes = new Set(before.indexes.map(({ name }) => name));
  return [
    ...before.views.toReversed().map(([name]) => `DROP VIEW ${name}`),
    ...fresh.map(createTable),
    ...after.tables.flatMap((table) => addColumns(known.get(table.name), table)),
    ...after.indexes.filter(({ name }) => !indexes.has(name)).flatMap((index) => createIndex(after, index)),
    ...fresh.flatMap(addKey),
    ...after.tables.flatMap((table) => addReferences(table, known.get(table.name))),
    ...after.views.map(([, sql]) => sql.replace(GREATEST, 'greatest($1)')),
    ...fresh.flatMap(insertSeeds),
  ];
}

function createTable({ name, columns, key, isNumbered, checks }: TableModel): string {
  const lines = columns.map((column) => {
    if (isNumbered && column.name === 'id') return 'id bigint PRIMARY KEY';
    return columnOf(column, key.includes(column.name));
  });
  return `CREATE TABLE ${name} (${[...lines, ...checks.map((check) => `CHECK (${check})`)].join(', ')})`;
}

function columnOf({ name, type, isNeeded, fallback }: ColumnModel, isKey = false): string {
  const needed = isNeeded || isKey ? ' NOT NULL' : '';
  return `${name} ${TYPES[type]}${needed}${fallback === null ? '' : ` DEFAULT ${fallback}`}`;
}

function addColumns(before: TableModel | undefined, after: TableModel): readonly string[] {
  const known = new Set(before?.columns.map(({ name }) => name));
  const columns = before === undefined ? [] : after.columns.filter(({ name }) => !known.has(name));
  return columns.map((column) => `ALTER TABLE ${after.name} ADD COLUMN ${columnOf(column)}`);
}

/**
 * Texts may be longer than a page of a B-tree takes: where they must be unique their hashes are compared, else a hash index finds them.
 */
function createIndex(model: ArchiveModel, { name, table, isUnique, parts, where }: IndexModel): readonly string[] {
  const texts = new Set(
    model.tables
      .find((entry) => entry.name === table)
      ?.columns.flatMap(({ name: column, type }) => (type === 'TEXT' ? [column] : [])),
  );
  const isText = (part: string): boolean =>
    [...texts].some((text) => new RegExp(`\\b${text}\\b`).test(part) && !/IS NULL THEN 0/.test(part));
  const condition = where === null ? '' : ` WHERE ${where}`;
  const last = parts.at(-1) ?? '';
  if (!isUnique && isText(last)) return [`CREATE INDEX ${name} ON ${table} USING hash (${last})${condition}`];
  const terms = parts.map((part) => {
    const term = part.replace(NUMBER_AS_CONDITION, '$1 = 1');
    if (isText(part)) return `md5(${term})`;
    return CASE.test(term) ? `(${term})` : term;
  });
  return [`CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX ${name} ON ${table} (${terms.join(', ')})${condition}`];
}

function addKey({ name, key, isNumbered, columns }: TableModel): readonly string[] {
  return isNumbered ? [] : [keyOf(name, key, columns)];
}

/**
 * References that a table did not have `before`. Rows refer to each other while a transaction is under way; what counts is that all is well
 * at its end.
 */
function addReferences({ name, references }: TableModel, before?: TableModel): readonly string[] {
  const known = new Set(before?.references.map(({ column }) => column));
  return references
    .filter(({ column }) => !known.has(column))
    .map(
      ({ column, table, target }) =>
        `ALTER TABLE ${name} ADD CONSTRAINT ${name}_${column}_fkey FOREIGN KEY (${column}) REFERENCES ${table} (${target}) DEFERRABLE INITIALLY DEFERRED`,
    );
}

function keyOf(table: string, key: readonly string[], columns: readonly ColumnModel[]): string {
  const isText = (name: string): boolean => columns.find((column) => column.name === name)?.type === 'TEXT';
  const terms = key.map((name) => (isText(name) ? `md5(${name})` : name));
  if (!key.some(isText)) return `ALTER TABLE ${table} ADD PRIMARY KEY (${key.join(', ')})`;
  return `CREATE UNIQUE INDEX IF NOT EXISTS ${table}_${key.join('_')}_unique ON ${table} (${terms.join(', ')})`;
}

/** Rows of a new archive, and where the numbers of its rows begin. */
function insertSeeds({ name, seeds, isNumbered }: TableModel): readonly string[] {
  const rows = seeds.map((row) => `INSERT INTO ${name} VALUES (${row.map((cell) => JSON.stringify(cell)).join(', ')})`);
  return isNumbered ? [...rows, `INSERT INTO row_numbers (name, next) VALUES ('${name}', 1)`] : rows;
}
