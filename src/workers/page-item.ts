import { toKeptPage } from '../archive/kept-page.js';
import type { Capture } from '../model/capture.js';
import { ImporterError } from '../model/importer-error.js';
import { RULES_VERSION } from '../model/rules-version.js';
import type { Reject, StoreItem } from '../model/store.js';
import { type PageOptions, readPage } from '../page.js';

/** How a run reads pages. */
export interface ReadingOptions extends PageOptions {
  /** True where the pages themselves go with their records into the archive. */
  readonly keepPages?: boolean;
}

/** Code of the reject of a page on which the program itself failed. */
export const BUG = 'internal-error';

/** Code of the reject of a page that takes more work than a page may. A later version may read it. */
const COSTLY = 'too-costly';

/** What a store takes of a page. A page on which the program fails is rejected; the run goes on. */
export function readPageItem(capture: Capture, options: ReadingOptions): StoreItem {
  const asked = withKnown(options, capture);
  return keepPage(readItem(capture, asked), capture, asked);
}

function readItem(capture: Capture, options: PageOptions): StoreItem {
  const rulesVersion = capture.isRecord ? null : RULES_VERSION;
  try {
    const record = readPage(capture, options);
    return { kind: 'record', record, payloadDigest: capture.payloadDigest ?? null, rulesVersion };
  } catch (error) {
    if (error instanceof ImporterError) return rejectPage(capture, COSTLY, error.message);
    return rejectPage(capture, BUG, error instanceof Error ? `${error.message} ${placeOf(error)}` : String(error));
  }
}

/** What the user says of a page now, else what was said when it was kept. */
function withKnown(options: ReadingOptions, { readWith }: Capture): ReadingOptions {
  if (readWith === undefined) return options;
  const { charset, site, baseUrl } = options;
  return {
    ...options,
    charset: charset ?? readWith.charset,
    site: site ?? readWith.site,
    baseUrl: baseUrl ?? readWith.baseUrl,
  };
}

/** The same with the page itself, where pages are kept; what is no page is not. */
export function keepPage(item: StoreItem, capture: Capture, options: ReadingOptions): StoreItem {
  if (!options.keepPages || item.kind === 'skipped') return item;
  const kept = toKeptPage(capture, options);
  return kept === null ? item : { ...item, kept };
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
