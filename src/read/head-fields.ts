/** Fields of a head (WARC, HTTP, mail), names in lower case, the first of each name. */
export type Fields = ReadonlyMap<string, string>;

const CR = 0x0d;
const LF = 0x0a;
const FOLDED = /\r?\n[ \t]+/g;
const LINE_END = /\r?\n/;

/** Where a head ends and what follows it begins: behind the first empty line. Null where there is none. */
export function endOfHead(bytes: Uint8Array): number | null {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return null;
}

/** Reads the fields of a head; its first line is left out where it is no field (`WARC/1.1`, `HTTP/1.1 200 OK`). */
export function readFields(head: Uint8Array): Fields {
  const fields = new Map<string, string>();
  for (const line of textOf(head).replace(FOLDED, ' ').split(LINE_END)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Heads are UTF-8 by the newer standards and latin-1 by the older ones. */
export function textOf(head: Uint8Array): string {
  try {
    return strictUtf8.decode(head);
  } catch {
    return Buffer.from(head).toString('latin1');
  }
}

/** A media type without parameters, in lower case, and its charset label as it stands. */
export interface ContentType {
  readonly mediaType: string | null;
  readonly charset: string | null;
}

const CHARSET = /;\s*charset\s*=\s*["']?([^\s"';,]{1,40})/i;
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+*-]{1,80}\/[a-z0-9!#$&^_.+*-]{1,80}$/;

/** Reads a `Content-Type`. */
export function readContentType(value: string | undefined): ContentType {
  const mediaType = (value ?? '').split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '';
  return {
    mediaType: MEDIA_TYPE.test(mediaType) ? mediaType : null,
    charset: CHARSET.exec((value ?? '').slice(0, 1000))?.[1] ?? null,
  };
}
