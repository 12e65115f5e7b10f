import type { Database } from 'better-sqlite3';
import type { ForgetSelection } from '../../model/store.js';
import { sealSql } from './row-hashes.js';

/** Sources of an import that no other import read. */
const OF_IMPORT = `
  SELECT source_id FROM import_sources WHERE import_id = ?
  AND NOT EXISTS (SELECT 1 FROM import_sources AS others WHERE others.source_id = import_sources.source_id
    AND others.import_id <> import_sources.import_id)`;
/** What belongs to imports and sources that are to be forgotten. */
export class Forgetting {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Row ids of the sources to be forgotten. */
  sourcesOf(selection: ForgetSelection): readonly number[] {
    if ('articleId' in selection) return [];
    if ('importId' in selection) return this.#ids(OF_IMPORT, selection.importId);
    return this.#ids('SELECT id FROM sources WHERE path = ?', selection.sourcePath);
  }

  /** False where the archive holds nothing of that name. */
  isKnown(selection: ForgetSelection): boolean {
    if ('importId' in selection) return this.#ids('SELECT id FROM imports WHERE id = ?', selection.importId).length > 0;
    if ('articleId' in selection)
      return this.#ids('SELECT id FROM articles WHERE id = ?', selection.articleId).length > 0;
    return this.sourcesOf(selection).length > 0;
  }

  /** Captures of an article. */
  ofArticle(articleId: number): readonly number[] {
    return this.#ids('SELECT id FROM captures WHERE article_id = ?', articleId);
  }

  /** Takes the places of captures in the sources out; gives the captures that have no other, and those that have. */
  takePlaces(sources: readonly number[]): { readonly gone: readonly number[]; readonly kept: readonly number[] } {
    const clear = this.#db.prepare<[number], number>(
      'DELETE FROM capture_locations WHERE source_id = ? RETURNING capture_id',
    );
    const held = new Set(sources.flatMap((source) => clear.pluck().all(source)));
    const isElsewhere = this.#db.prepare<[number]>('SELECT 1 FROM capture_locations WHERE capture_id = ?');
    const [gone, kept]: [number[], number[]] = [[], []];
    for (const capture of held) (isElsewhere.get(capture) === undefined ? gone : kept).push(capture);
    return { gone, kept };
  }

  /** Takes out the import and the sources, and what nothing refers to any more. */
  clear(selection: ForgetSelection, sources: readonly number[]): void {
    // In one statement, as articles are removed: each one makes the search index look whether it has something to write.
    this.#db
      .prepare<[string]>('DELETE FROM sources WHERE id IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(sources));
    if ('importId' in selection) this.#dropImport(selection.importId);
    this.#db.exec('DELETE FROM keywords WHERE id NOT IN (SELECT keyword_id FROM article_keywords)');
  }

  /** A source that another import read too is then the other's. */
  #dropImport(importId: number): void {
    this.#db.prepare('DELETE FROM import_sources WHERE import_id = ?').run(importId);
    const moved = this.#db.prepare<[number], number>(`
      UPDATE sources SET import_id = (SELECT min(import_id) FROM import_sources WHERE source_id = sources.id)
      WHERE import_id = ? RETURNING id`);
    const seal = this.#db.prepare<[number]>(sealSql('sources', 'id = ?'));
    for (const id of moved.pluck().all(importId)) seal.run(id);
    this.#db.prepare('DELETE FROM imports WHERE id = ?').run(importId);
  }

  #ids(sql: string, value: number | string): readonly number[] {
    return this.#db.prepare<[number | string], number>(sql).pluck().all(value);
  }
}
