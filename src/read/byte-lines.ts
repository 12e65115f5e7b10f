/** One line of a byte stream, without its line end. */
export type ByteLine =
  | { readonly kind: 'line'; readonly number: number; readonly bytes: Uint8Array; readonly ended: boolean }
  /** Longer than the limit: its bytes were passed over. */
  | { readonly kind: 'too-long'; readonly number: number; readonly head: Uint8Array };

const LINE_FEED = 0x0a;

/** Splits a stream at line feeds, numbering from `first`, holding no more than one line of at most `limit` bytes. */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  first = 1,
): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = first;
  const take = (ended: boolean): ByteLine => {
    const bytes = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    const line: ByteLine =
      size > limit ? { kind: 'too-long', number, head: bytes } : { kind: 'line', number, bytes, ended };
    parts = [];
    size = 0;
    number += 1;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end));
      yield take(true);
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield take(false);

  function add(part: Uint8Array): void {
    size += part.length;
    // Past the limit only the beginning is kept, for the reject's excerpt.
    if (size > limit) parts = [Buffer.concat(parts.length > 0 ? parts : [part]).subarray(0, 1024)];
    else if (part.length > 0) parts.push(part);
  }
}
