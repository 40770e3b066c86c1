import type { Bench } from './seed.ts';

/** A kind of request: what its table row says, and its path without the page. */
export interface ReadKind {
  readonly name: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export const floor: ReadKind = { name: 'floor: GET /system/about', path: '/api/v1/system/about', query: {} };

const statuses = ['queued', 'pass', 'fail', 'canceled', 'incomplete', 'error'] as const;
const sorts = ['created_at', '-created_at', 'run_id', '-run_id'] as const;
const resultStatuses = ['not_started', 'pass', 'fail', 'missing_output', 'skipped'] as const;
const errorTypes = [
  'test_failure',
  'exit_code_mismatch',
  'missing_output',
  'missing_expected',
  'diff_mismatch',
] as const;
const severities = ['info', 'warning', 'error', 'critical'] as const;

/** Each filter and each sort alone, and filters that people ask together. */
export async function readKinds({ database: { db }, runIds }: Bench): Promise<ReadKind[]> {
  const middle = await db
    .selectFrom('runs')
    .innerJoin('repositories', 'repositories.id', 'runs.repository_id')
    .where('runs.status', '=', 'fail')
    .where('runs.id', '>', runIds[Math.floor(runIds.length / 2)] ?? 0)
    .orderBy('runs.id')
    .select(['runs.id', 'runs.commit_sha', 'runs.branch', 'runs.created_at', 'repositories.name'])
    .executeTakeFirstOrThrow();
  const { version } = await db.selectFrom('tool_versions').select('version').executeTakeFirstOrThrow();
  const test = await db
    .selectFrom('regression_tests')
    .where('sample_id', '=', 1)
    .select('id')
    .executeTakeFirstOrThrow();
  const created_after = new Date(middle.created_at).toISOString();
  const window = [{ created_after }, { created_before: created_after }];
  const places = [{ branch: 'main' }, { branch: 'feature-7' }, { platform: 'linux' }];
  const kindsOf = (name: string, path: string, queries: readonly Record<string, string>[]): ReadKind[] =>
    queries.map((query) => ({ name, path, query }));
  const planned = await db
    .selectFrom('planned_tests')
    .where('run_id', '=', middle.id)
    .select('sample_id')
    .executeTakeFirstOrThrow();
  return [
    ...kindsOf('GET /runs', '/api/v1/runs', [
      {},
      ...sorts.map((sort) => ({ sort })),
      ...statuses.map((status) => ({ status })),
      ...places,
      ...window,
      { commit_sha: middle.commit_sha },
      { repository: middle.name },
      { ccx_version: version },
      { repository: middle.name, branch: 'main', platform: 'linux', status: 'fail' },
      { branch: 'main', sort: 'run_id', status: 'pass' },
    ]),
    ...kindsOf('GET /samples/{id}/history', '/api/v1/samples/1/history', [
      {},
      { regression_test_id: String(test.id) },
      ...resultStatuses.map((status) => ({ status })),
      ...places,
      ...window,
      { branch: 'main', platform: 'linux', status: 'fail' },
      { branch: 'main', status: 'not_started' },
    ]),
    ...kindsOf('GET /runs/{id}/errors', `/api/v1/runs/${middle.id}/errors`, [
      {},
      ...errorTypes.map((type) => ({ type })),
      ...severities.map((severity) => ({ severity })),
      { sample_id: String(planned.sample_id) },
    ]),
  ];
}
