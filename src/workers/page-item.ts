import type { Capture } from '../model/capture.js';
import type { Reject, StoreItem } from '../model/store.js';
import { type PageOptions, readPage } from '../page.js';

/** Code of the reject of a page on which the program itself failed. */
export const BUG = 'internal-error';

/** What a store takes of a page. A page on which the program fails is rejected; the run goes on. */
export function readPageItem(capture: Capture, options: PageOptions): StoreItem {
  try {
    return { kind: 'record', record: readPage(capture, options), payloadDigest: capture.payloadDigest ?? null };
  } catch (error) {
    return rejectPage(capture, BUG, error instanceof Error ? `${error.message} ${placeOf(error)}` : String(error));
  }
}

/** The reject of a page that could not be read to its end. */
export function rejectPage(capture: Capture, code: string, message: string): StoreItem {
  const reject: Reject = { locator: capture.source.locator, stage: 'extract', code, message, excerpt: null };
  return { kind: 'reject', reject };
}

/** The first line of a stack trace, for the report of a bug. */
function placeOf(error: Error): string {
  return (
    error.stack
      ?.split('\n')
      .find((line) => line.includes(' at '))
      ?.trim() ?? ''
  );
}
