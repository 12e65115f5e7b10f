/** Colours by meaning, told apart by who sees no red or no green as well: light, and dark in its own order. */
const LIGHT = `
  color-scheme: light;
  --paper: #fff; --ink: #1b1f24; --muted: #59636e; --line: #d9dee3; --soft: #f4f6f8; --link: #0b5a9e;
  --c0: #9aa5b1; --c1: #2f6f9f; --half: #a9cbe3; --track: #eef1f4;
  --h0: #edf0f3; --h1: #c3ddf0; --h2: #96c3e0; --h3: #5a9fc9; --h4: #2a76a8; --h5: #0d4d7c; --mark: #c2410c;
  --known: #174f7c; --inferred: #5797c7; --missing: #d9722b;
  --inserted: #174f7c; --updated: #5797c7; --unchanged: #87929d; --skipped: #5d6873; --rejected: #d9722b;
  --warn: #9a3a06; --warn-soft: #fdf0e7;`;
const DARK = `
  color-scheme: dark;
  --paper: #14171a; --ink: #e6e9ec; --muted: #a3adb8; --line: #353c44; --soft: #1d2226; --link: #8cc4ef;
  --c0: #6b7680; --c1: #5ea6d6; --half: #2c5b7c; --track: #22282d;
  --h0: #22282d; --h1: #1d415b; --h2: #25628c; --h3: #3a88bb; --h4: #6db3de; --h5: #b5dcf4; --mark: #ff9a4d;
  --known: #8cc4ef; --inferred: #4d86b3; --missing: #f08a3c;
  --inserted: #8cc4ef; --updated: #4d86b3; --unchanged: #6c7782; --skipped: #a5afb9; --rejected: #f08a3c;
  --warn: #ffb27a; --warn-soft: #35241a;`;
/** Names of colours that shapes and keys are filled with. */
const TONES = [
  ...['c0', 'c1', 'half', 'track', 'ink', 'mark', 'h0', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['known', 'inferred', 'missing', 'inserted', 'updated', 'unchanged', 'skipped', 'rejected'],
];

/** The style of a report: one column, screen and paper, light and dark. */
export const STYLE = `
:root {${LIGHT}
}
@media (prefers-color-scheme: dark) { :root {${DARK}
} }
@media print { :root {${LIGHT}
} }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 1rem 4rem; max-width: 47rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.9rem; font-weight: 650; letter-spacing: -.015em; }
h2 { margin: 0 0 .5rem; font-size: 1.3rem; font-weight: 650; letter-spacing: -.01em; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1rem; font-weight: 650; }
p { margin: 0 0 .75rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
header .made { margin: .4rem 0 1.75rem; color: var(--muted); font-size: .875rem; }
.lead { font-size: 1.125rem; line-height: 1.6; }
.look { margin: 1.5rem 0 2rem; padding: 1rem 1.25rem; background: var(--soft); border-radius: .5rem; }
.look h2 { font-size: 1rem; }
.look ul { margin: 0; padding-left: 1.1rem; }
.look li { margin: .2rem 0; }
.look p { margin: 0; }
.sizes { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1rem; margin: 0 0 2rem; }
.sizes dt { color: var(--muted); font-size: .875rem; line-height: 1.3; }
.sizes dd { margin: .1rem 0 0; font-size: 1.75rem; font-weight: 600; line-height: 1.2; letter-spacing: -.02em; }
.sizes div { display: flex; flex-direction: column; justify-content: space-between; min-width: 0; }
nav { padding: .9rem 0; border-block: 1px solid var(--line); font-size: .9375rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
main > section[id] { margin-top: 3rem; }
.hint, .more { max-width: 40rem; color: var(--muted); font-size: .9375rem; line-height: 1.5; }
.more { margin-top: .5rem; font-size: .875rem; }
.nothing { color: var(--muted); }
figure { margin: 0 0 1rem; }
.chart { display: block; width: 100%; height: auto; }
.chart text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; }
.half-year text { font-size: 10px; }
.narrow { display: none; max-width: 30rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 0 .75rem; padding: 0; list-style: none; font-size: .875rem; }
.calendar-key { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.key { width: .75em; height: .75em; vertical-align: -.02em; }
.year { margin: 0 0 1.1rem; break-inside: avoid; }
.year figcaption { display: flex; gap: .6rem; align-items: baseline; margin-bottom: .15rem; font-size: .875rem; }
.year figcaption span { color: var(--muted); }
.halves { display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 1rem; }
details { margin: .25rem 0 1rem; }
summary { width: fit-content; padding: .25rem 0; color: var(--link); font-size: .9375rem; cursor: pointer; }
.scroll {
  overflow-x: auto; margin: .25rem 0 .5rem;
  background: linear-gradient(to left, var(--paper) 60%, transparent) right / 2.5rem 100% local no-repeat,
    linear-gradient(to left, var(--line), transparent) right / .75rem 100% scroll no-repeat;
}
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
th, td { padding: .42rem .75rem .42rem 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-size: .8125rem; vertical-align: bottom; border-bottom-color: var(--c0); }
bdi { overflow-wrap: anywhere; }
.name { min-width: 6rem; }
.number + .text { padding-left: .75rem; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
td.bar { width: 34%; min-width: 4.5rem; }
svg.bar { display: block; width: 100%; height: .6rem; margin-top: .35rem; }
small { color: var(--muted); font-size: .8125rem; }
small { display: block; overflow-wrap: anywhere; }
code { font: .875em ui-monospace, "SF Mono", Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.flag { padding: .05rem .4rem; border-radius: .25rem; background: var(--soft); color: var(--muted); font-size: .8125rem; font-weight: 400; display: inline-block; max-width: 100%; }
td .flag, .flag.left, .flag.proposed { background: var(--warn-soft); color: var(--warn); }
.block { margin: 1.25rem 0; break-inside: avoid; }
.block h3 { margin: 0 0 .15rem; }
.block .count { margin: 0 .35rem; font-weight: 400; color: var(--muted); }
.block .hint { margin-bottom: .4rem; }
.sample { margin: 0 0 .5rem; padding: .5rem .75rem; background: var(--soft); border-radius: .375rem; font-size: .9375rem; }
.sample div { display: grid; grid-template-columns: 4rem 1fr; gap: .5rem; }
.sample dt { color: var(--muted); font-size: .8125rem; line-height: 1.7; }
.sample dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
p.sample { margin-top: .35rem; }
.before { color: var(--warn); overflow-wrap: anywhere; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .875rem; }
${TONES.map((tone) => `svg .${tone} { fill: var(--${tone}); }`).join('\n')}
@media (max-width: 46rem) {
  body { padding-top: 1.5rem; }
  h1 { font-size: 1.5rem; }
  .wide { display: none; }
  .narrow { display: block; }
  .halves { grid-template-columns: minmax(0, 26rem); }
  .sizes { grid-template-columns: 1fr 1fr; }
  table { font-size: .875rem; }
  th, td { padding-right: .6rem; }
  thead th { font-size: .75rem; }
  .name { min-width: 8.5rem; }
  td.bar { width: 20%; min-width: 3rem; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; }
  nav, .skip { display: none; }
  .wide { display: block; }
  .narrow { display: none; }
  .halves { grid-template-columns: 1fr 1fr; }
  .sizes { grid-template-columns: repeat(4, 1fr); }
  .scroll { overflow: visible; }
  h2, h3, thead, .hint, .legend { break-after: avoid; }
  th, td { padding-right: .75rem; }
  tr, figure { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; display: block; }
  svg, .look, .sample, .flag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main > section[id] { margin-top: 1.75rem; }
}
`;
