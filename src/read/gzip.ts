import { crc32 } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.js';
import { BrokenStream, ByteReader, type Framing, readerOf, type Trouble } from './byte-reader.js';
import { MAX_PAGE_BYTES } from './dump-input.js';
import { inflateAtHand, inflateFrom } from './inflate.js';

/** One member of a gzip file (RFC 1952). Positions count unpacked bytes, offsets packed ones. */
interface Member {
  readonly offset: number;
  readonly start: number;
  end: number | null;
  trouble: Trouble | null;
}

const MAGIC = Uint8Array.from([0x1f, 0x8b, 0x08]);
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
/** Optional header fields (a file name, a comment) are never longer. */
const MAX_HEADER_BYTES = 65_536 + HEADER_BYTES;
/** Packed bytes tried at once, in turn; a larger member is unpacked as a stream. */
const WINDOWS: readonly number[] = [65_536, 1 << 20, 4 << 20];
const SCAN_BYTES = 65_536;

const CUT = 'The gzip data ends early.';
const CHECKSUM: Trouble = {
  code: 'gzip-checksum',
  message: 'The checksum or the length of the gzip member does not fit its content.',
  isLost: false,
};
const NOTHING: Diagnostic = {
  code: 'gzip-corrupt',
  message: 'The packed data is damaged; no record could be read here.',
};
const REST: Diagnostic = {
  code: 'gzip-rest',
  message: 'After the gzip data comes something else, which was not read.',
};

/** Unpacks gzip data of any number of members. */
export function gunzip(packed: ByteReader): ByteReader {
  const members = new GzipMembers(packed);
  return new ByteReader(members.chunks(), members, members.notes);
}

/** The members of a gzip file, one after the other, and where each begins. */
class GzipMembers implements Framing {
  /** Those that a reader may still ask for, in order. */
  private members: Member[] = [];
  private count = 0;
  private position = 0;
  /** One member holds all, as far as it can be known: then places are counted in the unpacked stream. */
  private isOneForAll = false;
  /** In a WARC each record is a member of its own, so that after damage the next can be looked for. */
  private isWarc = false;
  /** False where reading goes on within a file: then each record is a member. */
  private readonly isFromStart: boolean;
  readonly notes: Diagnostic[] = [];
  private readonly silent: (Diagnostic & { readonly locator: string })[] = [];

  constructor(private readonly packed: ByteReader) {
    this.isFromStart = packed.position === 0;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    while (await this.isAtMember()) {
      const member: Member = { offset: this.packed.position, start: this.position, end: null, trouble: null };
      this.count += 1;
      if (this.isWarc || this.count === 1) this.members.push(member);
      try {
        yield* this.unpack(member);
      } catch (error) {
        if (!(error instanceof BrokenStream)) throw error;
        if (error.code === 'truncated' || !this.isWarc) throw error;
        member.trouble = { code: `gzip-${error.code}`, message: error.message, isLost: true };
        // What gave no byte at all is seen by nobody.
        if (this.position === member.start) this.silent.push({ ...NOTHING, locator: `offset:${member.offset}` });
        await this.skipToMember();
      }
      member.end = this.position;
    }
  }

  locatorAt(position: number): string {
    const member = this.memberAt(position);
    if (!member || (this.isOneForAll && member.start === 0)) return `offset:${position}`;
    const inside = position - member.start;
    return inside === 0 && !this.isOneForAll ? `offset:${member.offset}` : `offset:${member.offset}!offset:${inside}`;
  }

  offsetAt(position: number): number | null {
    const member = this.memberAt(position);
    return member && member.start === position ? member.offset : null;
  }

  endOfUnit(position: number): number | null {
    return this.memberAt(position)?.end ?? null;
  }

  troubleAt(position: number): Trouble | null {
    return this.memberAt(position)?.trouble ?? null;
  }

  untold(): readonly (Diagnostic & { readonly locator: string })[] {
    return this.silent;
  }

