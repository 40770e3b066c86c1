/** Of every page: the system's own fonts and colours, light or dark as the reader has it. */
export const pageStyle = `
:root { color-scheme: light dark; --line: color-mix(in srgb, CanvasText 20%, Canvas); --soft: color-mix(in srgb, CanvasText 65%, Canvas);
  --pass: #1a7f37; --fail: #cf222e; --other: #8a6100; }
@media (prefers-color-scheme: dark) { :root { --pass: #3fb950; --fail: #ff7b72; --other: #d29922; } }
body { background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 70rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.4rem; margin: 0; }
h1, h2, h3, dd, li, td, summary { overflow-wrap: anywhere; }
nav { display: flex; gap: 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
form.filter, form.sign-in { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; }
form.sign-in { flex-direction: column; align-items: stretch; max-width: 22rem; }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0; font-size: .9rem; }
dt { color: var(--soft); }
dd { margin: 0; }
details { margin: .5rem 0; }
summary { cursor: pointer; }
pre { margin: .2rem 0; white-space: pre-wrap; }
progress { width: 100%; max-width: 30rem; }
label { display: flex; flex-direction: column; font-size: .9rem; }
input, select, button { font: inherit; padding: .35rem .6rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
.soft { color: var(--soft); }
.pass { color: var(--pass); } .fail, .error { color: var(--fail); } .other { color: var(--other); }
svg.chart { width: 100%; height: auto; }
svg.chart text { fill: currentColor; font: 11px system-ui, sans-serif; }
svg.chart .axis { stroke: var(--line); }
svg.chart rect.pass { fill: var(--pass); } svg.chart rect.fail { fill: var(--fail); } svg.chart rect.other { fill: var(--other); }
[role="alert"] { min-height: 1.5em; color: var(--fail); }
`;
