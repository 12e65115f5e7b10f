import type { StoreItem } from '../model/store.js';
import type { PageResult } from '../workers/read-pages.js';

/** Turns what a reader met into what a store takes. */
export function toItem(result: Extract<PageResult, { kind: 'page' | 'skipped' | 'unreadable' }>): StoreItem {
  if (result.kind === 'page') return result.item;
  if (result.kind === 'skipped') return result;
  const { kind: _, ...reject } = result;
  return { kind: 'reject', reject: { stage: 'read', ...reject } };
}
