import { exceptionFaults, type Exception } from '../lint/exceptions.ts';
import type { Change, Level } from './change.ts';
import { allowedVersions, raised, requiredBump, type Bump } from './version.ts';

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
  ({ rule, location }: Finding) =>
  (exception: Exception): boolean =>
    exception.rule === rule && exception.location === location;

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

function exceptionFindings(exceptions: readonly Exception[], used: readonly Finding[], today: string): Finding[] {
  return exceptions.flatMap((exception) =>
    exceptionFaults([exception], used, today).map((description) => ({
      rule: named('exception'),
      location: exception.location,
      description,
      remedy: 'The exceptions are in scripts/compatibility/exceptions.yaml.',
    })),
  );
}

/** What must not be released: each breaking change of a supported release once, and what is wrong with the exceptions. */
export function judge(
  comparisons: readonly Comparison[],
  version: string,
  exceptions: readonly Exception[],
  today: string,
): Finding[] {
  const refused = new Map<string, Finding>();
  const excused: Finding[] = [];
  for (const { version: since, changes } of comparisons)
    for (const { rule, location, description, remedy } of changes.filter(isRefused)) {
      const finding = { rule: named(rule), location, description, remedy, since };
      if (exceptions.some(fits(finding))) excused.push(finding);
      else refused.set(`${rule} ${location} ${description}`, finding);
    }
  const last = comparisons.at(-1);
  return [
    ...refused.values(),
    ...exceptionFindings(exceptions, excused, today),
    ...(last === undefined ? [] : versionFindings(last, version)),
  ];
}
