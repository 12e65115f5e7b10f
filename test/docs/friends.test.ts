import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { has, pattern, prepare, printed, root, stepsOf } from './steps.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-friends-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync(join(root, 'docs/friends.md'), 'utf8');
const [, python = ''] = /```python\n([\s\S]*?)```/.exec(page) ?? [];
const [, sql = ''] = /```sql\n([\s\S]*?)```/.exec(page) ?? [];
const questions = sql.split(';\n').filter((question) => question.trim() !== '');
/** The same questions to the archive itself. */
const SAME = [
  `SELECT CAST(substr(published_on, 1, 4) AS INTEGER) AS year, count(*) AS articles, sum(views) AS views
  FROM articles WHERE published_on IS NOT NULL GROUP BY year ORDER BY year`,
  'SELECT charset AS page_charset, count(*) AS captures FROM captures GROUP BY charset ORDER BY captures DESC',
  'SELECT count(*) AS articles, count(DISTINCT section) AS sections FROM articles',
];

type Row = Readonly<Record<string, unknown>>;

/** The first row that DuckDB gives in the folder. */
async function askDuckDb(question: string): Promise<Row> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
    const [row = {}] = (await connection.runAndReadAll(question)).getRowObjectsJS();
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

beforeAll(() => {
  prepare(folder);
  const [first] = stepsOf(readFileSync(join(root, 'docs/tutorial.md'), 'utf8'));
  printed(first?.[0] ?? '', folder);
  for (const [command] of stepsOf(page).filter(([step]) => step.includes('export'))) printed(command, folder);
});

describe('docs/friends.md', () => {
  it.for(stepsOf(page))('$ %s', ([command, shown], { skip }) => {
    skip(command.startsWith('sqlite-utils') && !has('sqlite-utils'));
    expect(printed(command, folder)).toMatch(pattern(shown));
  });

  it('asks DuckDB what it asks the archive', () => {
    expect(questions).toHaveLength(SAME.length);
  });

  it.each(SAME.map((same, index) => [index, same] as const))(
    'DuckDB answers question %i as SQLite does',
    async (index, same) => {
      const db = new Database(join(folder, 'archive.db'), { readonly: true });
      const row = db.prepare<[], Row>(same).get();
      db.close();
      expect(await askDuckDb(questions[index] ?? '')).toEqual(row);
    },
  );

  it.skipIf(!has('python3'))('Python reads the archive as it stands', () => {
    writeFileSync(join(folder, 'read.py'), python);
    expect(printed('PYTHONIOENCODING=utf-8 python3 read.py', folder)).toMatch(
      /^(?:kokzhiek-tany\.example \d{4}-\d\d \d+\n){3}\[\('Алқакөлде жаңа су құбыры іске қосылды',\)\]\n$/,
    );
  });

  it.skipIf(!hasYaml())('datasette.yaml is what Datasette takes, by the reader of YAML that it uses', () => {
    const script = 'import json, yaml; print(json.dumps(yaml.safe_load(open("datasette.yaml", encoding="utf-8"))))';
    const read = JSON.parse(printed(`python3 -c '${script}'`, folder)) as DatasetteConfiguration;
    const { tables = {}, queries = {} } = read.databases.archive ?? {};
    expect(Object.keys(read)).toEqual(['title', 'description', 'databases']);
    expect(new Set(Object.values(tables).flatMap(Object.keys))).toEqual(TABLE_KEYS);
    expect(Object.keys(queries).length).toBeGreaterThan(4);
    const db = new Database(join(folder, 'archive.db'), { readonly: true });
    for (const { title, sql: query } of Object.values(queries)) {
      expect(title).not.toBe('');
      expect(() => db.prepare(query).all({ article: '2' })).not.toThrow();
    }
    db.close();
  });
});

interface DatasetteConfiguration {
  readonly databases: Readonly<Record<string, { readonly tables?: Tables; readonly queries?: Queries }>>;
}
type Tables = Readonly<Record<string, object>>;
type Queries = Readonly<Record<string, { readonly title: string; readonly sql: string }>>;

/** What Datasette knows of a table (docs.datasette.io, Metadata). */
const TABLE_KEYS = new Set(['description', 'label_column', 'facets', 'sort_desc', 'columns']);

function hasYaml(): boolean {
  return spawnSync('python3', ['-c', 'import yaml']).status === 0;
}
