import { type DumpInput, locate, MAX_RECORD_BYTES, type ReadRecord, reject } from './dump-input.js';
import type { WarcUnit } from './warc-records.js';

type WarcRecord = Extract<WarcUnit, { kind: 'record' }>;

interface Held {
  readonly record: WarcRecord;
  readonly parts: Uint8Array[];
  size: number;
}

/** Joins records that a crawler cut into segments (ISO 28500, section 8), where all of them stand in one file. */
export class WarcSegments {
  private readonly held = new Map<string, Held>();
  private size = 0;

  /** Whether records wait for their segments. */
  get isWaiting(): boolean {
    return this.held.size > 0;
  }

  /** Takes the first segment of a record, which waits for the rest; false for a record that is whole, or too much to hold. */
  begins(record: WarcRecord): boolean {
    const id = record.fields.get('warc-record-id');
    if (id === undefined || !isFirstSegment(record) || !this.hasRoom(record)) return false;
    this.held.set(id, { record, parts: [record.block], size: record.block.length });
    this.size += record.block.length;
    return true;
  }

  /** Takes a further segment; gives the record where it is the last one. */
  continues(segment: WarcRecord): WarcRecord | null {
    const id = segment.fields.get('warc-segment-origin-id') ?? '';
    const held = this.held.get(id);
    if (held === undefined || Number(segment.fields.get('warc-segment-number')) !== held.parts.length + 1) return null;
    if (!this.hasRoom(segment)) return null;
    held.parts.push(segment.block);
    held.size += segment.block.length;
    this.size += segment.block.length;
    if (Number(segment.fields.get('warc-segment-total-length')) !== held.size) return null;
    this.held.delete(id);
    this.size -= held.size;
    return { ...held.record, block: Buffer.concat(held.parts) };
  }

  /** A reject for each record whose segments did not all come. */
  *rest(input: DumpInput): Generator<ReadRecord> {
    for (const { record } of this.held.values()) yield toSegmentReject(record, input);
    this.held.clear();
  }

  private hasRoom({ block }: WarcRecord): boolean {
    return this.size + block.length <= MAX_RECORD_BYTES;
  }
}

/** Whether a record is the first of several segments. */
export function isFirstSegment({ fields }: WarcRecord): boolean {
  return fields.get('warc-segment-number')?.trim() === '1';
}

/** The reject of a record that is only the beginning of a page. */
export function toSegmentReject(record: WarcRecord, input: DumpInput): ReadRecord {
  const message = 'The record is the first segment of a page; the others are not in this file.';
  return reject(locate(input, record.locator), 'warc-segment', message);
}
