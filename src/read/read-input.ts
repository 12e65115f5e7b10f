import { readArc } from './arc.js';
import { ByteReader } from './byte-reader.js';
import { readTable } from './csv.js';
import { type DetectedFormat, detectFormat, SNIFF_BYTES, utf16Of } from './detect-format.js';
import {
  DONE,
  type DumpInput,
  FAILED,
  locate,
  MAX_DEPTH,
  type Reader,
  type Reading,
  type RecordOptions,
  type RecordStream,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { readJson } from './json.js';
import { readJsonLines } from './jsonl.js';
import { layerOf } from './layers.js';
import { readMhtml } from './mhtml.js';
import { readHtmlFile, readTextFile } from './page-file.js';
import { pathFilter } from './path-filter.js';
import type { RandomAccess } from './random-access.js';
import { readTar } from './tar.js';
import { readWarc } from './warc.js';
import { readZip } from './zip.js';
import { readZipDirectory } from './zip-directory.js';

/** Format → reader. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['html', readHtmlFile],
  ['text', readTextFile],
  ['mhtml', readMhtml],
  ['jsonl', readJsonLines],
  ['json', readJson],
  ['csv', readTable],
  ['warc', readWarc],
  ['arc', readArc],
  ['wacz', readZip],
  ['zip', readZip],
  ['tar', readTar],
]);

/** Names of the formats that can be read; packings (gzip …) are taken off by themselves. */
export const formats: readonly string[] = [...readers.keys()];

/** Formats of one page, which carries what was noted of its stream; of all others it is said at their end. */
const PAGES: ReadonlySet<string> = new Set(['html', 'text', 'mhtml']);

/** Formats that are split at single bytes: in UTF-16 (spreadsheets, PowerShell) they are turned into UTF-8 first. */
const IN_UTF8: ReadonlySet<string> = new Set(['jsonl', 'json', 'csv']);

/** An input without its packing, and what it is; `empty` where it has no bytes, `packed` where this program cannot unpack it. */
export interface SniffedInput {
  readonly found: DetectedFormat | { readonly kind: 'empty' } | { readonly kind: 'packed'; readonly remedy: string };
  /** Name of the format, for the source: `warc` also for a packed one. */
  readonly format: string;
  readonly input: Omit<DumpInput, 'format'>;
  /** The packed streams that hold it, from the outermost inwards. */
  readonly packings: readonly ByteReader[];
  /** True where places of the unpacked bytes are places of the dump: not packed, or a row of gzip members. */
  readonly isAddressable: boolean;
}

/** Packings one inside the other that are taken off. */
const MAX_LAYERS = 4;

/** Takes packings off and tells what an input is. `given` is the name of the format where the user says it. */
export async function sniffInput(input: Omit<DumpInput, 'format'>, given: string | null): Promise<SniffedInput> {
  let inner = input;
  const packings: ByteReader[] = [];
  for (let layers = 0; ; layers += 1) {
    const head = await inner.reader.peek(SNIFF_BYTES);
    const isAddressable = layers === 0 || (layers === 1 && inner.reader.framing !== null);
    const facts = { input: inner, packings, isAddressable };
    if (head.length === 0) return { found: { kind: 'empty' }, format: given ?? 'empty', ...facts };
    const found = await withZipEnd(detectFormat(head, inner.name), inner.random);
    const format = found.kind === 'no-page' ? found.detail : found.format;
    const layer = found.kind === 'dump' ? layerOf(format) : null;
    const wide = IN_UTF8.has(given ?? format) ? utf16Of(head) : null;
    if (wide !== null) {
      packings.push(inner.reader);
      inner = { ...inner, reader: fromUtf16(inner.reader, wide), random: null };
      return {
        found: { kind: 'dump', format: given ?? format },
        format: given ?? format,
        input: inner,
        packings,
        isAddressable: false,
      };
    }
    if (layer === null || layers === MAX_LAYERS) {
      return given === null
        ? { found, format, ...facts }
        : { found: { kind: 'dump', format: given }, format: given, ...facts };
    }
    if (layer.unpack === null) return { found: { kind: 'packed', remedy: layer.remedy }, format, ...facts };
    packings.push(inner.reader);
    const unpacked = { name: innerName(inner.name, layer.ending), reader: layer.unpack(inner.reader), random: null };
    inner = { ...inner, ...unpacked };
  }
}

/** Reads a sniffed dump with all that lies in it. */
export async function* readSniffed(
  { found, input, packings }: SniffedInput,
  format: string,
  options: RecordOptions,
): RecordStream {
  const isWanted = pathFilter(options);
  const reading: Reading = { options, isWanted, readEntry: (entry) => readEntry(entry, options) };
  const end = yield* readFound(found, { ...input, format }, reading);
  const locator = locate(input, 'file');
  for (const { notes } of tellsNotes(found, input.reader) ? packings : [...packings, input.reader])
    for (const { code, message } of notes) yield reject(locator, code, message);
  return end;
}

function tellsNotes(found: SniffedInput['found'], { framing }: ByteReader): boolean {
  if (found.kind !== 'dump') return false;
  // A reader of WARC tells what is wrong with the members of a gzip file.
  return PAGES.has(found.format) || (found.format === 'warc' && framing !== null);
}

async function* readEntry(entry: DumpInput, options: RecordOptions): RecordStream {
  if (entry.depth > MAX_DEPTH) {
    yield reject(
      locate(entry, 'file'),
      'nested-too-deep',
      `Containers lie inside each other more than ${MAX_DEPTH} deep.`,
    );
    return FAILED;
  }
  const sniffed = await sniffInput(entry, null);
  return yield* readSniffed(sniffed, entry.format, options);
}

async function* readFound(found: SniffedInput['found'], input: DumpInput, reading: Reading): RecordStream {
  const locator = locate(input, 'file');
  if (found.kind === 'no-page') {
    yield { kind: 'skipped', locator, detail: found.detail };
    return DONE;
  }
  if (found.kind === 'dump') {
    const reader = readers.get(found.format);
    if (reader) return yield* reader(input, reading);
    yield reject(locator, 'unsupported-format', `This is a ${found.format} file, which cannot be read.`);
    return FAILED;
  }
  if (found.kind === 'packed') {
    yield reject(locator, 'unsupported-format', `This packing cannot be read; unpack it first: ${found.remedy}.`);
    return FAILED;
  }
  const { broken } = input.reader;
  yield broken === null ? reject(locator, 'empty', 'The file is empty.') : reject(locator, broken.code, broken.message);
  return broken?.code === 'truncated' ? TRUNCATED : FAILED;
}

/** A program that unpacks itself is a zip file too: what tells is at its end. */
async function withZipEnd(found: DetectedFormat, random: RandomAccess | null): Promise<DetectedFormat> {
  if (found.kind === 'dump' || found.detail !== 'binary' || random === null) return found;
  const entries = await readZipDirectory(random);
  await random.close();
  return entries === null || entries.length === 0 ? found : { kind: 'dump', format: 'zip' };
}

function fromUtf16(wide: ByteReader, charset: 'utf-16le' | 'utf-16be'): ByteReader {
  return new ByteReader(utf8Of(wide, charset));
}

async function* utf8Of(wide: ByteReader, charset: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(charset);
  for await (const bytes of wide.chunks()) yield Buffer.from(decoder.decode(bytes, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
  if (wide.broken !== null) throw wide.broken;
}

/** `a.jsonl.gz` holds `a.jsonl`, `a.tgz` a tar. */
function innerName(name: string, ending: RegExp): string {
  return name.replace(/\.tgz$/i, '.tar.gz').replace(ending, '');
}
