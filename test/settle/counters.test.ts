import { describe, expect, it } from 'vitest';
import type { CounterReading } from '../../src/model/settle.js';
import { settleOrder } from '../../src/settle/counters.js';

const reading = (first: number, second: number, fields: Partial<CounterReading> = {}): CounterReading => ({
  captureId: 1,
  story: 'a',
  first,
  second,
  shown: null,
  capturedAt: null,
  ...fields,
});

describe('settleOrder()', () => {
  it('goes by the comments that pages show', () => {
    const pages = [reading(5, 2, { shown: 5 }), reading(1, 90, { shown: 1 }), reading(4, 4, { shown: 4 })];
    expect(settleOrder(pages)).toEqual({ order: 'comments-views', rule: 'comments-shown', votes: 2, against: 0 });
  });

  it('goes by the counter that grows between two crawls', () => {
    const crawls = ['a', 'b'].flatMap((story) => [
      reading(3, 2, { story, capturedAt: '2024-01-01' }),
      reading(3, 9, { story, capturedAt: '2024-02-01' }),
    ]);
    expect(settleOrder(crawls)).toMatchObject({ order: 'comments-views', rule: 'counter-that-grows', votes: 2 });
  });

  it('goes by the greater counter where there are pages enough', () => {
    const pages = Array.from({ length: 10 }, (_, index) => reading(index === 0 ? 9 : 1, 5));
    expect(settleOrder(pages)).toEqual({ order: 'comments-views', rule: 'greater-counter', votes: 9, against: 1 });
    expect(settleOrder(pages.slice(0, 5))).toBeNull();
  });

  it('settles nothing where the pages disagree', () => {
    expect(settleOrder(Array.from({ length: 10 }, (_, index) => reading(index % 2, 1 - (index % 2))))).toBeNull();
  });
});
