import {
  DONE,
  type DumpInput,
  locate,
  type ReadEnd,
  type Reading,
  type ReadRecord,
  type RecordStream,
  reject,
  TRUNCATED,
} from './dump-input.js';
import { type Fields, readFields } from './head-fields.js';
import { kindOfMediaType } from './page-kind.js';
import { mayHoldPage, readWarcRecord, type WarcPlace } from './warc-page.js';
import { WarcRecords, type WarcUnit } from './warc-records.js';
import { isFirstSegment, toSegmentReject, WarcSegments } from './warc-segments.js';

type Record = Extract<WarcUnit, { kind: 'record' }>;

/** Reads a WARC file (ISO 28500, versions 1.0 and 1.1), unpacked or unpacked on the way. */
export async function* readWarc(input: DumpInput, reading: Reading): RecordStream {
  const records = new WarcRecords(input.reader);
  const place = { input, options: reading.options };
  const segments = new WarcSegments();
  let crawler: string | null = null;
  for (let unit = await records.next(); unit !== null; unit = await records.next()) {
    if (unit.kind === 'cut') {
      if (unit.locator !== null)
        yield reject(locate(input, unit.locator), 'truncated', 'The dump ends in the middle of this record.');
      // Segments that wait are read again with those that come.
      const resumeAt = input.prefix === null && !segments.isWaiting ? unit.resumeAt : null;
      yield* segments.rest(input);
      return { ...TRUNCATED, resumeAt, crawler };
    }
    if (unit.kind === 'fault') {
      const locator = locate(input, unit.locator);
      const detail = unit.large === null ? null : kindOfLarge(unit.large);
      if (detail !== null) yield { kind: 'skipped', locator, detail };
      else yield reject(locator, unit.code, unit.message);
    } else {
      crawler ??= crawlerOf(unit);
      yield* readUnit(unit, place, segments);
    }
  }
  yield* segments.rest(input);
  return yield* endOf(input, records, crawler);
}

/** The records of a unit: none of the first segment of a page, then the whole page with its last one. */
function* readUnit(unit: Record, place: WarcPlace, segments: WarcSegments): Generator<ReadRecord> {
  if (mayHoldPage(unit.fields) && isFirstSegment(unit)) {
    if (!segments.begins(unit)) yield toSegmentReject(unit, place.input);
    return;
  }
  const joined = segments.continues(unit);
  if (joined !== null) yield readWarcRecord(joined, place);
  yield readWarcRecord(unit, place);
}

/** The kind of a record that is too large, where it is certainly no page: a video, say. */
function kindOfLarge({ fields, mediaType }: NonNullable<Extract<WarcUnit, { kind: 'fault' }>['large']>): string | null {
  return mayHoldPage(fields) ? kindOfMediaType(mediaType) : 'warc-large';
}

/** What the file as a whole was found to be, once all of it was read. */
async function* endOf(input: DumpInput, records: WarcRecords, crawler: string | null): RecordStream {
  const end: ReadEnd = { ...DONE, crawler };
  for (const { locator, code, message } of records.doubts()) yield reject(locate(input, locator), code, message);
  const { broken, framing, position } = input.reader;
  if (broken === null) return end;
  const resumeAt = input.prefix === null ? (framing?.offsetAt(position) ?? null) : null;
  if (broken.code === 'truncated') return { ...TRUNCATED, resumeAt, crawler };
  yield reject(locate(input, 'file'), broken.code, broken.message);
  return end;
}

function crawlerOf({ fields, block }: Record): string | null {
  if (fields.get('warc-type')?.toLowerCase() !== 'warcinfo') return null;
  const info: Fields = readFields(block.subarray(0, 65_536));
  return info.get('software')?.slice(0, 200) || null;
}
