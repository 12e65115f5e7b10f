import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const FIRST_BYTES = 1 << 18;

/**
 * Takes in one file after the other in the same bytes. A folder of pages read into bytes of their own leaves the memory full of them until
 * the collector comes, and full of holes afterwards.
 */
export class ReusedBytes {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);

  /** The content of a file, which holds until the next file is read. Throws what the operating system says. */
  read(path: string): Uint8Array {
    const file = openSync(path, 'r');
    try {
      let filled = 0;
      this.#makeRoom(fstatSync(file).size + 1, filled);
      for (;;) {
        const count = readSync(file, this.#bytes, filled, this.#bytes.length - filled, null);
        if (count === 0) return this.#bytes.subarray(0, filled);
        filled += count;
        // A file may grow while it is read.
        if (filled === this.#bytes.length) this.#makeRoom(filled * 2, filled);
      }
    } finally {
      closeSync(file);
    }
  }

  #makeRoom(size: number, filled: number): void {
    if (size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(size);
    larger.set(this.#bytes.subarray(0, filled));
    this.#bytes = larger;
  }
}
