import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../src/model/capture.js';
import type { CaptureRecord } from '../src/model/extraction.js';
import { readPage } from '../src/page.js';
import { repairSegments } from '../src/repair/repair.js';
import { profiles } from '../src/sites/profiles.js';

const samples = resolve(import.meta.dirname, '../samples');

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

/** One page with what must be read from it. Keys that begin with `$` are notes to this test. */
interface Pair {
  readonly name: string;
  readonly capture: Capture;
  readonly expected: JsonObject;
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['txt', 'text/plain'],
  ['html', 'text/html'],
]);

/** Where a line of JSON Lines may keep its page, its media type, and the moment of its capture. */
const contentKeys: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['content', 'text/html'],
  ['text', 'text/plain'],
]);
const momentKeys = ['capturedAt', 'timestamp', 'date'];

const pages = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(dumps|pages)\/.*\.(txt|html)$/.test(path))
  .sort();

/** `a/b.txt` → `a/b.expected.json`. */
function expectationPath(path: string): string {
  return join(samples, path.replace(/\.[a-z]+$/, '.expected.json'));
}

function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function toList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function toText(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

interface Found {
  readonly path: string;
  readonly locator: string;
  readonly payload: Uint8Array;
  readonly mediaType: string;
  readonly url: string | null;
  readonly capturedAt: string | null;
}

function toCapture({ path, locator, payload, mediaType, url, capturedAt }: Found): Capture {
  return {
    source: { path, format: mediaType === 'text/html' ? 'html' : 'text', locator },
    url,
    capturedAt,
    capturedAtBasis: capturedAt === null ? null : 'record',
    httpStatus: null,
    mediaType,
    charsetDeclared: null,
    payload,
    contentSha256: createHash('sha256').update(payload).digest('hex'),
    recordId: null,
    diagnostics: [],
  };
}

function pagePair(path: string): Pair {
  const expected = toObject(readJson(expectationPath(path)));
  const given = toObject(expected.$capture);
  const capture = toCapture({
    path,
    locator: 'file',
    payload: readFileSync(join(samples, path)),
    mediaType: mediaTypes.get(path.split('.').at(-1) ?? '') ?? 'text/plain',
    url: toText(given.url),
    capturedAt: toText(given.capturedAt),
  });
  return { name: path, capture, expected };
}

function linePairs(path: string): readonly Pair[] {
  const expected = toList(readJson(expectationPath(path)));
  const lines = readFileSync(join(samples, path), 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    const record = toObject(JSON.parse(line));
    const key = [...contentKeys.keys()].find((name) => name in record) ?? 'text';
    const moment = momentKeys.map((name) => toText(record[name])).find((value) => value !== null) ?? null;
    const locator = `line:${index + 1}`;
    const capture = toCapture({
      path,
      locator,
      payload: Buffer.from(toText(record[key]) ?? ''),
      mediaType: contentKeys.get(key) ?? 'text/plain',
      url: toText(record.url),
      capturedAt: moment,
    });
    return { name: `${path} ${locator}`, capture, expected: toObject(expected[index]) };
  });
}

/** What differs between a record and its expectation, one line a difference: `path: value, not expected value`. */
function differences(actual: Json | undefined, expected: Json, path: string): readonly string[] {
  if (path.endsWith('.repairs')) return repairDifferences(toList(actual), toList(expected), path);
  if (path.endsWith('.attributions')) return listDifferences(byRole(toList(actual)), byRole(toList(expected)), path);
  if (Array.isArray(expected)) return listDifferences(toList(actual), expected, path);
  if (!isObject(expected)) return Object.is(actual, expected) ? [] : [difference(actual, expected, path)];
  if (!isObject(actual)) return [difference(actual, expected, path)];
  const seen = withoutOptional(actual, toList(expected.$bodyOptional));
  return Object.entries(expected)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([key, value]) => differences(seen[key], value, `${path}.${key}`));
}

