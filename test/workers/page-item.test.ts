import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.js';
import { readPageItem } from '../../src/workers/page-item.js';
import { cpuTime } from '../cpu-time.js';

const options = { charset: null, site: null, baseUrl: null, profiles: [] };

function pageOf(html: string): Capture {
  return {
    source: { path: 'a.html', format: 'html', locator: 'file' },
    ...{ url: null, capturedAt: null, capturedAtBasis: null, httpStatus: null, charsetDeclared: null, recordId: null },
    mediaType: 'text/html',
    payload: Buffer.from(html),
    contentSha256: 'f00',
    diagnostics: [],
  };
}

const STORY = pageOf(
  `<title>Су келді</title><h1>Су келді</h1>${'<p>Ауылға <b>таза</b> су құбыры тартылды.</p>'.repeat(9)}`,
);
const isRead = (mostWork: number): boolean => readPageItem(STORY, { ...options, mostWork }).kind === 'record';

/** The smallest number of steps that the story is read with. */
function workOf(): number {
  let [low, high] = [0, 1 << 20];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isRead(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

describe('readPageItem()', () => {
  it('rejects a page that takes more work than it may, and reads the next', () => {
    const rejected = readPageItem(STORY, { ...options, mostWork: 10 });
    expect(rejected).toMatchObject({
      kind: 'reject',
      reject: { code: 'too-costly', stage: 'extract', locator: 'file' },
    });
    expect(readPageItem(STORY, options).kind).toBe('record');
  });

  it('counts the same work for a page whatever was read before it', () => {
    const work = workOf();
    expect(work).toBeGreaterThan(10);
    readPageItem(pageOf('<div class="story"><h1>От</h1><p>Жел тұрды.</p></div>'), options);
    expect(workOf()).toBe(work);
  });

  it('keeps the page of a reject, so that a later version can read it without its dump', () => {
    const item = readPageItem(STORY, { ...options, mostWork: 10, keepPages: true });
    expect(item).toMatchObject({ kept: { contentSha256: 'f00', bytes: STORY.payload.length } });
  });

  it.each([
    ['nested elements', '<div>'.repeat(1_600_000)],
    ['nested tables', '<table><tr><td>'.repeat(530_000)],
    [
      'a damaged line that fits a clean one nearly everywhere',
      `${`<p>${'аб '.repeat(300_000)}\ufffdаб</p>`.repeat(4)}<p>${'аб '.repeat(600_000)}</p>`,
    ],
  ])('ends on 8 MB of %s', (_what, html) => {
    const start = cpuTime();
    expect(readPageItem(pageOf(html), options)).toMatchObject({ kind: expect.stringMatching(/record|reject/) });
    expect(cpuTime() - start).toBeLessThan(60_000);
  });
});
