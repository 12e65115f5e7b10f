import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.js';
import { readPage } from '../../src/page.js';

const seed = resolve(import.meta.dirname, '../../../shared/cases/seed');

function captureOf(path: string): Capture {
  const payload = readFileSync(path);
  return {
    source: { path, format: 'text', locator: 'file' },
    url: null,
    capturedAt: null,
    capturedAtBasis: null,
    httpStatus: null,
    mediaType: 'text/plain',
    charsetDeclared: null,
    payload,
    contentSha256: createHash('sha256').update(payload).digest('hex'),
    recordId: null,
    diagnostics: [],
  };
}

describe('readPage() of a real page', () => {
  it.skipIf(!existsSync(seed))('gives everything that must be read from it', () => {
    const expected: unknown = JSON.parse(readFileSync(resolve(seed, 'expected.json'), 'utf8'));
    const record = readPage(captureOf(resolve(seed, 'page.txt')), {
      charset: null,
      site: null,
      baseUrl: null,
      profiles: [],
    });
    expect(record).toMatchObject(expected as object);
  });
});