function difference(actual: Json | undefined, expected: Json, path: string): string {
  return `${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
}

function listDifferences(actual: readonly Json[], expected: readonly Json[], path: string): readonly string[] {
  if (actual.length !== expected.length) return [difference(actual, expected, path)];
  return expected.flatMap((value, index) => differences(actual[index], value, `${path}[${index}]`));
}

/** The article without the body lines that a reader may keep or leave out. */
function withoutOptional(actual: JsonObject, optional: readonly Json[]): JsonObject {
  if (optional.length === 0) return actual;
  return { ...actual, articleBody: toList(actual.articleBody).filter((line) => !optional.includes(line)) };
}

/** The contract does not order attributions. */
function byRole(list: readonly Json[]): readonly Json[] {
  const key = (value: Json) => `${toText(toObject(value).role)} ${toText(toObject(value).name)}`;
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A repair may show the whole line or the piece that changed; each expected one is there, and none besides. */
function repairDifferences(actual: readonly Json[], expected: readonly Json[], path: string): readonly string[] {
  const missing = expected.filter((want) => !actual.some((found) => isSameRepair(toObject(found), toObject(want))));
  const surplus = actual.filter((found) => !expected.some((want) => isSameRepair(toObject(found), toObject(want))));
  return [
    ...missing.map((want) => `${path}: no ${JSON.stringify(want)} among ${JSON.stringify(actual)}`),
    ...surplus.map((found) => `${path}: unwanted ${JSON.stringify(found)}`),
  ];
}

function isSameRepair(actual: JsonObject, expected: JsonObject): boolean {
  return Object.entries(expected).every(([key, value]) => {
    if (key === 'before' || key === 'after') return isPart(actual[key] ?? null, value);
    return actual[key] === value;
  });
}

function isPart(a: Json, b: Json): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a.includes(b) || b.includes(a) : a === b;
}

function readRecord(capture: Capture): CaptureRecord {
  return readPage(capture, { charset: null, site: null, baseUrl: null, profiles });
}

const pairs: readonly Pair[] = [...pages.map(pagePair), ...linePairs('dumps/crawl.jsonl')];

describe('samples', () => {
  it('have an expectation for every page', () => {
    expect(pages.filter((path) => !existsSync(expectationPath(path)))).toEqual([]);
  });

  it.each(pairs.map((pair) => [pair.name, pair] as const))('readPage() reads %s', (_name, { capture, expected }) => {
    const record: Json = JSON.parse(JSON.stringify(readRecord(capture)));
    expect(differences(record, expected, 'record')).toEqual([]);
  });
});

/** A damaged line, alone or after the other lines of its page. `why`: for a known failure, what stands in the way. */
interface DamagedLine {
  readonly label: string;
  readonly damaged: string;
  readonly clean: string;
  readonly method?: string;
  readonly page?: readonly string[];
}

/** A line that looks damaged and means what it says. */
interface SoundLine {
  readonly label: string;
  readonly text: string;
}

function readCases<Case>(name: string): readonly Case[] {
  return JSON.parse(readFileSync(join(samples, 'mojibake', `${name}.json`), 'utf8'));
}

function expectRepaired({ damaged, clean, method, page = [] }: DamagedLine): void {
  const { texts, steps } = repairSegments([...page, damaged]);
  expect(texts).toEqual([...page, clean]);
  if (method !== undefined) expect(steps.map((step) => step.method)).toContain(method);
}

describe('mojibake samples', () => {
  it.each(readCases<DamagedLine>('in-the-wild'))('repairSegments() mends in the wild: $label', expectRepaired);

  it.each(readCases<DamagedLine>('synthetic'))('repairSegments() mends synthetic: $label', expectRepaired);

  it.each(readCases<SoundLine>('negative'))('repairSegments() leaves alone: $label', ({ text }) => {
    expect(repairSegments([text])).toEqual({ texts: [text], steps: [] });
  });

  describe('known failures', () => {
    for (const failure of readCases<DamagedLine>('known-failures')) {
      it.fails(`repairSegments() cannot mend: ${failure.label}`, () => expectRepaired(failure));
    }
  });
});
