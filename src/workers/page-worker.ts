import { workerData } from 'piscina';
import type { Capture } from '../model/capture.js';
import type { StoreItem } from '../model/store.js';
import { type ReadingOptions, readPageItem } from './page-item.js';

/** What a worker thread does: reads pages, one after the other. Its options are those it was started with. */
export function readPages(captures: readonly Capture[]): readonly StoreItem[] {
  const options: ReadingOptions = workerData;
  return captures.map((capture) => readPageItem(capture, options));
}
