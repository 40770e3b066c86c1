import { everyOperation } from '../../contract-tests/harness/declared-requests.ts';

/** One test of Specmatic's, as its JUnit report has it. */
export interface SpecmaticTest {
  readonly name: string;
  readonly operation: string;
  /** The status it was made for: one, or `4xx` where the request was made to be refused. */
  readonly wanted: string;
  /** Undefined when it passed. */
  readonly failure: string | undefined;
  /** The status it got instead, or `body` when the status was right and the rest was not. */
  readonly answered: string | undefined;
}

export interface SpecmaticException {
  readonly operation: string;
  readonly wanted: string;
  readonly answered: string;
  readonly reason: string;
  readonly since: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const plain = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code)),
  );

/** Its paths have `(run_id:number)` where the description has `{run_id}`. */
function operationOf(method: string, path: string): string {
  const template = path.replace(/\((\w+):\w+\)/g, '{$1}');
  return everyOperation.find((operation) => operation.method === method && operation.path === template)?.id ?? path;
}

function readTest(element: string): SpecmaticTest | undefined {
  const name = plain(/ name="([^"]*)"/.exec(element)?.[1] ?? '')
    .split(' > ')
    .slice(3)
    .join(' > ');
  const [, method, path, wanted] = /Scenario: (\w+) (\S+)(?: \[\d+\])? -> (\w+)/.exec(name) ?? [];
  if (method === undefined || path === undefined || wanted === undefined) return undefined;
  const message = /<failure message="([^"]*)"/.exec(element)?.[1];
  const failure = message === undefined ? undefined : plain(message);
  const answered = failure === undefined ? undefined : (/(?:status|received) (\d{3})$/m.exec(failure)?.[1] ?? 'body');
  return { name, operation: operationOf(method, path), wanted, failure, answered };
}

/** The tests of a report; undefined for each that names no operation, as the failure to start has none. */
export function readTests(report: string): (SpecmaticTest | undefined)[] {
  return report
    .split('<testcase ')
    .slice(1)
    .map((element) => readTest(` ${element}`));
}

export interface SpecmaticVerdict {
  readonly failed: readonly SpecmaticTest[];
  readonly excepted: readonly SpecmaticTest[];
  /** Exceptions that nothing needed. */
  readonly unused: readonly SpecmaticException[];
  /** Operations that no test of a success passed. */
  readonly unseen: readonly string[];
}

const isFor =
  (test: SpecmaticTest) =>
  ({ operation, wanted, answered }: SpecmaticException): boolean =>
    operation === test.operation && wanted === test.wanted && answered === test.answered;

export function judgeTests(
  tests: readonly SpecmaticTest[],
  exceptions: readonly SpecmaticException[],
  operationIds: readonly string[],
): SpecmaticVerdict {
  const red = tests.filter(({ failure }) => failure !== undefined);
  const excepted = red.filter((test) => exceptions.some(isFor(test)));
  const seen = new Set(
    tests
      .filter(({ wanted, failure }) => wanted.startsWith('2') && failure === undefined)
      .map(({ operation }) => operation),
  );
  return {
    failed: red.filter((test) => !excepted.includes(test)),
    excepted,
    unused: exceptions.filter((exception) => !red.some((test) => isFor(test)(exception))),
    unseen: operationIds.filter((id) => !seen.has(id) && !exceptions.some(({ operation }) => operation === id)),
  };
}