  /** The last member that begins at or before this position; those before it are forgotten. */
  private memberAt(position: number): Member | undefined {
    let index = 0;
    while ((this.members[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= position) index += 1;
    if (index > 0) this.members = this.members.slice(index);
    return this.members[0];
  }

  private async isAtMember(): Promise<boolean> {
    const head = await this.packed.peek(MAGIC.length);
    if (head.length === 0) return false;
    if (MAGIC.every((byte, index) => head[index] === byte)) return true;
    if (head.length < MAGIC.length && head.every((byte, index) => byte === MAGIC[index]))
      throw new BrokenStream('truncated', CUT);
    if (this.isWarc) {
      if (head.some((byte) => byte !== 0)) this.silent.push({ ...NOTHING, locator: `offset:${this.packed.position}` });
      return this.skipToMember();
    }
    // Tapes and some writers fill the last block with zeros.
    if (head.some((byte) => byte !== 0)) this.notes.push(REST);
    return false;
  }

  private async *unpack(member: Member): AsyncGenerator<Uint8Array> {
    await this.passHeader();
    const whole = await this.inflateWhole();
    if (typeof whole !== 'string') {
      if (this.count === 1) this.isWarc = beginsWarc(whole);
      // What is known of a member is known before its bytes are given.
      member.end = this.position + whole.length;
      this.position = member.end;
      const fault = await this.checkTrailer(crc32(whole), whole.length);
      if (fault === 'checksum') this.note(member);
      if (this.isFirst()) this.isOneForAll = !this.packed.goesOn && (await this.packed.peek(1)).length === 0;
      yield whole;
      if (fault === 'truncated') throw new BrokenStream('truncated', CUT);
      return;
    }
    if (this.isFirst()) this.isOneForAll = whole !== 'damaged';
    yield* this.unpackLarge(member);
  }

  private isFirst(): boolean {
    return this.isFromStart && this.count === 1;
  }

  private async *unpackLarge(member: Member): AsyncGenerator<Uint8Array> {
    let sum = 0;
    const start = this.position;
    for await (const bytes of inflateFrom(this.packed)) {
      if (this.count === 1 && this.position === start) this.isWarc = beginsWarc(bytes);
      sum = crc32(bytes, sum);
      this.position += bytes.length;
      yield bytes;
    }
    const fault = await this.checkTrailer(sum, this.position - start);
    if (fault === 'checksum') {
      this.note(member);
      this.silent.push({ code: CHECKSUM.code, message: CHECKSUM.message, locator: this.locatorAt(start) });
    }
    if (fault === 'truncated') throw new BrokenStream('truncated', CUT);
  }

  private note(member: Member): void {
    member.trouble = CHECKSUM;
    this.notes.push({ code: CHECKSUM.code, message: CHECKSUM.message });
  }

  /** The content of the member, where it fits into a window (the reader then stands before its trailer); else why it must be streamed. */
  private async inflateWhole(): Promise<Uint8Array | 'too-large' | 'short' | 'damaged'> {
    for (const window of WINDOWS) {
      const packed = await this.packed.peekAtLeast(window);
      const inflated = inflateAtHand(packed, MAX_PAGE_BYTES);
      if (inflated.kind === 'whole') {
        this.packed.pass(inflated.consumed);
        return inflated.bytes;
      }
      // Damaged and cut members are streamed, for what comes before the fault.
      if (inflated.kind === 'too-large') return 'too-large';
      if (inflated.kind === 'corrupt') return 'damaged';
      if (packed.length < window) return 'short';
    }
    return 'too-large';
  }

  private async passHeader(): Promise<void> {
    const head = await this.packed.peek(HEADER_BYTES);
    const flags = head[3] ?? 0;
    if (head.length < HEADER_BYTES) throw new BrokenStream('truncated', CUT);
    if (flags & FLAG.reserved) throw new BrokenStream('corrupt', 'The gzip header is damaged.');
    const size = flags === 0 ? HEADER_BYTES : headerSize(await this.packed.peek(MAX_HEADER_BYTES), flags);
    if (size === null) throw new BrokenStream('truncated', CUT);
    this.packed.pass(size);
  }

  private async checkTrailer(sum: number, size: number): Promise<'checksum' | 'truncated' | null> {
    const trailer = Buffer.from(await this.packed.take(TRAILER_BYTES));
    if (trailer.length < TRAILER_BYTES) return 'truncated';
    return trailer.readUInt32LE(0) === sum && trailer.readUInt32LE(4) === size % 2 ** 32 ? null : 'checksum';
  }

  /** Passes damaged bytes up to the next member that holds a WARC record. */
  private async skipToMember(): Promise<boolean> {
    for (;;) {
      const bytes = Buffer.from(await this.packed.peek(SCAN_BYTES));
      const at = bytes.indexOf(MAGIC);
      if (at < 0) {
        if (bytes.length < SCAN_BYTES) {
          this.packed.pass(bytes.length);
          return false;
        }
        this.packed.pass(bytes.length - MAGIC.length + 1);
        continue;
      }
      this.packed.pass(at);
      if (await beginsWarcMember(await this.packed.peek(SCAN_BYTES))) return true;
      this.packed.pass(1);
    }
  }
}

function headerSize(head: Uint8Array, flags: number): number | null {
  let size = HEADER_BYTES;
  if (flags & FLAG.extra) size += 2 + (head[size] ?? 0) + (head[size + 1] ?? 0) * 256;
  for (const flag of [FLAG.name, FLAG.comment]) {
    if (!(flags & flag)) continue;
    const end = head.indexOf(0, size);
    if (end < 0) return null;
    size = end + 1;
  }
  if (flags & FLAG.headerChecksum) size += 2;
  return size <= head.length ? size : null;
}

async function beginsWarcMember(packed: Uint8Array): Promise<boolean> {
  const flags = packed[3] ?? 0;
  const size = flags & FLAG.reserved ? null : headerSize(packed, flags);
  if (size === null) return false;
  try {
    for await (const bytes of inflateFrom(readerOf(packed.subarray(size)))) return beginsWarc(bytes);
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error;
  }
  return false;
}

function beginsWarc(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 5)).toString('latin1') === 'WARC/';
}
