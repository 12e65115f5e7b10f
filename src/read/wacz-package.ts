import { parseJson } from './jsonl.js';
import type { ZipEntry } from './zip-directory.js';

/** What a WACZ says of its parts (specs.webrecorder.net/wacz/1.1.1, "datapackage.json"). */
export interface DataPackage {
  readonly software: string | null;
  /** SHA-256 of an entry, lower-case hexadecimal, where it is listed. */
  hashOf(name: string): string | null;
  /** The kind under which an entry that holds no pages is tallied; null for the others. */
  partOf(name: string): string | null;
}

const PACKAGE = 'datapackage.json';
const WARC_ENTRY = /^archive\/.+\.warc(?:\.gz)?$/;
const PARTS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^datapackage(?:-digest)?\.json$/, 'wacz-package'],
  [/^pages\//, 'wacz-pages'],
  [/^indexes\//, 'wacz-index'],
  [/^logs\//, 'wacz-log'],
];
const SHA_256 = /^sha256:([0-9a-f]{64})$/i;

/** Tells a WACZ from another zip file by its entries, and reads its list of parts; null for another zip file. */
export async function readDataPackage(
  entries: readonly ZipEntry[],
  gather: (entry: ZipEntry) => Promise<Uint8Array | null>,
): Promise<DataPackage | null> {
  const listing = entries.find(({ name }) => name === PACKAGE);
  if (listing === undefined || !entries.some(({ name }) => WARC_ENTRY.test(name))) return null;
  const bytes = await gather(listing);
  const value = bytes === null ? {} : recordOf(parseJson(Buffer.from(bytes).toString('utf8')));
  const resources = Array.isArray(value.resources) ? value.resources.map(recordOf) : [];
  const hashes = new Map(
    resources.flatMap(({ path, hash }) => {
      const digest = typeof hash === 'string' ? SHA_256.exec(hash)?.[1]?.toLowerCase() : undefined;
      return typeof path === 'string' && digest ? [[path, digest] as const] : [];
    }),
  );
  return {
    software: typeof value.software === 'string' ? value.software.slice(0, 200) : null,
    hashOf: (name) => hashes.get(name) ?? null,
    partOf: (name) => PARTS.find(([pattern]) => pattern.test(name))?.[1] ?? null,
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
