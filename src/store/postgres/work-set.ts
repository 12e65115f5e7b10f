import Database from 'better-sqlite3';
import { MIGRATIONS, migrate } from '../sqlite/migrations.js';
import type { ArchiveModel, Cell, TableModel } from './table-model.js';

/** What became of the rows of one table. */
export interface TableChanges {
  readonly table: TableModel;
  /** Keys of rows: of those that are gone, those that were there before and are others now, and those that are new. */
  readonly gone: readonly Row[];
  readonly updated: readonly Row[];
  readonly inserted: readonly Row[];
  /** The rows of such keys as they stand, one after the other: all of them at once may be half of the archive. */
  readonly rowsOf: (keys: readonly Row[]) => Iterable<Row>;
}

/** The cells of a row in the order of its columns, or those of its key. */
export type Row = readonly Cell[];

interface TouchedRow {
  readonly key: string;
  /** What happened to the row first: `i` where it is new. */
  readonly op: 'i' | 'u' | 'd';
}

/** An index that takes nothing: the words are indexed where they are kept. */
const NO_INDEX = `
DROP TRIGGER articles_ai; DROP TRIGGER articles_ad; DROP TRIGGER articles_au; DROP TABLE articles_fts;
CREATE TABLE articles_fts (headline, lead, body, search_extra);
CREATE TRIGGER articles_fts_none BEFORE INSERT ON articles_fts BEGIN SELECT RAISE(IGNORE); END;
`;
const TOUCHED = 'CREATE TABLE touched (tab TEXT, key TEXT, op TEXT, PRIMARY KEY (tab, key)) WITHOUT ROWID';
const OPERATIONS = [
  ['i', 'INSERT', 'new'],
  ['u', 'UPDATE', 'new'],
  ['d', 'DELETE', 'old'],
] as const;

/**
 * A part of an archive in SQLite, with the row ids it has on the server: rows are put in, the store of SQLite works on them, and what it
 * changed is read off. So the rules of an archive are written once.
 */
export class WorkSet {
  readonly db: Database.Database;
  readonly model: ArchiveModel;
  readonly #put = new Map<string, Database.Statement<unknown[]>>();
  #isWatched = false;

  /** `path` is a file for a part that may be large: what it takes lies on the disk then, and not in memory. */
  constructor(model: ArchiveModel, path: string | null = null) {
    this.model = model;
    this.db = new Database(path ?? ':memory:');
    this.db.pragma(`journal_mode = ${path === null ? 'MEMORY' : 'TRUNCATE'}`);
    this.db.pragma('synchronous = OFF');
    this.db.pragma(`temp_store = ${path === null ? 'MEMORY' : 'FILE'}`);
    migrate(this.db, MIGRATIONS.map(numberedUpwards));
    this.db.exec(NO_INDEX);
    this.db.exec(TOUCHED);
    // A row that is replaced is deleted too.
    this.db.pragma('recursive_triggers = ON');
    for (const table of model.tables) this.#put.set(table.name, this.db.prepare<unknown[]>(putSql(table)));
    this.clear();
  }

  /** Puts rows in as they stand on the server. They may refer to rows that are not here. */
  put(table: TableModel, rows: readonly Row[]): void {
    const statement = this.#put.get(table.name);
    if (statement === undefined) return;
    this.db.transaction(() => {
      for (const row of rows) statement.run(...row);
    })();
  }

  /** Says that all rows are now as on the server; what changes from here on is noted. New rows of a table are numbered from `first` on. */
  begin(first: ReadonlyMap<string, number> = new Map()): void {
    this.#watch();
    this.db.exec('DELETE FROM touched; DELETE FROM sqlite_sequence');
    const number = this.db.prepare<[string, number]>('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)');
    for (const [table, id] of first) number.run(table, id - 1);
    this.db.pragma('foreign_keys = ON');
  }

  /** From the first work on: putting in all of an archive need not be noted row by row. */
  #watch(): void {
    if (this.#isWatched) return;
    for (const table of this.model.tables) this.db.exec(triggersOf(table));
    this.#isWatched = true;
  }

