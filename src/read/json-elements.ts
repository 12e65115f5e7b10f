/** One element of a JSON list, or one of several objects behind each other, as bytes; `number` counts from 1 and is null for a text that is one object. */
export type JsonElement =
  | { readonly kind: 'element'; readonly number: number | null; readonly bytes: Uint8Array }
  /** Longer than the limit: its bytes were passed over. */
  | { readonly kind: 'too-long'; readonly number: number | null; readonly head: Uint8Array }
  /** The text ends within this element, or before the list does (then without bytes). */
  | { readonly kind: 'cut'; readonly number: number | null; readonly bytes: Uint8Array };

const SIGN = {
  quote: 0x22,
  backslash: 0x5c,
  comma: 0x2c,
  open: 0x7b,
  close: 0x7d,
  openList: 0x5b,
  closeList: 0x5d,
} as const;
const HEAD_BYTES = 1024;

/** Splits a stream at the elements of its outermost lists, or into the objects that stand behind each other, holding no more than one element of at most `limit` bytes. */
export async function* jsonElements(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<JsonElement> {
  const scan = new Scan(limit);
  for await (const chunk of chunks) yield* scan.take(chunk);
  yield* scan.end();
}

/** The state of a scan over JSON: how deep it is, whether inside a string, and the element in hand. */
class Scan {
  private depth = 0;
  private isString = false;
  private isEscaped = false;
  private isList: boolean | null = null;
  /** Several objects or lists stand behind each other without a list around them. */
  private isRow = false;
  private parts: Uint8Array[] = [];
  private size = 0;
  private number = 0;

  constructor(private readonly limit: number) {}

  *take(chunk: Uint8Array): Generator<JsonElement> {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.isString) {
        at = this.passString(chunk, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (byte === SIGN.quote) this.isString = this.depth > 0;
      else if (byte === SIGN.open || byte === SIGN.openList) {
        if (this.depth === 0) {
          this.isRow ||= this.isList !== null;
          if (this.isRow) yield* this.give();
          this.isList = byte === SIGN.openList;
          from = this.isList ? at + 1 : at;
        }
        this.depth += 1;
      } else if (this.depth === 0) {
        from = at + 1;
      } else if (byte === SIGN.close || byte === SIGN.closeList) {
        this.depth -= 1;
        if (this.depth > 0) continue;
        this.add(chunk.subarray(from, this.isList ? at : at + 1));
        from = at + 1;
        if (this.isList) yield* this.give();
      } else if (byte === SIGN.comma && this.depth === 1 && this.isList) {
        this.add(chunk.subarray(from, at));
        from = at + 1;
        yield* this.give();
      }
    }
    if (this.depth > 0) this.add(chunk.subarray(from));
  }

  *end(): Generator<JsonElement> {
    if (this.depth === 0 && this.isList !== null) return yield* this.give();
    const bytes = trimmed(Buffer.concat(this.parts));
    yield { kind: 'cut', number: this.isList === false && !this.isRow ? null : this.number + 1, bytes };
  }

  /** Passes a string up to its end or the end of the chunk; gives the last index passed. */
  private passString(chunk: Uint8Array, start: number): number {
    for (let at = start; at < chunk.length; at += 1) {
      if (this.isEscaped) this.isEscaped = false;
      else if (chunk[at] === SIGN.backslash) this.isEscaped = true;
      else if (chunk[at] === SIGN.quote) {
        this.isString = false;
        return at;
      }
    }
    return chunk.length;
  }

  private add(part: Uint8Array): void {
    this.size += part.length;
    if (this.size > this.limit)
      this.parts = [Buffer.concat([...this.parts, part.subarray(0, HEAD_BYTES)]).subarray(0, HEAD_BYTES)];
    else if (part.length > 0) this.parts.push(part);
  }

  private *give(): Generator<JsonElement> {
    const bytes = trimmed(Buffer.concat(this.parts));
    const isTooLong = this.size > this.limit;
    this.parts = [];
    this.size = 0;
    if (bytes.length === 0) return;
    this.number += 1;
    const number = this.isList || this.isRow ? this.number : null;
    yield isTooLong ? { kind: 'too-long', number, head: bytes } : { kind: 'element', number, bytes };
  }
}

function trimmed(bytes: Uint8Array): Uint8Array {
  let start = 0;
  let end = bytes.length;
  while (start < end && (bytes[start] ?? 0) <= 0x20) start += 1;
  while (end > start && (bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  return bytes.subarray(start, end);
}
