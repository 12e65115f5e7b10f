import { draw } from './draw.js';

/** A chart of columns: one a category, its series on top of each other. */
export interface Columns {
  readonly categories: readonly string[];
  readonly series: readonly { readonly tone: string; readonly values: readonly number[] }[];
  /** How the language prints a number. */
  readonly number: (value: number) => string;
  /** What the chart shows, escaped. */
  readonly label: string;
}

/** Width of a drawing, and how many names fit below it. */
const FORMS = {
  wide: { width: 720, height: 200, names: 16 },
  narrow: { width: 328, height: 170, names: 7 },
} as const;
const BELOW = 24;
/** A digit of the axis, in units of the drawing. */
const DIGIT = 6.6;

/** The chart twice: `wide` for screens and paper, `narrow` for phones, so that its letters are read on both. */
export function drawColumns(columns: Columns): string {
  return Object.keys(FORMS)
    .map((form) => drawForm(columns, form as keyof typeof FORMS))
    .join('');
}

function drawForm({ categories, series, number, label }: Columns, form: keyof typeof FORMS): string {
  const { width, height, names } = FORMS[form];
  const totals = categories.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
  const widest = number(Math.max(0, ...totals)).length;
  const text = { color: 'var(--muted)', fontSize: 12 };
  const option = {
    grid: { left: Math.ceil(12 + DIGIT * widest), right: 4, top: 10, bottom: BELOW, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: { ...text, interval: Math.ceil(categories.length / names) - 1 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: { ...text, formatter: number },
    },
    series: series.map(({ tone, values }) => ({
      type: 'bar',
      stack: 'all',
      silent: true,
      clip: false,
      barMaxWidth: 28,
      barCategoryGap: categories.length > 30 ? '20%' : '32%',
      emphasis: { disabled: true },
      itemStyle: { color: `var(--${tone})` },
      data: values,
    })),
  };
  return draw(option, { width, height }, { escaped: label, tone: form });
}
