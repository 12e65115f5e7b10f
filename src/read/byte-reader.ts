/** Reads a stream of bytes piece by piece, knowing its position; holds no more than was asked for. */
export class ByteReader {
  private buffer: Uint8Array = new Uint8Array(0);
  private at = 0;
  private isEnded = false;
  private readonly chunks: AsyncIterator<Uint8Array>;
  /** Bytes passed since the beginning of the stream. */
  position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Up to `size` bytes from here, without passing them; fewer only where the stream ends. */
  async peek(size: number): Promise<Uint8Array> {
    while (this.buffer.length - this.at < size && !this.isEnded) await this.fill(size);
    return this.buffer.subarray(this.at, this.at + size);
  }

  /** Up to `size` bytes, passed; fewer only where the stream ends. */
  async take(size: number): Promise<Uint8Array> {
    const bytes = await this.peek(size);
    this.pass(bytes.length);
    return bytes;
  }

  /** Passes up to `size` bytes without holding them; gives how many there were. */
  async skip(size: number): Promise<number> {
    let left = size;
    while (left > 0) {
      const bytes = await this.take(Math.min(left, 65_536));
      if (bytes.length === 0) break;
      left -= bytes.length;
    }
    return size - left;
  }

  /** Bytes up to and including the next `mark`, or null (nothing passed) where it does not come within `limit` bytes. */
  async takeThrough(mark: Uint8Array, limit: number): Promise<Uint8Array | null> {
    for (let size = Math.min(4096, limit); ; size = Math.min(size * 4, limit)) {
      const bytes = await this.peek(size);
      const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(mark);
      if (end >= 0) return this.take(end + mark.length);
      if (bytes.length < size || size === limit) return null;
    }
  }

  /** Stops reading and lets go of the stream. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private pass(size: number): void {
    this.at += size;
    this.position += size;
  }

  /** Takes in chunks until `size` bytes are at hand, joining them once. */
  private async fill(size: number): Promise<void> {
    const parts = [this.buffer.subarray(this.at)];
    let held = parts[0]?.length ?? 0;
    while (held < size) {
      const next = await this.chunks.next();
      if (next.done) {
        this.isEnded = true;
        break;
      }
      parts.push(next.value);
      held += next.value.length;
    }
    this.buffer = parts.length === 2 && parts[0]?.length === 0 && parts[1] ? parts[1] : Buffer.concat(parts);
    this.at = 0;
  }
}
