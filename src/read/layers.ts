import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { ByteReader } from './byte-reader.js';
import { gunzip } from './gzip.js';
import { unpackFrom } from './inflate.js';

/** A file packed as a whole: what is inside is sniffed again. */
interface Layer {
  /** Endings of names that the packer added. */
  readonly ending: RegExp;
  /** Null where this Node cannot unpack it. */
  readonly unpack: ((packed: ByteReader) => ByteReader) | null;
  /** How a person unpacks it. */
  readonly remedy: string;
}

type Engine = Transform & zlib.Zlib;
const zstd: unknown = Reflect.get(zlib, 'createZstdDecompress');

const layers: Readonly<Record<string, Layer>> = {
  gzip: { ending: /\.(?:gz|gzip|tgz)$/i, unpack: gunzip, remedy: 'gzip -d' },
  brotli: {
    ending: /\.br$/i,
    unpack: (packed) => unpackWith(packed, zlib.createBrotliDecompress()),
    remedy: 'brotli -d',
  },
  zstd: {
    ending: /\.zstd?$/i,
    // Node 22.15 and later.
    unpack: typeof zstd === 'function' ? (packed) => unpackWith(packed, zstd() as Engine) : null,
    remedy: 'zstd -d',
  },
  bzip2: { ending: /\.bz2$/i, unpack: null, remedy: 'bzip2 -d' },
  xz: { ending: /\.xz$/i, unpack: null, remedy: 'xz -d' },
  '7z': { ending: /\.7z$/i, unpack: null, remedy: '7z x' },
  rar: { ending: /\.rar$/i, unpack: null, remedy: 'unrar x' },
};

/** What a format means as a packing; null where it is none. */
export function layerOf(format: string): Layer | null {
  return layers[format] ?? null;
}

function unpackWith(packed: ByteReader, engine: Engine): ByteReader {
  return new ByteReader(unpackFrom(packed, engine));
}