  /** The number that the next new row of each table would have. */
  nextNumbers(): ReadonlyMap<string, number> {
    const rows = this.db.prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence').all();
    return new Map(rows.map(({ name, seq }) => [name, seq + 1]));
  }

  /** Rows at hand in each table whose rows are numbered. */
  counts(): ReadonlyMap<string, number> {
    const tables = this.model.tables.filter(({ isNumbered }) => isNumbered);
    const count = (name: string): number => Number(this.db.prepare(`SELECT count(*) FROM ${name}`).pluck().get());
    return new Map(tables.map(({ name }) => [name, count(name)]));
  }

  /** What changed since `begin`. */
  changes(): readonly TableChanges[] {
    const touched = this.db.prepare<[string], TouchedRow>('SELECT key, op FROM touched WHERE tab = ?');
    return this.model.tables.flatMap((table) => {
      const rows = touched.all(table.name);
      return rows.length === 0 ? [] : [this.#changesOf(table, rows)];
    });
  }

  /** Takes everything out. */
  clear(): void {
    this.db.pragma('foreign_keys = OFF');
    this.db.transaction(() => {
      for (const { name } of this.model.tables) this.db.exec(`DELETE FROM ${name}`);
      this.db.exec('DELETE FROM import_lock; DELETE FROM touched');
    })();
  }

  close(): void {
    this.db.close();
  }

  #changesOf(table: TableModel, touched: readonly TouchedRow[]): TableChanges {
    const condition = table.key.map((name) => `${name} = ?`).join(' AND ');
    const find = this.db.prepare<Cell[], Cell[]>(`SELECT * FROM ${table.name} WHERE ${condition}`).raw();
    const isThere = this.db.prepare<Cell[], number>(`SELECT 1 FROM ${table.name} WHERE ${condition}`).pluck();
    const [gone, updated, inserted]: [Row[], Row[], Row[]] = [[], [], []];
    for (const { key: text, op } of touched) {
      const key: Row = JSON.parse(text);
      if (isThere.get(...key) !== undefined) (op === 'i' ? inserted : updated).push(key);
      else if (op !== 'i') gone.push(key);
    }
    // In the order in which they were made, which their numbers tell.
    if (table.isNumbered) inserted.sort((a, b) => Number(a[0]) - Number(b[0]));
    function* rowsOf(keys: readonly Row[]): Generator<Row> {
      for (const key of keys) yield find.get(...key) ?? [];
    }
    return { table, gone, updated, inserted, rowsOf };
  }
}

/** Tables whose new rows go on from a number that is told, not from the highest at hand. */
function numberedUpwards(migration: string): string {
  return migration.replaceAll('id INTEGER PRIMARY KEY,', 'id INTEGER PRIMARY KEY AUTOINCREMENT,');
}

function triggersOf({ name, key, columns }: TableModel): string {
  // Rows of which nothing changed are left alone on the server: others may be waiting for them.
  const differs = columns.map((column) => `old.${column.name} IS NOT new.${column.name}`).join(' OR ');
  return OPERATIONS.map(([op, event, row]) => {
    const cells = key.map((column) => `${row}.${column}`).join(', ');
    const condition = op === 'u' ? `WHEN ${differs}` : '';
    // The first operation on a row counts. No conflict clause: that of the statement at work would stand in its stead.
    return `CREATE TRIGGER touched_${name}_${op} AFTER ${event} ON ${name} ${condition} BEGIN
      INSERT INTO touched (tab, key, op) SELECT '${name}', json_array(${cells}), '${op}'
      WHERE NOT EXISTS (SELECT 1 FROM touched WHERE tab = '${name}' AND key = json_array(${cells})); END;`;
  }).join('\n');
}

/** A statement that puts a row into a table, unless it is there. */
export function putSql({ name, columns }: TableModel): string {
  const names = columns.map((column) => column.name);
  return `INSERT OR IGNORE INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}
