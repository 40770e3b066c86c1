import type { Level } from './change.ts';

export type Bump = 'none' | 'patch' | 'minor' | 'major';

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

function parsed(text: string): Version {
  const [, major, minor, patch] = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text) ?? [];
  if (patch === undefined) throw new Error(`${text} is no version of three numbers`);
  return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

export function compareVersions(one: string, other: string): number {
  const [left, right] = [parsed(one), parsed(other)];
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}

export function raised(version: string, bump: Bump): string {
  const { major, minor, patch } = parsed(version);
  if (bump === 'major') return `${major + 1}.0.0`;
  if (bump === 'minor') return `${major}.${minor + 1}.0`;
  return bump === 'patch' ? `${major}.${minor}.${patch + 1}` : version;
}

/**
 * What a version has to grow by. A breaking change gets here only by an exception that was reviewed: it is a major one,
 * save below 1.0.0, where the second number stands for the first (semver, 4).
 */
export function requiredBump(levels: ReadonlySet<Level>, last: string): Bump {
  if (levels.has('breaking')) return parsed(last).major === 0 ? 'minor' : 'major';
  if (levels.has('additive')) return 'minor';
  return levels.has('documentation') ? 'patch' : 'none';
}

const bumps: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** The versions that may follow the last release when its description changed by this much. */
export function allowedVersions(last: string, bump: Bump): string[] {
  return bumps.slice(bumps.indexOf(bump)).map((candidate) => raised(last, candidate));
}
