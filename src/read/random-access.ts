import { type FileHandle, open } from 'node:fs/promises';

/** Bytes that can be read at any place. */
export interface RandomAccess {
  readonly size: number;
  /** Up to `length` bytes from `at`; fewer only at the end. */
  read(at: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Random access to bytes at hand. */
export function bytesAtHand(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: async (at, length) => bytes.subarray(at, at + length),
    close: async () => {},
  };
}

/** Random access to a file; the file is opened when it is first read. */
export function fileAtHand(path: string, size: number): RandomAccess {
  let handle: FileHandle | null = null;
  return {
    size,
    read: async (at, length) => {
      handle ??= await open(path);
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, at + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    close: async () => {
      await handle?.close();
      handle = null;
    },
  };
}

const PIECE_BYTES = 1 << 18;

/** A run of bytes in pieces. */
export async function* piecesOf(source: RandomAccess, at: number, length: number): AsyncGenerator<Uint8Array> {
  const end = Math.min(at + length, source.size);
  for (let from = at; from < end; ) {
    const piece = await source.read(from, Math.min(PIECE_BYTES, end - from));
    if (piece.length === 0) return;
    yield piece;
    from += piece.length;
  }
}
