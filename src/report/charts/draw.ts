import { BarChart, CustomChart } from 'echarts/charts';
import { CalendarComponent, GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { slimSvg } from './svg.js';

use([BarChart, CustomChart, CalendarComponent, GridComponent, SVGRenderer]);

/** Size of a drawing in its own units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws a chart as SVG, the same for the same option: its colours are variables of the page's style. `label` says in words what it shows. */
export function draw(
  option: EChartsCoreOption,
  size: Size,
  label: { readonly escaped: string; readonly tone: string },
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ animation: false, ...option });
    const { viewBox, shapes } = slimSvg(chart.renderToSVGString({ useViewBox: true }));
    return `<svg class="chart ${label.tone}" viewBox="${viewBox}" role="img" aria-label="${label.escaped}">${shapes}</svg>`;
  } finally {
    chart.dispose();
  }
}
