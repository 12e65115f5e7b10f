import type { Diagnostic } from '../model/diagnostic.js';
import type { ByteReader } from './byte-reader.js';
import { MAX_RECORD_BYTES } from './dump-input.js';
import { endOfHead, type Fields, readContentType, readFields } from './head-fields.js';
import { ownLength, readHttpMessage } from './http-message.js';
import {
  AFTER_BYTES,
  isFiller,
  isFollowed,
  LINE_FEED,
  nextRecordIn,
  nextVersionIn,
  VERSION,
  withoutLineEnds,
} from './warc-bounds.js';

/** What stands at one place of a WARC file. */
export type WarcUnit =
  | {
      readonly kind: 'record';
      /** Where the record begins, in the unpacked stream. */
      readonly position: number;
      readonly locator: string;
      readonly fields: Fields;
      readonly block: Uint8Array;
      /** True where the length that the head gives is the true one. */
      readonly isSound: boolean;
      readonly diagnostics: readonly Diagnostic[];
      /** What is wrong with the gzip member that holds this record alone; where it holds several, nobody knows which one is meant. */
      readonly damage: Diagnostic | null;
    }
  | {
      readonly kind: 'fault';
      readonly locator: string;
      readonly code: string;
      readonly message: string;
      /** Of a record that is too large; null where not even a head could be read. */
      readonly large: { readonly fields: Fields; readonly mediaType: string | null } | null;
    }
  /** The file ends within a record. */
  | { readonly kind: 'cut'; readonly locator: string | null; readonly resumeAt: number | null };

const MARK = Uint8Array.from([0xef, 0xbb, 0xbf]);
const MAX_HEAD_BYTES = 65_536;
const TERMINATOR_BYTES = 4;
const WRONG_LENGTH: Diagnostic = {
  code: 'warc-length',
  message: 'The Content-Length of the WARC record is wrong; its end was found by what follows.',
};

/**
 * Splits a WARC file into records. A block ends where its length says, if a record or the end of the file follows there;
 * only otherwise its end is looked for, so that a page that quotes a WARC record is one record.
 */
export class WarcRecords {
  private isAfterRecord = false;
  /** Gzip members of several records that do not fit their checksum, by the first of these records. */
  private readonly doubtful = new Map<number, Diagnostic & { readonly locator: string }>();

  constructor(private readonly reader: ByteReader) {}

  /** The next unit; null at the end of the file. */
  async next(): Promise<WarcUnit | null> {
    if (this.reader.position === 0) await this.skipMark();
    const lines = await this.skipLineEnds();
    const { position } = this.reader;
    const start = await this.reader.peek(VERSION.length);
    if (start.length === 0) {
      // Two empty lines end a record; in a gzip file the end of the member does.
      const isCut = this.isAfterRecord && this.reader.framing === null && lines < 2;
      return isCut ? { kind: 'cut', locator: null, resumeAt: this.offsetAt(position) } : null;
    }
    this.isAfterRecord = false;
    if (start.every((byte, index) => byte === VERSION[index])) return this.readRecord(position);
    if (start.length < VERSION.length) return this.cut(position);
    await this.skipToRecord(Number.POSITIVE_INFINITY);
    return this.fault(position, 'not-a-record', 'Here should be a WARC record; passed over up to the next one.');
  }

  private async readRecord(position: number): Promise<WarcUnit> {
    const head = await this.takeHead();
    if (head === null) {
      const window = await this.reader.peek(MAX_HEAD_BYTES);
      if (window.length < MAX_HEAD_BYTES && !this.troubleAt(position)?.isLost) return this.cut(position);
      this.reader.pass(VERSION.length);
      await this.skipToRecord(Number.POSITIVE_INFINITY);
      return this.lost(position) ?? this.fault(position, 'warc-head', 'The head of the WARC record has no end.');
    }
    const fields = readFields(head);
    const declared = /^\d{1,15}$/.test(fields.get('content-length') ?? '')
      ? Number(fields.get('content-length'))
      : null;
    const size = await this.findEnd(declared);
    const lost = this.lost(position);
    if (lost !== null) {
      await this.reader.skip(typeof size === 'number' ? size : (await this.reader.peek(MAX_RECORD_BYTES)).length);
      return lost;
    }
    if (size === 'cut') return this.cut(position);
    if (size === 'large') return this.skipLarge(position, fields, declared);
    const locator = this.locatorAt(position);
    const trouble = this.troubleAt(position);
    const isSound = size === declared;
    this.isAfterRecord = true;
    const diagnostics = [
      ...(isSound ? [] : [WRONG_LENGTH]),
      ...(trouble === null ? [] : [{ code: trouble.code, message: trouble.message }]),
    ];
    const damage = trouble !== null && this.isAlone(position, size) ? trouble : null;
    const member = this.reader.framing?.endOfUnit(position) ?? position;
    if (trouble !== null && damage === null && !this.doubtful.has(member))
      this.doubtful.set(member, { code: trouble.code, message: trouble.message, locator });
    const block = await this.reader.take(size);
    return { kind: 'record', position, locator, fields, block, isSound, diagnostics, damage };
  }

  /** Damage that cannot be laid to one record, known when all were read. */
  doubts(): readonly (Diagnostic & { readonly locator: string })[] {
    const told = this.reader.framing?.untold() ?? [];
    return told.length > 0 ? told : [...this.doubtful.values()];
  }

  /** Whether the record that begins at `position`, and whose block of this size comes next, has a gzip member to itself. */
  private isAlone(position: number, size: number): boolean {
    const end = this.reader.framing?.endOfUnit(position) ?? null;
    return end !== null && this.offsetAt(position) !== null && end - (this.reader.position + size) <= TERMINATOR_BYTES;
  }

