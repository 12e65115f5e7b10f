import type { Database } from 'better-sqlite3';
import { isSound } from '../../archive/kept-page.js';
import type { KeptPage } from '../../model/capture.js';
import type { Damage } from '../../model/verify.js';
import type { Place } from './captures.js';
import { sealSql } from './row-hashes.js';

type PageRow = Pick<KeptPage, 'contentSha256' | 'bytes' | 'payload'>;
interface PlaceRow extends Omit<KeptPage, 'payload'> {
  readonly pageId: number;
}

/** Kept pages that no place holds any more. */
const ORPHANS = 'DELETE FROM kept_pages WHERE NOT EXISTS (SELECT 1 FROM kept_places WHERE page_id = kept_pages.id)';

/** Pages that an archive keeps, once each, and the places at which they were found. */
export class KeptPages {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Keeps the page that was found at a place. */
  keep({ sourceId, locator }: Place, { contentSha256, bytes, payload, facts }: KeptPage): void {
    const { page, addPage, addPlace, seal } = this.#statements;
    const known = page.get(contentSha256)?.id;
    const id = known ?? addPage.run(contentSha256, bytes, payload).lastInsertRowid;
    addPlace.run(sourceId, locator, id, facts);
    seal.run(sourceId, locator);
  }

  /** The page that was kept at a place; its bytes are read when they are asked for. */
  at({ sourceId, locator }: Place): KeptPage | null {
    const row = this.#statements.at.get(sourceId, locator);
    if (row === undefined) return null;
    const { payload } = this.#statements;
    const { pageId, ...kept } = row;
    return {
      ...kept,
      get payload() {
        return payload.get(pageId)?.payload ?? new Uint8Array();
      },
    };
  }

  /** Lets go of the places at which a capture was found. */
  leave(captureId: number): void {
    this.#statements.leave.run(captureId);
  }

  /** Lets go of the pages that no place holds. */
  clear(): void {
    this.#statements.clear.run();
  }

  /** Pages whose bytes are not those that were fetched. */
  *damages(): Generator<Damage> {
    for (const page of this.#statements.all.iterate()) {
      if (isSound(page)) continue;
      const message = 'its bytes are not those of its content_sha256';
      yield { check: 'hashes', table: 'kept_pages', row: page.contentSha256, message };
    }
  }
}

function prepare(db: Database) {
  return {
    page: db.prepare<[string], { id: number }>('SELECT id FROM kept_pages WHERE content_sha256 = ?'),
    addPage: db.prepare<[string, number, Uint8Array]>(
      'INSERT INTO kept_pages (content_sha256, bytes, payload) VALUES (?, ?, ?)',
    ),
    addPlace: db.prepare<[number, string, number | bigint, string]>(`
      INSERT INTO kept_places (source_id, locator, page_id, facts) VALUES (?, ?, ?, ?)
      ON CONFLICT (source_id, locator) DO UPDATE SET page_id = excluded.page_id, facts = excluded.facts`),
    seal: db.prepare<[number, string]>(sealSql('kept_places', 'source_id = ? AND locator = ?')),
    at: db.prepare<[number, string], PlaceRow>(`
      SELECT page_id AS pageId, content_sha256 AS contentSha256, bytes, facts
      FROM kept_places JOIN kept_pages ON kept_pages.id = page_id WHERE source_id = ? AND locator = ?`),
    payload: db.prepare<[number], { payload: Uint8Array }>('SELECT payload FROM kept_pages WHERE id = ?'),
    leave: db.prepare<[number]>(`
      DELETE FROM kept_places WHERE (source_id, locator) IN
      (SELECT source_id, locator FROM capture_locations WHERE capture_id = ?)`),
    clear: db.prepare<[]>(ORPHANS),
    all: db.prepare<[], PageRow>('SELECT content_sha256 AS contentSha256, bytes, payload FROM kept_pages'),
  };
}
