// What a browser shows of a report, looked at from inside the page.

const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
const linear = (value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (colour) => {
  const [r = 0, g = 0, b = 0] = channels(colour).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** Contrast of two colours as WCAG 2 defines it. */
const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};
const isClear = (colour) => channels(colour)[3] === 0;
const groundOf = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!isClear(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
};
const isShown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
const nameOf = (element) =>
  `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 40)}`;
const shown = (selector) => [...document.querySelectorAll(selector)].filter(isShown);

globalThis.checks = {
  /** Texts that do not stand out from their ground by 4.5, and tones that do not by 3. */
  faint() {
    const texts = shown('body *').filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''),
    );
    const style = (element) => getComputedStyle(element);
    const colourOf = (element) => (element.localName === 'text' ? style(element).fill : style(element).color);
    const paper = getComputedStyle(document.body).backgroundColor;
    const tones = [
      'c1',
      'known',
      'inferred',
      'missing',
      'inserted',
      'updated',
      'unchanged',
      'skipped',
      'rejected',
      'mark',
    ];
    const probe = document.body.appendChild(document.createElement('span'));
    const faintTones = tones.filter((tone) => {
      probe.style.color = `var(--${tone})`;
      return contrast(style(probe).color, paper) < 3;
    });
    probe.remove();
    return [
      ...texts.filter((element) => contrast(colourOf(element), groundOf(element)) < 4.5).map(nameOf),
      ...faintTones,
    ];
  },

  /** What is wider than its place: the page, texts beyond the edge, letters of a chart beyond the chart or over each other. */
  misfits() {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth > width ? ['page'] : [];
    const beyond = shown('h1, h2, h3, p, li, dt, dd, summary, figcaption, small, code').filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (
        !element.closest('.scroll') &&
        (left < 0 || right > width + 0.5 || element.scrollWidth > element.clientWidth + 1)
      );
    });
    // An inline element has no client width.
    const blocks = beyond.filter((element) => getComputedStyle(element).display !== 'inline');
    const letters = shown('svg.chart').flatMap((chart) => {
      const frame = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }));
      return texts
        .filter(({ box }, place) => {
          const isOut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
          const over = (other) =>
            box.left < other.box.right &&
            other.box.left < box.right &&
            box.top < other.box.bottom - 2 &&
            other.box.top < box.bottom - 2;
          return isOut || box.height < 8 || texts.slice(place + 1).some(over);
        })
        .map(({ text }) => `${chart.getAttribute('class')}: ${text.textContent}`);
    });
    return [...wide, ...blocks.map(nameOf), ...letters];
  },

  /** Charts without a name, and tables without one. */
  unnamed() {
    const charts = [...document.querySelectorAll('svg:not([aria-hidden])')];
    const named = charts.filter((chart) => chart.getAttribute('role') === 'img' && chart.getAttribute('aria-label'));
    const tables = [...document.querySelectorAll('table')].filter((table) => !table.parentElement.ariaLabel);
    return [charts.length - named.length, tables.length];
  },

  /** Where the focus is. */
  focused: () => (document.activeElement === document.body ? null : nameOf(document.activeElement)),
  all: (selector) => shown(selector).map(nameOf),
  foldedTables: () => [...document.querySelectorAll('details table')].filter((table) => !isShown(table)).length,
};
