import { operations } from '../../generated/operations.ts';
import type { Fact } from '../coverage/facts.ts';
import type { Drift, Finding } from './drift.ts';

/** What one of two meters says of the same traffic: which parts of the description it touched. */
export interface Reading {
  readonly kind: string;
  readonly total: number;
  readonly seen: ReadonlySet<string>;
}

/** Something that one of the two cannot know, by the words in which it is reported. */
export interface Explained {
  readonly what: string;
  readonly reason: string;
  readonly until: string;
}

const ofKind = (facts: readonly Fact[], kind: string): Fact[] => facts.filter(([own]) => own === kind);

/** Ours, from what the contract tests kept. `parametersTotal` is how many the description declares. */
export function ownReadings(facts: readonly Fact[], parametersTotal: number): Reading[] {
  const each = Object.values(operations);
  // We count it for every operation of the address; redocly knows no operation of another method.
  const statuses = ofKind(facts, 'status').filter(([, , status]) => status !== '405');
  const given = ofKind(facts, 'parameter').filter(([, , , how]) => how !== 'absent');
  return [
    { kind: 'operations', total: each.length, seen: new Set(statuses.map(([, id]) => id)) },
    {
      kind: 'operation × status',
      total: each.reduce((sum, operation) => sum + operation.statuses.length, 0),
      seen: new Set(statuses.map(([, id, status]) => `${id} ${status}`)),
    },
    {
      kind: 'parameters given',
      total: parametersTotal,
      seen: new Set(given.map(([, id, parameter]) => `${id} ${parameter}`)),
    },
  ];
}

export function readingsOf({ coverage }: Pick<Drift, 'coverage'>): Reading[] {
  const { totals } = coverage;
  const covered = coverage.operations.flatMap(({ operationId, covered: items = [] }) =>
    items.map((item) => ({ operationId, ...item })),
  );
  const named = (kind: string, name: (item: (typeof covered)[number]) => string): Set<string> =>
    new Set(covered.filter((item) => item.kind === kind).map(name));
  return [
    { kind: 'operations', total: totals.operations.total, seen: named('operation', ({ operationId }) => operationId) },
    {
      kind: 'operation × status',
      total: totals.responses.total,
      seen: named('response', ({ operationId, status }) => `${operationId} ${status}`),
    },
    {
      kind: 'parameters given',
      total: totals.parameters.total,
      seen: named('parameter', (item) => `${item.operationId} ${item.in}.${item.name}`),
    },
  ];
}

/** In words, everything of which the two say different things. */
export function differencesOf(ours: Reading, theirs: Reading): string[] {
  const only = (one: Reading, other: Reading, who: string): string[] =>
    [...one.seen].filter((what) => !other.seen.has(what)).map((what) => `${ours.kind}: ${what}: seen by ${who} alone`);
  const totals =
    ours.total === theirs.total ? [] : [`${ours.kind}: ${ours.total} declared by ours, ${theirs.total} by redocly`];
  return [...totals, ...only(ours, theirs, 'ours'), ...only(theirs, ours, 'redocly')];
}

/** HEAD is GET without the body, and no operation of its own. */
const isHead = ({ ruleId, method }: Finding): boolean => ruleId === 'undocumented-endpoint' && method === 'HEAD';

/**
 * Requests that are refused depart from the description on purpose; answers, and requests that succeed, may not. Of an
 * undeclared status redocly says nothing: our own judge does.
 */
export function violationsOf({ findings }: Pick<Drift, 'findings'>): string[] {
  const grave = findings.filter((finding) => finding.target === 'response' || finding.status < 400);
  const told = grave
    .filter((finding) => !isHead(finding))
    .map(
      ({ operationId, method, path, status, message }) => `${operationId ?? `${method} ${path}`} ${status}: ${message}`,
    );
  return [...new Set(told)];
}

/** What is left to be explained, and explanations that explain nothing or have ended. */
export function unexplained(told: readonly string[], explained: readonly Explained[], today: string): string[] {
  const known = new Set(explained.map(({ what }) => what));
  const idle = explained.flatMap(({ what, until }) => {
    if (!told.includes(what)) return [`explained and not there: ${what}`];
    return until < today ? [`the explanation ended on ${until}: ${what}`] : [];
  });
  return [...told.filter((what) => !known.has(what)), ...idle];
}
