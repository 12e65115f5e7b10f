import { draw } from './draw.js';

/** A half of a year, day by day. */
export interface HalfYear {
  readonly year: number;
  /** 0 from January, 6 from July. */
  readonly firstMonth: 0 | 6;
  /** Days with articles: how dark each is, from 1 to 5. */
  readonly levels: ReadonlyMap<string, number>;
  /** Days on which issues came out. */
  readonly issueDays: ReadonlySet<string>;
  readonly months: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** What the drawing shows, escaped. */
  readonly label: string;
}

const CELL = 11;
const LEFT = 18;
const TOP = 15;
/** Wide enough for the 28 weeks that half a year may touch. */
const SIZE = { width: LEFT + 28 * CELL + 2, height: TOP + 7 * CELL + 2 };

/** What the drawing library tells of a day, and asks to be drawn. */
interface Place {
  readonly value: (dimension: number) => number;
  readonly coord: (value: number) => readonly number[];
}

/** Draws half a year: a square a day, darker where more articles are, a dot where an issue came out. */
export function drawHalfYear({ year, firstMonth, levels, issueDays, months, weekdays, label }: HalfYear): string {
  const first = `${year}-${String(firstMonth + 1).padStart(2, '0')}-01`;
  const last = firstMonth === 0 ? `${year}-06-30` : `${year}-12-31`;
  const within = (day: string): boolean => day >= first && day <= last;
  const days = [...levels].filter(([day]) => within(day)).sort(([, a], [, b]) => a - b);
  const text = { color: 'var(--muted)', fontSize: 10 };
  const option = {
    calendar: {
      range: [first, last],
      left: LEFT,
      top: TOP,
      cellSize: [CELL, CELL],
      itemStyle: { color: 'var(--h0)', borderColor: 'var(--paper)', borderWidth: 1.5 },
      splitLine: { show: false },
      yearLabel: { show: false },
      monthLabel: { ...text, nameMap: months, margin: 4, align: 'left' },
      dayLabel: { ...text, firstDay: 1, nameMap: weekdays.map((name, day) => (day % 2 === 1 ? name : '')), margin: 5 },
    },
    series: [
      {
        type: 'custom',
        coordinateSystem: 'calendar',
        silent: true,
        data: days,
        renderItem: (_: unknown, place: Place) => square(place),
      },
      {
        type: 'custom',
        coordinateSystem: 'calendar',
        silent: true,
        data: [...issueDays].filter(within).map((day) => [day, levels.get(day) ?? 0]),
        renderItem: (_: unknown, place: Place) => dot(place),
      },
    ],
  };
  return draw(option, SIZE, { escaped: label, tone: 'half-year' });
}

function square({ value, coord }: Place): object {
  const [x = 0, y = 0] = coord(value(0));
  const corner = { x: x - CELL / 2, y: y - CELL / 2 };
  return {
    type: 'path',
    shape: { pathData: `M${corner.x} ${corner.y}h${CELL}v${CELL}h-${CELL}Z` },
    style: { fill: `var(--h${value(1)})`, stroke: 'var(--paper)', lineWidth: 1.5 },
    emphasisDisabled: true,
  };
}

function dot({ value, coord }: Place): object {
  const [cx = 0, cy = 0] = coord(value(0));
  return {
    type: 'circle',
    shape: { cx, cy, r: 2.6 },
    style: { fill: 'var(--mark)', stroke: 'var(--paper)', lineWidth: 0.8 },
    emphasisDisabled: true,
  };
}
