import type { Change, Level } from './change.ts';
import { allowedVersions, raised, requiredBump, type Bump } from './version.ts';

/** A breaking change that was reviewed and let through, from `exceptions.yaml`. */
export interface Exception {
  readonly rule: string;
  readonly location: string;
  readonly reason: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

/** How the description differs from one release. */
export interface Comparison {
  readonly version: string;
  readonly changes: readonly Change[];
}

export interface Finding {
  readonly rule: string;
  readonly location: string;
  readonly description: string;
  readonly remedy: string;
  /** The release whose clients it would break; undefined when it is about this version alone. */
  readonly since?: string;
}

const named = (rule: string): string => `compatibility/${rule}`;
const isRefused = ({ level, announced, fault }: Change): boolean =>
  fault === true || (level === 'breaking' && announced !== true);
const fits =
  ({ rule, location }: Change) =>
  (exception: Exception): boolean =>
    exception.rule === named(rule) && exception.location === location;

/** The last comparison decides: the version follows the newest release. */
export function bumpFrom({ version, changes }: Comparison): Bump {
  const levels = changes
    .filter(({ fault }) => fault !== true)
    .map(({ level, announced }): Level => (announced === true ? 'additive' : level));
  return requiredBump(new Set(levels), version);
}

export function versionFindings(last: Comparison, version: string): Finding[] {
  const bump = bumpFrom(last);
  const allowed = allowedVersions(last.version, bump);
  if (allowed.includes(version)) return [];
  const needed = bump === 'none' ? `the description of ${last.version}` : `a ${bump} change since ${last.version}`;
  return [
    {
      rule: named('version'),
      location: '#/info/version',
      description: `${version} does not follow from ${needed}; it may be ${allowed.join(', ')}.`,
      remedy: `Set info.version and the version of package.json to ${raised(last.version, bump)}.`,
    },
  ];
}

function exceptionFindings(exceptions: readonly Exception[], used: ReadonlySet<Exception>, today: string): Finding[] {
  return exceptions.flatMap((exception) => {
    const faults = [];
    if (!used.has(exception)) faults.push('is needed by nothing; remove it');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(exception.until) || exception.until < today)
      faults.push(`ended on ${exception.until}; review it`);
    if (exception.reason.length < 20) faults.push('gives no reason');
    return faults.map((fault) => ({
      rule: named('exception'),
      location: exception.location,
      description: `The exception of ${exception.rule} ${fault}.`,
      remedy: 'Exceptions are kept in scripts/compatibility/exceptions.yaml.',
    }));
  });
}

/** What must not be released: each breaking change of a supported release once, and what is wrong with the exceptions. */
export function judge(
  comparisons: readonly Comparison[],
  version: string,
  exceptions: readonly Exception[],
  today: string,
): Finding[] {
  const used = new Set<Exception>();
  const findings = new Map<string, Finding>();
  for (const { version: since, changes } of comparisons)
    for (const change of changes.filter(isRefused)) {
      const excused = exceptions.filter(fits(change));
      for (const exception of excused) used.add(exception);
      if (excused.length > 0) continue;
      const { rule, location, description, remedy } = change;
      findings.set(`${rule} ${location} ${description}`, {
        rule: named(rule),
        location,
        description,
        remedy,
        since,
      });
    }
  const last = comparisons.at(-1);
  return [
    ...findings.values(),
    ...exceptionFindings(exceptions, used, today),
    ...(last === undefined ? [] : versionFindings(last, version)),
  ];
}
