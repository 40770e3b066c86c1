import type { Generator } from './generator.ts';

const smokeCalls = [
  ...['createToken', 'getCurrentUser', 'createRepository', 'listRepositories', 'createCategory', 'listCategories'],
  ...['createSample', 'getSample', 'createRegressionTest', 'firstPage', 'secondPage', 'createRun', 'getRun'],
  ...['listRuns', 'getQueue', 'notFound', 'forbidden', 'downloadSample', 'revokeCurrentToken', 'unauthorized'],
] as const;
export type SmokeCall = (typeof smokeCalls)[number];

/** What the matrix says of one generator. */
export interface Row {
  readonly id: string;
  readonly generator: string;
  readonly version: string;
  readonly language: string;
  readonly input: string;
  readonly generated: boolean;
  readonly compiled: boolean;
  /** Undefined when nothing was generated. */
  readonly untyped_results?: number;
  readonly calls_passed: number;
  readonly calls: number;
  /** Why it did not run, or what failed. */
  readonly note?: string;
  readonly not_run?: boolean;
}

export const emptyRow = (generator: Generator): Row => ({
  id: generator.id,
  generator: generator.name,
  version: generator.version,
  language: generator.language,
  input: generator.input,
  generated: false,
  compiled: false,
  calls_passed: 0,
  calls: callsOf(generator).length,
  ...(generator.omits === undefined ? {} : { note: generator.omits.because }),
});

export const hasPassed = (row: Row): boolean =>
  row.generated && row.compiled && row.untyped_results === 0 && row.calls_passed === row.calls;

const callsOf = ({ omits }: Pick<Generator, 'omits'>): SmokeCall[] =>
  smokeCalls.filter((call) => omits === undefined || !omits.calls.includes(call));

/** How many calls a smoke program says it made, each once and in order, up to the first that is missing. */
export function callsPassed(printed: string, generator: Pick<Generator, 'omits'>): number {
  const said = printed.split('\n').filter((line) => line.startsWith('ok '));
  const calls = callsOf(generator);
  const wrong = calls.findIndex((call, index) => said[index] !== `ok ${call}`);
  return wrong === -1 ? calls.length : wrong;
}
