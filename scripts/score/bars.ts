/** What `redocly score` tells of the description: the whole of 100, the parts of 1. */
export interface Score {
  readonly agentReadiness: number;
  readonly subscores: Readonly<Record<string, number>>;
}

interface LoweredBar {
  readonly bar: number;
  readonly reason: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

const wholeMin = 90;
const partMin = 0.8;

/** A part is a mean of sums of tenths, whose last digits are the machine's. */
const rounded = (value: number): number => Number(value.toFixed(9));

export const loweredBars: Readonly<Record<string, LoweredBar>> = {
  schemaSimplicity: {
    bar: 0.65,
    reason:
      'Counts nesting: 0.8 needs an average depth of 1.6. A page of the reference API has 3 (page, rows, row, field), a ' +
      'regression test with its variants 5, a difference 5; flatter shapes would break its clients.',
    until: '2027-11-30',
  },
  dependencyClarity: {
    bar: 0.7,
    reason:
      'Counts operations as dependent that share a schema. Pages share `Pagination` and records share `Platform` and ' +
      '`RunStatus` on purpose; copies of them would score better and serve nobody.',
    until: '2027-11-30',
  },
};

/** One sentence per bar that is missed, and per lowered bar that is needed no more or has run out. */
export function scoreFaults(
  { agentReadiness, subscores }: Score,
  lowered: Readonly<Record<string, LoweredBar>>,
  today: string,
): string[] {
  const whole = agentReadiness < wholeMin ? [`The whole is ${agentReadiness}; the bar is ${wholeMin}.`] : [];
  const parts = Object.entries(subscores).flatMap(([part, exact]) => {
    const value = rounded(exact);
    const exception = lowered[part];
    const bar = exception?.bar ?? partMin;
    if (value < bar) return [`${part} is ${value.toFixed(3)}; its bar is ${bar}.`];
    if (exception === undefined) return [];
    if (value >= partMin) return [`${part} reaches ${partMin}: remove its lowered bar.`];
    return exception.until < today ? [`The lowered bar of ${part} ended on ${exception.until}.`] : [];
  });
  const unknown = Object.keys(lowered).filter((part) => !(part in subscores));
  return [...whole, ...parts, ...unknown.map((part) => `There is no part ${part}.`)];
}
