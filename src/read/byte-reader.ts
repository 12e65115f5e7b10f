import type { Diagnostic } from '../model/diagnostic.js';

/** Why a stream of bytes ends before its end: it was cut, is damaged, or grows beyond all measure when unpacked. */
export class BrokenStream extends Error {
  override readonly name = 'BrokenStream';

  constructor(
    readonly code: 'truncated' | 'corrupt' | 'expansion',
    message: string,
  ) {
    super(message);
  }
}

/** What packed a stream says of places in it: a gzip file is a row of members. Positions count unpacked bytes. */
export interface Framing {
  /** Where the record that begins at this position can be found again. */
  locatorAt(position: number): string;
  /** Byte of the dump at which reading can go on at this position; null where it cannot. */
  offsetAt(position: number): number | null;
  /** End of the member that holds this position, where it is known. */
  endOfUnit(position: number): number | null;
  /** What is wrong with the member that holds this position. */
  troubleAt(position: number): Trouble | null;
  /** Damage that no record could be told of: members that gave no byte, or whose checksum came after all their records. */
  untold(): readonly (Diagnostic & { readonly locator: string })[];
}

/** Damage of a part of a stream; `isLost`: its bytes cannot be trusted to be a whole. */
export interface Trouble extends Diagnostic {
  readonly isLost: boolean;
}

const SKIP_BYTES = 65_536;

/** Reads a stream of bytes piece by piece, knowing its position; holds no more than was asked for. */
export class ByteReader {
  private buffer: Uint8Array = new Uint8Array(0);
  private at = 0;
  private isEnded = false;
  private readonly iterator: AsyncIterator<Uint8Array>;
  /** Bytes passed since the beginning of the stream, or of the dump where reading goes on within it. */
  position: number;
  /** Why the stream ended early; null while it is sound. Known once its end was met. */
  broken: BrokenStream | null = null;
  /** SHA-256 (lower-case hexadecimal) of all the bytes of the stream, where somebody computed it before. */
  sha256: string | null = null;

  /**
   * `notes` is filled by whatever produces the chunks: what is wrong with them, though they could be read. `goesOn` is true where the dump
   * goes on behind the end of the stream.
   */
  constructor(
    chunks: AsyncIterable<Uint8Array>,
    readonly framing: Framing | null = null,
    readonly notes: readonly Diagnostic[] = [],
    position = 0,
    readonly goesOn = false,
  ) {
    this.position = position;
    this.iterator = chunks[Symbol.asyncIterator]();
  }

  /** Up to `size` bytes from here, without passing them; fewer only where the stream ends. */
  async peek(size: number): Promise<Uint8Array> {
    if (this.buffer.length - this.at < size && !this.isEnded) await this.fill(size);
    return this.buffer.subarray(this.at, this.at + size);
  }

  /** All bytes at hand, without passing them: at least `size`, fewer only where the stream ends. */
  async peekAtLeast(size: number): Promise<Uint8Array> {
    if (this.buffer.length - this.at < size && !this.isEnded) await this.fill(size);
    return this.buffer.subarray(this.at);
  }

  /** Up to `size` bytes, passed; fewer only where the stream ends. */
  async take(size: number): Promise<Uint8Array> {
    const bytes = await this.peek(size);
    this.pass(bytes.length);
    return bytes;
  }

  /** Passes bytes that were peeked at. */
  pass(size: number): void {
    this.at += size;
    this.position += size;
  }

  /** Passes up to `size` bytes without holding them; gives how many there were. */
  async skip(size: number): Promise<number> {
    let left = size;
    while (left > 0) {
      const bytes = await this.take(Math.min(left, SKIP_BYTES));
      if (bytes.length === 0) break;
      left -= bytes.length;
    }
    return size - left;
  }

  /** The rest of the stream in pieces, each passed when it is given. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const bytes = await this.peekAtLeast(1);
      if (bytes.length === 0) return;
      this.pass(bytes.length);
      yield bytes;
    }
  }

  /** The rest of the stream, or null where it holds more than `limit` bytes. */
  async gather(limit: number): Promise<Uint8Array | null> {
    const bytes = await this.peek(limit + 1);
    if (bytes.length > limit) return null;
    this.pass(bytes.length);
    return bytes;
  }

  /** Stops reading and lets go of the stream. */
  async close(): Promise<void> {
    this.isEnded = true;
    await this.iterator.return?.();
  }

  /** Takes in chunks until `size` bytes are at hand, joining them once. */
  private async fill(size: number): Promise<void> {
    const parts = [this.buffer.subarray(this.at)];
    let held = parts[0]?.length ?? 0;
    while (held < size) {
      const chunk = await this.next();
      if (chunk === null) break;
      parts.push(chunk);
      held += chunk.length;
    }
    this.buffer = parts.length === 2 && parts[0]?.length === 0 && parts[1] ? parts[1] : Buffer.concat(parts);
    this.at = 0;
  }

  private async next(): Promise<Uint8Array | null> {
    try {
      const next = await this.iterator.next();
      if (!next.done) return next.value;
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      this.broken = error;
    }
    this.isEnded = true;
    return null;
  }
}

/** A reader of bytes that are at hand. */
export function readerOf(...chunks: readonly Uint8Array[]): ByteReader {
  return new ByteReader(
    (async function* () {
      yield* chunks;
    })(),
  );
}