  private async skipLarge(position: number, fields: Fields, declared: number | null): Promise<WarcUnit> {
    const message = `The record is larger than ${MAX_RECORD_BYTES >> 20} MB.`;
    const head = readHttpMessage(await this.reader.peek(MAX_HEAD_BYTES));
    const { mediaType } = readContentType((head?.fields ?? fields).get('content-type'));
    const isCut = !(await this.skipToRecord(declared ?? Number.POSITIVE_INFINITY));
    if (isCut && declared !== null) return this.cut(position);
    return { ...this.fault(position, 'record-too-large', message), large: { fields, mediaType } };
  }

  /** The head with its empty line; null where it does not end. */
  private async takeHead(): Promise<Uint8Array | null> {
    for (let size = 2048; ; size *= 4) {
      const bytes = await this.reader.peek(Math.min(size, MAX_HEAD_BYTES));
      const end = endOfHead(bytes);
      if (end !== null) return this.reader.take(end);
      if (bytes.length < size) return null;
    }
  }

  /** Size of the block from here: as declared if that fits, else as its HTTP head, its gzip member or the next record says. */
  private async findEnd(declared: number | null): Promise<number | 'cut' | 'large'> {
    const { position } = this.reader;
    const unitEnd = this.reader.framing?.endOfUnit(position) ?? null;
    if (declared !== null && declared <= MAX_RECORD_BYTES) {
      if (unitEnd === position + declared + TERMINATOR_BYTES) return declared;
      const bytes = await this.reader.peek(declared + AFTER_BYTES);
      if (isFollowed(bytes, declared, bytes.length < declared + AFTER_BYTES)) return declared;
    }
    const window = await this.reader.peek(MAX_RECORD_BYTES);
    const isWhole = window.length < MAX_RECORD_BYTES;
    const own = ownLength(window);
    // Two heads that agree are right, whatever follows; with too few bytes after them the file is cut.
    if (own !== null && own === declared && window.length >= declared) return declared;
    if (own !== null && own === declared && isWhole) return 'cut';
    if (own !== null && own !== declared && own < window.length && isFollowed(window, own, isWhole)) return own;
    const unit = this.unitSize(position, window);
    if (unit !== null) return unit;
    const next = nextRecordIn(window);
    if (next !== null) return next;
    if (!isWhole) return 'large';
    return declared !== null && declared > window.length ? 'cut' : withoutLineEnds(window, window.length);
  }

  /** Size of the block by the end of its gzip member, if the next member begins a record. */
  private unitSize(position: number, window: Uint8Array): number | null {
    const end = this.reader.framing?.endOfUnit(position) ?? null;
    if (end === null || end - position > window.length) return null;
    const size = withoutLineEnds(window, end - position);
    return end - position < window.length && isFollowed(window, size, false) ? size : null;
  }

  /** Passes up to `limit` bytes, or up to the next record; false where neither came before the end of the file. */
  private async skipToRecord(limit: number): Promise<boolean> {
    for (let passed = 0; passed < limit; ) {
      const window = await this.reader.peek(Math.min(MAX_HEAD_BYTES * 4, limit - passed));
      const at = nextVersionIn(window);
      if (at !== null) {
        await this.reader.skip(at);
        return true;
      }
      if (window.length < Math.min(MAX_HEAD_BYTES * 4, limit - passed)) {
        await this.reader.skip(window.length);
        return false;
      }
      // A version line may stand across the end of the window.
      const step = passed + window.length >= limit ? window.length : window.length - AFTER_BYTES;
      passed += await this.reader.skip(step);
    }
    return true;
  }

  /** Passes a byte order mark, which editors put before a file. */
  private async skipMark(): Promise<void> {
    const start = await this.reader.peek(MARK.length);
    if (start.length === MARK.length && start.every((byte, index) => byte === MARK[index]))
      this.reader.pass(MARK.length);
  }

  /** Passes line ends; gives how many lines ended. */
  private async skipLineEnds(): Promise<number> {
    let lines = 0;
    for (;;) {
      const bytes = await this.reader.peek(TERMINATOR_BYTES);
      let size = 0;
      while (size < bytes.length && isFiller(bytes[size])) {
        if (bytes[size] === LINE_FEED) lines += 1;
        size += 1;
      }
      this.reader.pass(size);
      if (size < TERMINATOR_BYTES) return lines;
    }
  }

  private cut(position: number): WarcUnit {
    const { broken } = this.reader;
    if (broken !== null && broken.code !== 'truncated') {
      return {
        kind: 'fault',
        locator: this.locatorAt(position),
        code: broken.code,
        message: broken.message,
        large: null,
      };
    }
    return { kind: 'cut', locator: this.locatorAt(position), resumeAt: this.offsetAt(position) };
  }

  private fault(position: number, code: string, message: string): Extract<WarcUnit, { kind: 'fault' }> {
    return { kind: 'fault', locator: this.locatorAt(position), code, message, large: null };
  }

  private lost(position: number): WarcUnit | null {
    const trouble = this.troubleAt(position);
    return trouble?.isLost ? this.fault(position, trouble.code, trouble.message) : null;
  }

  private troubleAt(position: number) {
    return this.reader.framing?.troubleAt(position) ?? null;
  }

  private locatorAt(position: number): string {
    return this.reader.framing?.locatorAt(position) ?? `offset:${position}`;
  }

  private offsetAt(position: number): number | null {
    return this.reader.framing === null ? position : this.reader.framing.offsetAt(position);
  }
}
