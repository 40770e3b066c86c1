import type { OpenApiDocument } from '../generate/openapi-document.ts';
import type { Change, Kind, Level } from './change.ts';
import { compare } from './compare.ts';
import type { Release } from './releases.ts';

export interface ChangelogEntry {
  readonly kind: Kind;
  readonly level: Level;
  readonly operation: string | null;
  readonly description: string;
}

export interface ChangelogVersion {
  readonly version: string;
  /** Null while it is not released. */
  readonly released_on: string | null;
  readonly changes: readonly ChangelogEntry[];
}

const sentenceMax = 1000;
const first: ChangelogEntry = { kind: 'added', level: 'additive', operation: null, description: 'The first release.' };
const words: ChangelogEntry = {
  kind: 'changed',
  level: 'documentation',
  operation: null,
  description: 'Descriptions and examples were edited.',
};

/** Sunsets that pass change what may be done, and nothing that was done: no date has a part in the changelog. */
const noDay = '';

function rank({ level, operation, description }: ChangelogEntry): string {
  const levels: Record<Level, number> = { breaking: 0, additive: 1, documentation: 2 };
  return `${levels[level]} ${operation ?? ''} ${description}`;
}

const quoted = (names: readonly string[]): string =>
  [...new Set(names)]
    .toSorted()
    .map((name) => `\`${name}\``)
    .join(', ');

/** The fields that one thing got, or everything that got one header. */
function groupOf({ addition, operation, description }: Change): string {
  if (addition === undefined) return `${operation} ${description}`;
  const { noun, name, owner } = addition;
  return noun === 'field' ? `${operation} ${noun} ${owner}` : `${noun} ${name}`;
}

const listedMax = 3;

function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)].toSorted();
  const more = distinct.length - listedMax;
  return more <= 0 ? quoted(distinct) : `${quoted(distinct.slice(0, listedMax))} and ${more} more`;
}

function entryFrom(group: readonly [Change, ...Change[]]): ChangelogEntry {
  const [{ addition, kind, level, operation, description }] = group;
  const common = { kind, level, operation };
  if (addition === undefined || group.length === 1) return { ...common, description };
  const names = group.flatMap((change) => change.addition?.name ?? []);
  if (addition.noun === 'field')
    return { ...common, description: `New fields of \`${addition.owner}\`: ${quoted(names)}.` };
  const owners = group.flatMap((change) => change.operation ?? change.addition?.owner ?? []);
  return { ...common, operation: null, description: `New ${addition.noun} \`${addition.name}\` of ${listed(owners)}.` };
}

/** What users are told: each change that reaches them, and one sentence for everything that is only said otherwise. */
export function entriesFrom(changes: readonly Change[]): ChangelogEntry[] {
  const told = changes.filter(({ fault }) => fault !== true);
  const groups = Map.groupBy(
    told.filter(({ level }) => level !== 'documentation'),
    (change) => `${change.level} ${change.kind} ${groupOf(change)}`,
  );
  const entries = [...groups.values()].flatMap(([head, ...rest]) =>
    head === undefined ? [] : entryFrom([head, ...rest]),
  );
  const bounded = entries.map((entry) => ({ ...entry, description: entry.description.slice(0, sentenceMax) }));
  const edited = told.some(({ level }) => level === 'documentation') ? [words] : [];
  return [...bounded, ...edited].toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** Every version, the newest first: what each changed in the description of the release before it. */
export async function apiChangelog(
  releases: readonly Release[],
  description: OpenApiDocument,
): Promise<ChangelogVersion[]> {
  const { version } = description.info;
  const released = releases.map((release) => ({ ...release, released_on: release.released_on as string | null }));
  const working = { version, released_on: null, description };
  const versions = released.some((release) => release.version === version) ? released : [...released, working];
  const told = versions.map(async (current, position): Promise<ChangelogVersion> => {
    const before = versions[position - 1];
    const changes =
      before === undefined ? [first] : entriesFrom(await compare(before.description, current.description, noDay));
    return { version: current.version, released_on: current.released_on, changes };
  });
  return (await Promise.all(told)).toReversed();
}

const headings: readonly [string, (entry: ChangelogEntry) => boolean][] = [
  ['Breaking', ({ level }) => level === 'breaking'],
  ['Deprecated', ({ level, kind }) => level !== 'breaking' && kind === 'deprecated'],
  ['Added', ({ level, kind }) => level === 'additive' && kind === 'added'],
  ['Changed', ({ level, kind }) => level === 'additive' && (kind === 'changed' || kind === 'removed')],
  ['Documentation', ({ level }) => level === 'documentation'],
];

const line = ({ operation, description }: ChangelogEntry): string =>
  operation === null ? `- ${description}` : `- \`${operation}\`: ${description}`;

function versionText({ version, released_on: releasedOn, changes }: ChangelogVersion): string {
  const parts = headings.flatMap(([heading, belongs]) => {
    const lines = changes.filter(belongs).map(line);
    return lines.length === 0 ? [] : [`### ${heading}\n\n${lines.join('\n')}`];
  });
  return [`## ${version} (${releasedOn ?? 'not released yet'})`, ...parts].join('\n\n');
}

/** The same for people, in Markdown. */
export function changelogText(versions: readonly ChangelogVersion[]): string {
  const head = '# Changes of the API\n\nWritten by `npm run generate` from the description of each release.';
  return `${[head, ...versions.map(versionText)].join('\n\n')}\n`;
}
