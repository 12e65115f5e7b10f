import type { PoolClient } from 'pg';
import type { Seeds } from './seeds.js';
import { readPairs, readRows } from './server-rows.js';
import type { Cell, TableModel } from './table-model.js';
import type { WorkSet } from './work-set.js';

type Fields = Readonly<Record<string, Cell>>;

/**
 * Loads the part of an archive that a transaction may read or change: whatever hangs on an article or a capture comes with it, by the keys
 * between tables. What it loads is a little more than SQLite's store would look at, never less.
 */
export class Neighbours {
  readonly #articles = new Set<number>();
  readonly #captures = new Set<number>();

  constructor(
    private readonly client: PoolClient,
    private readonly set: WorkSet,
  ) {}

  /** Everything that records have to do with. */
  async around(seeds: Seeds): Promise<void> {
    await this.sites(seeds.hosts);
    const sources = await this.rows('sources', 'path', seeds.paths);
    await this.rows('sources', 'id', seeds.sources);
    await this.rows('kept_pages', 'content_sha256', seeds.kept);
    await this.captures(await this.#known(seeds, sources));
    await this.stories(seeds.stories);
    await this.finish(seeds.hasIssues);
  }

  /** Captures of the same content, page, place or headline. */
  async #known(seeds: Seeds, sources: readonly Fields[]): Promise<readonly number[]> {
    const places = seeds.places.flatMap(([path, locator]) =>
      sources
        .filter((source) => source.path === path)
        .map(({ id }): readonly [number, string] => [Number(id), locator]),
    );
    const same = await this.rows('captures', 'content_sha256', seeds.contents);
    const located = await this.pairs('capture_locations', ['source_id', 'locator'], places);
    if (seeds.kept.length > 0) await this.pairs('kept_places', ['source_id', 'locator'], places);
    const revisits = await this.rows('revisits', 'url_key', seeds.urlKeys);
    const before = await this.rows('capture_records', 'capture_id', [
      ...same.map(({ id }) => id ?? null),
      ...located.map(({ capture_id }) => capture_id ?? null),
    ]);
    const urls = new Set([
      ...seeds.urlKeys,
      ...before.flatMap(({ url_key }) => (typeof url_key === 'string' ? [url_key] : [])),
    ]);
    const pages = await this.rows('capture_records', 'url_key', [...urls]);
    const titled = await this.#titled(seeds, [...before, ...pages]);
    const ids = [...before, ...pages, ...titled, ...located, ...revisits].map(({ capture_id }) => capture_id);
    return ids.flatMap((id) => (typeof id === 'number' ? [id] : []));
  }

