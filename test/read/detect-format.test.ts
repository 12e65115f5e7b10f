import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/read/detect-format.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const kindOf = (head: Uint8Array, name = 'dump'): string => {
  const found = detectFormat(head, name);
  return found.kind === 'no-page' ? `no-page ${found.detail}` : `${found.kind} ${found.format}`;
};

const contents: readonly (readonly [fact: string, head: Uint8Array, name: string, expected: string])[] = [
  ['takes a doctype for HTML', bytes('\n<!DOCTYPE html><html>'), 'a.txt', 'dump html'],
  ['takes a comment before html for HTML', bytes('<!-- saved --><html lang="kk">'), 'x', 'dump html'],
  ['takes an XML prolog before html for HTML', bytes('<?xml version="1.0"?><html xmlns="x">'), 'x', 'dump html'],
  ['takes loose markup for HTML', bytes('<div class="text">Су</div>'), 'x', 'dump html'],
  ['takes a feed for XML', bytes('<?xml version="1.0"?><rss version="2.0">'), 'x', 'no-page xml'],
  ['takes an object a line for JSON Lines', bytes('{"url":"https://a.example/"}\n{"url":'), 'x', 'dump jsonl'],
  ['takes one object for JSON Lines', bytes('{"html":"<p>"}'), 'x', 'dump jsonl'],
  ['takes a broken first line for JSON Lines by its name', bytes('{"html":\n{}'), 'x.jsonl', 'dump jsonl'],
  [
    'takes an object over several lines for a file beside the pages',
    bytes('{\n "a": 1\n}\n'),
    'a.json',
    'no-page json',
  ],
  ['takes an array for a file beside the pages', bytes('[1, 2]'), 'x', 'no-page json'],
  ['takes Kazakh text for text', bytes('№24 (8735) 23\n\n23 наурыз 2024 ж.\n'), 'x', 'dump text'],
  [
    'takes text with a few tags inside for text',
    bytes(`${'Ауыл туралы. '.repeat(900)}<p>Су</p>`),
    'a.txt',
    'dump text',
  ],
  ['takes cp1251 text for text', Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a]), 'x', 'dump text'],
  ['takes UTF-16 with a mark for text', Buffer.from('\ufeffСу келді', 'utf16le'), 'x', 'dump text'],
  ['takes UTF-16 without a mark for text', Buffer.from('News of the day.\n'.repeat(9), 'utf16le'), 'x', 'dump text'],
  ['takes UTF-16 markup for HTML', Buffer.from('\ufeff<!DOCTYPE html><html>', 'utf16le'), 'x', 'dump html'],
  [
    'takes a JPEG named .html for an image',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    'a.html',
    'no-page image',
  ],
  ['takes a PDF for a PDF', bytes('%PDF-1.7 …'), 'a.txt', 'no-page pdf'],
  ['takes zeros for a binary file', new Uint8Array(400), 'a.txt', 'no-page binary'],
  ['takes a stylesheet by its name', bytes('body{margin:0}'), 'main.css', 'no-page stylesheet'],
  ['knows 7z, which it cannot read', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), 'a.7z', 'dump 7z'],
  ['knows rar, which it cannot read', bytes('Rar!\x1a\x07\x01\0'), 'a.rar', 'dump rar'],
  ['takes a zip file for a container', bytes('PK\x03\x04….'), 'a.zip', 'dump zip'],
];

describe('detectFormat()', () => {
  it.each(contents)('%s', (_fact, head, name, expected) => {
    expect(kindOf(head, name)).toBe(expected);
  });

  it('comes to an end on comments that never close', () => {
    expect(kindOf(bytes('<!--'.repeat(16_000)))).toBe('dump text');
  });
});
