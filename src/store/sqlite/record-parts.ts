import type { Database } from 'better-sqlite3';
import { partHash, type StoredParts, wholeRecord } from '../../archive/record-parts.js';

/** What a row of `capture_records` holds of a record, and where the rest of it is. */
export interface KeptRecord {
  readonly record: string;
  readonly readingPart: number | null;
  readonly marginPart: number | null;
}

/** SQL for the whole record of a row of `capture_records`, as canonical JSON. */
export const WHOLE_RECORD = `whole_record(record, (SELECT json FROM record_parts WHERE hash = reading_part),
  (SELECT json FROM record_parts WHERE hash = margin_part))`;

/** Parts that are remembered as being there. */
const MOST = 1000;

/** Teaches a connection `whole_record(record, reading, margin)` and `part_hash(json)`. No trigger, view or index needs them. */
export function defineParts(db: Database): void {
  const text = (value: unknown): string | null => (value === null ? null : String(value));
  const options = { deterministic: true, directOnly: true };
  db.function('whole_record', options, (own, reading, margin) =>
    wholeRecord({ own: String(own), reading: text(reading), margin: text(margin) }),
  );
  db.function('part_hash', options, (json) => partHash(String(json)));
}

/** Rows of `record_parts`: what captures have in common, each once. */
export class PartTable {
  readonly #statements: ReturnType<typeof prepare>;
  #known = new Map<string, number>();

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Keeps the parts of a record. Where two parts have one hash, which nobody has seen yet, the record is kept whole. */
  keep(parts: StoredParts): KeptRecord {
    const { own, reading, margin } = parts;
    const readingPart = this.#put(reading);
    const marginPart = margin === null ? null : this.#put(margin);
    if (readingPart === null || (margin !== null && marginPart === null)) {
      return { record: wholeRecord(parts), readingPart: null, marginPart: null };
    }
    return { record: own, readingPart, marginPart };
  }

  /** Takes away what no capture has. */
  clear(): void {
    this.#statements.clear.run();
    this.reset();
  }

  /** Forgets what it has put, after a transaction was undone. */
  reset(): void {
    this.#known = new Map();
  }

  #put(json: string): number | null {
    const known = this.#known.get(json);
    if (known !== undefined) return known;
    const hash = partHash(json);
    this.#statements.put.run(hash, json);
    if (this.#statements.get.get(hash)?.json !== json) return null;
    if (this.#known.size >= MOST) this.reset();
    this.#known.set(json, hash);
    return hash;
  }
}

function prepare(db: Database) {
  return {
    put: db.prepare<[number, string]>('INSERT OR IGNORE INTO record_parts (hash, json) VALUES (?, ?)'),
    get: db.prepare<[number], { json: string }>('SELECT json FROM record_parts WHERE hash = ?'),
    clear: db.prepare(`
      DELETE FROM record_parts WHERE NOT EXISTS (SELECT 1 FROM capture_records WHERE reading_part = hash)
      AND NOT EXISTS (SELECT 1 FROM capture_records WHERE margin_part = hash)`),
  };
}
