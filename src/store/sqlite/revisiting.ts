import type { Intake, Outcome, Tables } from './intake.js';
import { type RevisitRow, type RevisitTable, revisited } from './revisits.js';

/**
 * Makes captures of the revisits whose page the archive holds, and takes them out again where it no longer does: what a revisit makes is a
 * function of the captures of its page, whichever came first.
 */
export class Revisiting {
  constructor(
    private readonly tables: Tables,
    private readonly revisits: RevisitTable,
    private readonly intake: Intake,
  ) {}

  /** Settles the revisits that came, and those of pages whose captures came, changed or went. By id of the revisit. */
  settle(added: readonly RevisitRow[]): ReadonlyMap<number, Outcome> {
    if (added.length === 0 && this.revisits.isEmpty()) return new Map();
    const pages = new Set(this.intake.seeds.flatMap(({ urlKey }) => urlKey ?? []));
    const rows = new Map([...added, ...this.revisits.ofPages(pages)].map((row) => [row.id, row]));
    return new Map([...rows.values()].map((row) => [row.id, this.settleOne(row)]));
  }

  private settleOne(row: RevisitRow): Outcome {
    const { captures, stories } = this.tables;
    const target = this.revisits.targetOf(row);
    if (target === null) {
      this.release(row);
      return { kind: 'skipped' };
    }
    const record = revisited(this.intake.unlinked.get(target)?.record ?? stories.recordOf(target), row);
    if (row.capture_id !== null && this.intake.isSame(row.capture_id, record)) return { kind: 'unchanged' };
    this.release(row);
    const outcome = this.intake.take(record, row.source_id);
    this.revisits.setCapture(row, captures.at(row.source_id, row.locator)?.id ?? null);
    return outcome;
  }

  /** Takes a revisit from the capture that it made. */
  private release(row: RevisitRow): void {
    if (row.capture_id === null) return;
    this.revisits.leave(row);
    this.revisits.setCapture(row, null);
    if (this.tables.captures.locationCount(row.capture_id) === 0) this.intake.drop(row.capture_id);
    else this.intake.reconsider(row.capture_id);
  }
}
