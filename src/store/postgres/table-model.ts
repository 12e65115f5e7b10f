import Database from 'better-sqlite3';
import { MIGRATIONS, migrate } from '../sqlite/migrations.js';

/** A table of the archive, as both databases have it. */
export interface TableModel {
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  /** Columns that name a row. */
  readonly key: readonly string[];
  /** True where the database gives each row a number of its own, in `id`. */
  readonly isNumbered: boolean;
  readonly references: readonly Reference[];
  /** Conditions on its values. */
  readonly checks: readonly string[];
  /** Rows that stand in a new archive. */
  readonly seeds: readonly (readonly Cell[])[];
}

/** A column of a table. */
export interface ColumnModel {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT' | 'REAL' | 'BLOB';
  readonly isNeeded: boolean;
  readonly fallback: string | null;
}

/** A column that holds the `id` (or only key) of a row of another table. */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly target: string;
}

/** A value of a row as both databases take it. */
export type Cell = string | number | Buffer | null;

/** The structure of an archive: tables in the order in which they were made, then what stands on them. */
export interface ArchiveModel {
  readonly version: number;
  readonly tables: readonly TableModel[];
  readonly indexes: readonly IndexModel[];
  /** Name and statement of each view. */
  readonly views: readonly (readonly [name: string, sql: string])[];
}

/** An index: columns or expressions. */
export interface IndexModel {
  readonly name: string;
  readonly table: string;
  readonly isUnique: boolean;
  readonly parts: readonly string[];
  readonly where: string | null;
}

/** Tables that serve SQLite alone: its lock and its full-text index. */
const OWN = /^(?:sqlite_|articles_fts|search_state$|import_lock$)/;
const CHECK = /CHECK \(((?:[^()]|\([^()]*\))*)\)/g;
const INDEX = /^CREATE (UNIQUE )?INDEX (\w+) ON (\w+)\s*\(([\s\S]*?)\)(?: WHERE ([^)]*))?$/;
const SINGLE_ROW = 'id = 1';

/** The structure that the first `version` migrations of SQLite make; the newest where none is named. */
export function readModel(version = MIGRATIONS.length): ArchiveModel {
  const db = new Database(':memory:');
  try {
    migrate(db, MIGRATIONS.slice(0, version));
    const parts = db
      .prepare<[], { type: string; name: string; tbl_name: string; sql: string }>(
        'SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid',
      )
      .all()
      .filter(({ tbl_name }) => !OWN.test(tbl_name));
    const of = (type: string) => parts.filter((part) => part.type === type);
    return {
      version,
      tables: of('table').map(({ name, sql }) => tableOf(db, name, sql)),
      indexes: [
        ...of('index').map(({ sql }) => indexOf(sql)),
        ...of('table').flatMap(({ name }) => uniquesOf(db, name)),
      ],
      views: of('view').map(({ name, sql }) => [name, sql] as const),
    };
  } finally {
    db.close();
  }
}

function tableOf(db: Database.Database, name: string, sql: string): TableModel {
  const info = db.pragma(`table_info(${name})`) as readonly {
    readonly name: string;
    readonly type: ColumnModel['type'];
    readonly notnull: number;
    readonly dflt_value: string | null;
    readonly pk: number;
  }[];
  const foreign = db.pragma(`foreign_key_list(${name})`) as readonly {
    readonly from: string;
    readonly table: string;
    readonly to: string;
  }[];
  const key = info.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  const checks = [...sql.matchAll(CHECK)].map(([, condition = '']) => condition);
  const names = key.map((column) => column.name);
  return {
    name,
    columns: info.map((column) => ({
      name: column.name,
      type: column.type,
      isNeeded: column.notnull === 1,
      fallback: column.dflt_value,
    })),
    key: names.length > 0 ? names : (uniquesOf(db, name)[0]?.parts ?? []),
    isNumbered: names.length === 1 && names[0] === 'id' && !checks.includes(SINGLE_ROW),
    references: foreign.map(({ from, table, to }) => ({ column: from, table, target: to ?? 'id' })),
    checks,
    seeds: db.prepare<[], Cell[]>(`SELECT * FROM ${name}`).raw().all(),
  };
}

/** Indexes that stand for UNIQUE in a table. */
function uniquesOf(db: Database.Database, table: string): readonly IndexModel[] {
  const list = db.pragma(`index_list(${table})`) as readonly { readonly name: string; readonly origin: string }[];
  return list
    .filter(({ origin }) => origin === 'u')
    .map(({ name }) => {
      const columns = db.pragma(`index_info(${name})`) as readonly { readonly name: string }[];
      const parts = columns.map((column) => column.name);
      return { name: `${table}_${parts.join('_')}_unique`, table, isUnique: true, parts, where: null };
    });
}

function indexOf(sql: string): IndexModel {
  const [, unique, name = '', table = '', parts = '', where = null] = INDEX.exec(sql) ?? [];
  return { name, table, isUnique: unique !== undefined, parts: splitParts(parts), where };
}

/** Parts of a list, parted by commas outside parentheses. */
function splitParts(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim().replace(/\s+/g, ' '));
}
