import type { Transform } from 'node:stream';
import { constants, createInflateRaw, inflateRawSync, type Zlib } from 'node:zlib';
import { BrokenStream, type ByteReader } from './byte-reader.js';
import { MAX_EXPANSION_BYTES, MAX_RATIO } from './dump-input.js';

/** Packed bytes handed to the unpacker at a time: what they can become (a thousand times as much) is held at once. */
const PIECE_BYTES = 16_384;
/** Output buffer of one-shot unpacking: a usual page in one piece. */
const CHUNK_BYTES = 81_920;

/** What came of unpacking bytes at hand: whole (with the packed bytes it took), too large, in need of more bytes, or damaged. */
export type Inflated =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly consumed: number }
  | { readonly kind: 'too-large' | 'short' | 'corrupt' };

/** Unpacks raw deflate data at the beginning of `packed`, at most `limit` bytes of it. */
export function inflateAtHand(packed: Uint8Array, limit: number): Inflated {
  try {
    // With `info` the result is an object (nodejs.org/api/zlib.html, "info"); the types do not know.
    const result: unknown = inflateRawSync(packed, { info: true, maxOutputLength: limit, chunkSize: CHUNK_BYTES });
    const { buffer, engine } = result as { readonly buffer: Uint8Array; readonly engine: { bytesWritten: number } };
    return { kind: 'whole', bytes: buffer, consumed: engine.bytesWritten };
  } catch (error) {
    return { kind: faults[codeOf(error)] ?? 'corrupt' };
  }
}

const faults: Readonly<Record<string, 'too-large' | 'short'>> = {
  ERR_BUFFER_TOO_LARGE: 'too-large',
  Z_BUF_ERROR: 'short',
};

/** Code of an error of zlib or of the system; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Unpacks raw deflate data from a reader, which stands behind it afterwards. Throws `BrokenStream`. */
export function inflateFrom(reader: ByteReader): AsyncGenerator<Uint8Array> {
  return unpackFrom(reader, createInflateRaw({ finishFlush: constants.Z_FINISH }));
}

/** Unpacks with any of zlib's engines. The reader stands behind the packed data afterwards. Throws `BrokenStream`. */
export async function* unpackFrom(reader: ByteReader, engine: Transform & Zlib): AsyncGenerator<Uint8Array> {
  const feed = new Feed(engine);
  let given = 0;
  try {
    for (;;) {
      const piece = await reader.peek(PIECE_BYTES);
      const before = engine.bytesWritten;
      const isEnd = piece.length === 0 ? await feed.end() : await feed.write(piece);
      const consumed = engine.bytesWritten - before;
      reader.pass(consumed);
      for (const bytes of feed.output()) {
        given += bytes.length;
        if (isTooMuch(given, engine.bytesWritten)) throw tooMuch();
        yield bytes;
      }
      if (feed.error !== null) throw brokenBy(feed.error);
      if (isEnd || consumed < piece.length) return;
    }
  } finally {
    engine.close();
  }
}

/** Whether packed data grows more than any dump does. */
export function isTooMuch(unpacked: number, packed: number): boolean {
  return unpacked > MAX_EXPANSION_BYTES && unpacked > packed * MAX_RATIO;
}

/** The end of a stream that grows without measure. */
export function tooMuch(): BrokenStream {
  return new BrokenStream(
    'expansion',
    `Unpacked it is more than ${MAX_EXPANSION_BYTES >> 20} MB and more than ${MAX_RATIO} times as large.`,
  );
}

function brokenBy(error: unknown): BrokenStream {
  return faults[codeOf(error)] === 'short'
    ? new BrokenStream('truncated', 'The packed data ends early.')
    : new BrokenStream('corrupt', 'The packed data is damaged.');
}

/** An engine fed by hand, its output collected. After an error an engine calls nobody back, so every wait ends with it too. */
class Feed {
  private parts: Uint8Array[] = [];
  private wake: (() => void) | null = null;
  error: unknown = null;

  constructor(private readonly engine: Transform) {
    engine.on('data', (bytes: Uint8Array) => this.parts.push(bytes));
    engine.on('end', () => this.wake?.());
    engine.on('error', (error) => {
      this.error = error;
      this.wake?.();
    });
  }

  /** Gives one piece; false, since only the bytes consumed tell whether the data has ended. */
  async write(piece: Uint8Array): Promise<boolean> {
    await this.until((done) => this.engine.write(piece, done));
    return false;
  }

  /** Says that no more comes. */
  async end(): Promise<boolean> {
    await this.until(() => this.engine.end());
    return true;
  }

  private async until(start: (done: () => void) => void): Promise<void> {
    if (this.error !== null) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      start(resolve);
    });
    this.wake = null;
  }

  *output(): Generator<Uint8Array> {
    const parts = this.parts;
    this.parts = [];
    yield* parts;
  }
}
