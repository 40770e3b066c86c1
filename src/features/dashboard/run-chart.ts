import { markup, table, Markup } from '../../html-page.ts';
import type { Platform } from '../../principal.ts';

/** Of one day: runs that passed, that failed or ended in error, and all others. */
export interface DayOutcome {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly pass: number;
  readonly fail: number;
  readonly other: number;
}

const [width, height, left, bottom] = [720, 150, 32, 18];
const inner = { width: width - left, height: height - bottom - 8 };

const totalOf = ({ pass, fail, other }: DayOutcome): number => pass + fail + other;

/** `null` on a day without a verdict. */
export function passRate({ pass, fail }: Pick<DayOutcome, 'pass' | 'fail'>): number | null {
  return pass + fail === 0 ? null : Math.round((100 * pass) / (pass + fail));
}

const described = (day: DayOutcome): string =>
  `${day.day}: ${day.pass} passed, ${day.fail} failed, ${day.other} others`;

/** Parts stand in one order and failures are hatched: it reads without colours. */
function bar(day: DayOutcome, index: number, { step, most }: { readonly step: number; readonly most: number }): Markup {
  const x = left + index * step;
  let y = 8 + inner.height;
  const part = (count: number, name: 'pass' | 'fail' | 'other'): Markup => {
    const size = (count / most) * inner.height;
    y -= size;
    const at = { x: x.toFixed(1), y: y.toFixed(1), width: Math.max(1, step - 2).toFixed(1), height: size.toFixed(1) };
    const shape = markup`x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}"`;
    if (count === 0) return markup``;
    return markup`<rect class="${name}" ${shape}></rect
      >${name === 'pass' ? markup`` : markup`<rect fill="url(#${name})" ${shape}></rect>`}`;
  };
  return markup`<g
    ><title>${described(day)}</title>${[part(day.pass, 'pass'), part(day.fail, 'fail'), part(day.other, 'other')]}</g
  >`;
}

const patterns = markup`<defs>
  <pattern id="fail" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path d="M0 0V6" stroke="Canvas" stroke-width="3" />
  </pattern>
  <pattern id="other" width="5" height="5" patternUnits="userSpaceOnUse"
    ><circle cx="2" cy="2" r="1.2" fill="Canvas"
  /></pattern>
</defs>`;

/** Runs of one platform day by day, with the same figures as a table behind it. */
export function runChart(platform: Platform, days: readonly DayOutcome[]): Markup {
  const most = Math.max(1, ...days.map(totalOf));
  const step = inner.width / days.length;
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  const all = days.reduce((sum, day) => ({ pass: sum.pass + day.pass, fail: sum.fail + day.fail }), {
    pass: 0,
    fail: 0,
  });
  const rate = passRate(all);
  const total = days.reduce((sum, day) => sum + totalOf(day), 0);
  const summary = `${total} ${total === 1 ? 'run' : 'runs'} on ${platform}, ${rate === null ? 'no verdict yet' : `${rate} % passed`}`;
  return markup`<figure>
    <figcaption>${summary}</figcaption>
    <svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}, from ${first} to ${last}">
      ${patterns}
      <line class="axis" x1="${left}" x2="${width}" y1="${8 + inner.height}" y2="${8 + inner.height}"></line>
      <text x="${left - 6}" y="16" text-anchor="end">${most}</text>
      <text x="${left - 6}" y="${8 + inner.height}" text-anchor="end">0</text>
      ${days.map((day, index) => bar(day, index, { step, most }))}
      <text x="${left}" y="${height - 4}">${first}</text>
      <text x="${width}" y="${height - 4}" text-anchor="end">${last}</text>
    </svg>
    <p class="soft">Plain: passed. Hatched: failed, in error or incomplete. Dotted: open or canceled.</p>
    <details>
      <summary>The figures of ${platform}</summary>
      ${table([{ text: 'Day' }, { text: 'Passed', isNumber: true }, { text: 'Failed', isNumber: true }, { text: 'Others', isNumber: true }, { text: 'Pass rate', isNumber: true }], days.filter((day) => totalOf(day) > 0).map(row))}
    </details>
  </figure>`;
}

function row(day: DayOutcome): Markup {
  const rate = passRate(day);
  return markup`<tr>
    <th scope="row">${day.day}</th>
    <td class="number">${day.pass}</td>
    <td class="number">${day.fail}</td>
    <td class="number">${day.other}</td>
    <td class="number">${rate === null ? '–' : `${rate} %`}</td>
  </tr>`;
}