  /** Captures that share a headline, where one of them has no address; and those that share an address with them. */
  async #titled(seeds: Seeds, known: readonly Fields[]): Promise<readonly Fields[]> {
    const headlines = new Set([
      ...seeds.headlineKeys,
      ...known.flatMap(({ headline_key }) => (typeof headline_key === 'string' ? [headline_key] : [])),
    ]);
    const homeless = await this.rows(
      'capture_records',
      'headline_key',
      [...headlines],
      'native_id IS NULL AND url_key IS NULL',
    );
    const shared = new Set([
      ...seeds.homeless,
      ...homeless.flatMap(({ headline_key }) => (typeof headline_key === 'string' ? [headline_key] : [])),
    ]);
    const mates = await this.rows('capture_records', 'headline_key', [...shared]);
    const urls = mates.flatMap(({ native_id, url_key }) =>
      native_id === null && typeof url_key === 'string' ? [url_key] : [],
    );
    return [...mates, ...(await this.rows('capture_records', 'url_key', urls))];
  }

  /** Sites by host, with all their hosts. */
  async sites(hosts: readonly string[]): Promise<void> {
    const known = await this.rows('site_hosts', 'host', hosts);
    await this.#sitesOf(known.map(({ site_id }) => site_id ?? null));
  }

  async #sitesOf(ids: readonly Cell[]): Promise<void> {
    await this.rows('sites', 'id', ids);
    await this.rows('site_hosts', 'site_id', ids);
  }

  /** Captures with all that hangs on them, and the articles they stand under. */
  async captures(ids: readonly number[]): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => !this.#captures.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) this.#captures.add(id);
    const rows = await this.rows('captures', 'id', fresh);
    for (const [table, column] of this.#children('captures')) await this.rows(table, column, fresh);
    await this.articles(rows.flatMap(({ article_id }) => (typeof article_id === 'number' ? [article_id] : [])));
  }

  /** Articles with all that hangs on them, their captures included. */
  async articles(ids: readonly number[]): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => !this.#articles.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) this.#articles.add(id);
    await this.rows('articles', 'id', fresh);
    for (const [table, column] of this.#children('articles')) await this.rows(table, column, fresh);
    const captures = await this.rows('captures', 'article_id', fresh);
    await this.captures(captures.map(({ id }) => Number(id)));
  }

  /** What articles are reprints of, without what hangs on that. */
  async originals(ids: readonly number[]): Promise<void> {
    const reprints = await this.rows('article_reprints', 'article_id', ids);
    await this.rows(
      'articles',
      'id',
      reprints.map(({ reprint_of }) => reprint_of ?? null),
    );
  }

  /** The articles of stories, of those that the captures at hand show, and of those as part of which they are shown. */
  async stories(named: Seeds['stories']): Promise<void> {
    const siteOf = new Map(this.#all('SELECT host, site_id FROM site_hosts').map(([host, id]) => [host, Number(id)]));
    let wanted = named.flatMap(([host, key]): readonly (readonly [number, string])[] => {
      const site = siteOf.get(host);
      return site === undefined ? [] : [[site, key]];
    });
    for (let found = -1; found < this.#articles.size; ) {
      found = this.#articles.size;
      const shown = this.#all(
        'SELECT DISTINCT story_site_id, story_key FROM capture_records WHERE story_key IS NOT NULL',
      );
      wanted = [...wanted, ...shown.map(([site, key]): readonly [number, string] => [Number(site), String(key)])];
      const joins = await this.pairs('story_joins', ['site_id', 'key'], wanted);
      const targets = joins.map(({ into_site_id, into_key }): readonly [number, string] => [
        Number(into_site_id),
        String(into_key),
      ]);
      const articles = await this.pairs('articles', ['site_id', 'key'], [...wanted, ...targets]);
      await this.articles(articles.map(({ id }) => Number(id)));
    }
  }

  /** The captures that mention issues as these readings: what a reading says is made of all of them. */
  async mentions(readings: readonly number[]): Promise<void> {
    const rows = await this.rows('capture_issues', 'reading_id', readings);
    const ids = rows.map(({ capture_id }) => capture_id ?? null);
    await this.rows('captures', 'id', ids);
    await this.rows('capture_records', 'capture_id', ids);
    await this.#parts();
  }

  /** What the rows at hand refer to; `withIssues`: and every issue of their sites. */
  async finish(withIssues: boolean): Promise<void> {
    const ids = (sql: string): readonly Cell[] => this.#all(sql).map(([id]) => id ?? null);
    await this.#sitesOf(
      ids(
        'SELECT site_id FROM captures UNION SELECT site_id FROM articles UNION SELECT story_site_id FROM capture_records',
      ),
    );
    await this.rows(
      'sources',
      'id',
      ids('SELECT source_id FROM capture_locations UNION SELECT source_id FROM revisits'),
    );
    await this.rows('keywords', 'id', ids('SELECT keyword_id FROM article_keywords'));
    await this.#parts();
    const mentioned = ids('SELECT 1 FROM capture_issues LIMIT 1').length > 0;
    if (!withIssues && !mentioned) return;
    const sites = ids('SELECT id FROM sites');
    await this.rows('issue_readings', 'site_id', sites);
    await this.rows('issues', 'site_id', sites);
  }

  /** What the records at hand have in common with others. */
  async #parts(): Promise<void> {
    const wanted = 'SELECT reading_part FROM capture_records UNION SELECT margin_part FROM capture_records';
    const hashes = this.#all(`SELECT * FROM (${wanted}) EXCEPT SELECT hash FROM record_parts`);
    await this.rows(
      'record_parts',
      'hash',
      hashes.map(([hash]) => hash ?? null),
    );
  }

  /** What imports found of the sites of one import, or of all sites. */
  async siteHistories(importId: number | null): Promise<void> {
    const condition = importId === null ? '' : 'WHERE import_id = $1';
    const values = importId === null ? [] : [importId];
    const { rows } = await this.client.query<{ id: number }>(
      `SELECT DISTINCT site_id AS id FROM import_sites ${condition}`,
      values,
    );
    const sites = rows.map(({ id }) => id);
    await this.rows('sites', 'id', sites);
    await this.rows('import_sites', 'site_id', sites);
  }

  /** The capture with the highest number. */
  async newestCapture(): Promise<void> {
    const { rows } = await this.client.query<{ id: number | null }>('SELECT max(id) AS id FROM captures');
    await this.rows('captures', 'id', [rows[0]?.id ?? null]);
  }

  /** Names under which what was loaded is locked. */
  lockNames(): readonly string[] {
    const rows = this.#all(
      `SELECT url_key, headline_key, host, story_key FROM capture_records LEFT JOIN sites ON sites.id = story_site_id`,
    );
    return rows.flatMap(([url, headline, host, key]) => [
      ...(url === null ? [] : [`url ${url}`]),
      ...(headline === null ? [] : [`headline ${headline}`]),
      ...(key === null ? [] : [`story ${host} ${key}`]),
    ]);
  }

  /** Loads the rows in which a column has one of the values, and gives them.. */
  async rows(name: string, column: string, values: readonly Cell[], condition = ''): Promise<readonly Fields[]> {
    const wanted = [...new Set(values)].filter((value) => value !== null);
    if (wanted.length === 0) return [];
    const table = this.table(name);
    const rows = await readRows(this.client, table, { column, values: wanted, condition });
    this.set.put(table, rows);
    return rows.map((row) => fieldsOf(table, row));
  }

  async pairs(
    name: string,
    columns: readonly [string, string],
    pairs: readonly (readonly [number, string])[],
  ): Promise<readonly Fields[]> {
    if (pairs.length === 0) return [];
    const table = this.table(name);
    const rows = await readPairs(this.client, table, { columns, pairs });
    this.set.put(table, rows);
    return rows.map((row) => fieldsOf(table, row));
  }

  table(name: string): TableModel {
    const table = this.set.model.tables.find((entry) => entry.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    return table;
  }

  /** Tables whose rows hang on those of another, by the column that names it. What hangs on a capture comes with the capture. */
  #children(parent: 'articles' | 'captures'): readonly (readonly [table: string, column: string])[] {
    const { tables } = this.set.model;
    const hangs = ({ references }: TableModel): boolean => references.some(({ table }) => table === 'captures');
    const wanted = parent === 'captures' ? tables : tables.filter((table) => !hangs(table));
    return wanted
      .filter(({ name }) => name !== 'captures')
      .flatMap(({ name, references }) =>
        references
          .filter(({ table }) => table === parent)
          .map(({ column }): readonly [string, string] => [name, column]),
      );
  }

  #all(sql: string): readonly (readonly Cell[])[] {
    return this.set.db.prepare<[], Cell[]>(sql).raw().all();
  }
}

function fieldsOf({ columns }: TableModel, row: readonly Cell[]): Fields {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]));
}
