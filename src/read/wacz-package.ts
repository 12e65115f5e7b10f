import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.js';
import { parseJson } from './jsonl.js';
import type { ZipEntry } from './zip-directory.js';

/** What a WACZ says of its parts (specs.webrecorder.net/wacz/1.1.1, "datapackage.json"). */
export interface DataPackage {
  readonly software: string | null;
  /** What is wrong with the list itself: it was changed, or names parts that are not there. */
  readonly faults: readonly (Diagnostic & { readonly entry: string })[];
  /** SHA-256 of an entry, lower-case hexadecimal, where it is listed. */
  hashOf(name: string): string | null;
  /** The kind under which an entry that holds no pages is tallied; null for the others. */
  partOf(name: string): string | null;
}

const PACKAGE = 'datapackage.json';
const PACKAGE_DIGEST = 'datapackage-digest.json';
const WARC_ENTRY = /^archive\/.+\.warc(?:\.gz)?$/;
const PARTS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^datapackage(?:-digest)?\.json$/, 'wacz-package'],
  [/^pages\//, 'wacz-pages'],
  [/^indexes\//, 'wacz-index'],
  [/^logs\//, 'wacz-log'],
];
const MOST_MISSING = 100;
const CHANGED = {
  code: 'wacz-hash',
  message: 'datapackage.json does not fit its hash in datapackage-digest.json.',
  entry: PACKAGE,
};
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
  const names = new Set(entries.map(({ name }) => name));
  const missing = [...hashes.keys()].filter((name) => !names.has(name)).slice(0, MOST_MISSING);
  return {
    faults: [
      ...(bytes === null || (await isAsSealed(bytes, entries, gather)) ? [] : [CHANGED]),
      ...missing.map((entry) => ({
        code: 'wacz-missing',
        message: 'datapackage.json lists an entry that is not there.',
        entry,
      })),
    ],
    software: typeof value.software === 'string' ? value.software.slice(0, 200) : null,
    hashOf: (name) => hashes.get(name) ?? null,
    partOf: (name) => PARTS.find(([pattern]) => pattern.test(name))?.[1] ?? null,
  };
}

/** Whether the list of parts is the one whose hash `datapackage-digest.json` holds; true where nothing says so. */
async function isAsSealed(
  listing: Uint8Array,
  entries: readonly ZipEntry[],
  gather: (entry: ZipEntry) => Promise<Uint8Array | null>,
): Promise<boolean> {
  const seal = entries.find(({ name }) => name === PACKAGE_DIGEST);
  const bytes = seal === undefined ? null : await gather(seal);
  const { hash } = bytes === null ? {} : recordOf(parseJson(Buffer.from(bytes).toString('utf8')));
  const digest = typeof hash === 'string' ? SHA_256.exec(hash)?.[1]?.toLowerCase() : undefined;
  return digest === undefined || digest === createHash('sha256').update(listing).digest('hex');
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
