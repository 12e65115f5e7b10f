import type { CounterReading, SettledOrder } from '../model/settle.js';
import type { CounterOrder } from '../model/site-profile.js';

/** A vote for an order; null where the reading says nothing. */
type Vote = CounterOrder | null;

/** Rules in order of strength, with the votes that settle a site. */
const RULES: readonly {
  readonly name: string;
  readonly enough: number;
  readonly votesOf: (readings: readonly CounterReading[]) => readonly Vote[];
}[] = [
  { name: 'comments-shown', enough: 2, votesOf: (readings) => readings.map(byShown) },
  { name: 'counter-that-grows', enough: 2, votesOf: byGrowth },
  { name: 'greater-counter', enough: 8, votesOf: (readings) => readings.map(bySize) },
];
/** Share of the votes that must agree. */
const AGREEMENT = 0.9;

/**
 * The order of a site's two counters, by all its pages: the comments are as many as the page shows; the counter that grows between two
 * crawls is the views; the greater one is the views. Null where the pages are too few or disagree.
 */
export function settleOrder(readings: readonly CounterReading[]): SettledOrder | null {
  for (const { name, enough, votesOf } of RULES) {
    const votes = votesOf(readings).filter((vote) => vote !== null);
    const first = votes.filter((vote) => vote === 'views-comments').length;
    const order: CounterOrder = first * 2 >= votes.length ? 'views-comments' : 'comments-views';
    const agreed = Math.max(first, votes.length - first);
    if (votes.length < enough) continue;
    if (agreed < votes.length * AGREEMENT) return null;
    return { order, rule: name, votes: agreed, against: votes.length - agreed };
  }
  return null;
}

function byShown({ first, second, shown }: CounterReading): Vote {
  if (shown === null || shown === 0 || first === second) return null;
  if (second === shown) return 'views-comments';
  return first === shown ? 'comments-views' : null;
}

function bySize({ first, second }: CounterReading): Vote {
  if (first === second) return null;
  return first > second ? 'views-comments' : 'comments-views';
}

/** Of each story that was read twice, its first and last reading. */
function byGrowth(readings: readonly CounterReading[]): readonly Vote[] {
  const stories = new Map<string, CounterReading[]>();
  for (const reading of readings) {
    if (reading.capturedAt !== null) stories.set(reading.story, [...(stories.get(reading.story) ?? []), reading]);
  }
  return [...stories.values()].map((story) => {
    const sorted = story.sort((a, b) => ((a.capturedAt ?? '') < (b.capturedAt ?? '') ? -1 : 1));
    const [before, after] = [sorted[0], sorted.at(-1)];
    if (before === undefined || after === undefined || before.capturedAt === after.capturedAt) return null;
    const [first, second] = [after.first - before.first, after.second - before.second];
    // A counter that falls was set back, or is another one.
    if (first < 0 || second < 0 || first === second) return null;
    return first > second ? 'views-comments' : 'comments-views';
  });
}
