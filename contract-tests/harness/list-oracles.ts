import type { OperationId } from './client.ts';
import type { Json } from './declared-requests.ts';

export type Row = Json;

export interface Known {
  /** Tags by sample. */
  readonly tags: ReadonlyMap<unknown, readonly string[]>;
  /** Versions by commit. */
  readonly versions: ReadonlyMap<unknown, string>;
}

/** How a filter is asked and who fits it, told from what the list shows without it. */
export interface Oracle {
  /** A value to ask for, found in a row; undefined where the row gives none. */
  readonly asked: (row: Row, known: Known) => unknown;
  readonly fits: (row: Row, asked: string, known: Known) => boolean;
}

const lower = (value: unknown): string => String(value).toLowerCase();
const listIn = (row: Row, name: string): readonly unknown[] => (Array.isArray(row[name]) ? row[name] : []);
const tagsOf = ({ sample_id }: Row, { tags }: Known): readonly string[] => tags.get(sample_id) ?? [];

const equal = (name: string): Oracle => ({
  asked: (row) => row[name] ?? undefined,
  fits: (row, asked) => String(row[name]) === asked,
});
const equalInAnyCase = (name: string): Oracle => ({
  asked: (row) => (typeof row[name] === 'string' ? row[name].toUpperCase() : undefined),
  fits: (row, asked) => lower(row[name]) === lower(asked),
});
/** Asked for by what comes last in it, which is where `%` and `_` stand. */
const contains = (name: string): Oracle => ({
  asked: (row) => String(row[name]).slice(-6).toUpperCase(),
  fits: (row, asked) => lower(row[name]).includes(lower(asked)),
});
const tag: Oracle = {
  asked: (row, known) => tagsOf(row, known)[0]?.toUpperCase(),
  fits: (row, asked, known) => tagsOf(row, known).some((name) => lower(name) === lower(asked)),
};
const among = (name: string): Oracle => ({
  asked: (row) => listIn(row, name)[0],
  fits: (row, asked) => listIn(row, name).some((value) => lower(value) === lower(asked)),
});
const createdAfter: Oracle = {
  asked: ({ created_at }) => created_at,
  fits: ({ created_at }, asked) => Date.parse(String(created_at)) >= Date.parse(asked),
};
const createdBefore: Oracle = {
  asked: ({ created_at }) => created_at,
  fits: ({ created_at }, asked) => Date.parse(String(created_at)) <= Date.parse(asked),
};

type ParameterName = `${OperationId} ${string}`;

/** By operation and parameter; where none is named, the property of the parameter's name decides. */
const named: Readonly<Partial<Record<ParameterName, Oracle>>> = {
  'listSamples status': {
    asked: ({ active }) => (active === true ? 'active' : 'inactive'),
    fits: ({ active }, asked) => (active === true ? 'active' : 'inactive') === asked,
  },
  'listSamples name': contains('original_name'),
  'listSamples tag': among('tags'),
  'listSamples sha256': equal('sha'),
  'listRegressionTests active': equal('active'),
  'listRegressionTests category': among('categories'),
  'listRegressionTests tag': tag,
  'listRuns commit_sha': equalInAnyCase('commit_sha'),
  'listRuns repository': equalInAnyCase('repository'),
  'listRuns ccx_version': {
    asked: ({ commit_sha }, { versions }) => versions.get(commit_sha),
    fits: ({ commit_sha }, asked, { versions }) => versions.get(commit_sha) === asked,
  },
  'listVersions repository': equalInAnyCase('repository'),
  'listSites name': contains('name'),
  'listSites url': {
    asked: ({ base_url }) => `${String(base_url)}/roses?day=1`,
    fits: ({ base_url }, asked) => asked.startsWith(`${String(base_url)}/`),
  },
  'listPreflightJobs url': among('urls'),
  'listRuns created_after': createdAfter,
  'listRuns created_before': createdBefore,
  'listSampleResults created_after': createdAfter,
  'listSampleResults created_before': createdBefore,
  'listRunSamples name': contains('sample_name'),
  'listRunSamples tag': tag,
  'listRunSamples category': among('categories'),
  'listRunLogs contains': contains('message'),
  'listRunSampleLogs contains': contains('message'),
};

export const oracleOf = (operationId: OperationId, parameter: string): Oracle =>
  named[`${operationId} ${parameter}`] ?? equal(parameter);

/** What widens a list instead of narrowing it, and so is given where all rows are wanted. */
export const widening: Readonly<Partial<Record<OperationId, Readonly<Record<string, string>>>>> = {
  listRegressionTests: { active: 'all' },
  listRetentionRuns: { days: '0' },
  listTokens: { all: 'true' },
};

/** What says which rows there are instead of choosing among them. */
export const shaping: readonly string[] = ['group_by', 'include_stack', 'against', 'days'];

/** What must name something of the subject; anything else is refused instead of finding nothing. */
export const belonging: readonly ParameterName[] = ['listSampleResults regression_test_id', 'listRuns ccx_version'];
