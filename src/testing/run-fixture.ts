import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ResultOutputsTable, ResultsTable } from '../features/results/results.table.ts';
import type { RunRow, RunsTable } from '../features/runs/runs.table.ts';
import type { LeaseRow, WorkerRow, WorkersTable } from '../features/workers/workers.table.ts';
import type { LeasePrincipal } from '../principal.ts';

type Db = Kysely<Database>;

/** A domain with the least that a run needs. */
export interface Tenant {
  readonly domain_id: number;
  readonly account_id: number;
  readonly repository_id: number;
  readonly sample_id: number;
}

export interface TestPlace {
  readonly regression_test_id: number;
  readonly output_id: number;
}

export const digest = (letter: string): string => letter.repeat(64);

let serial = 0;

export async function insertTenant(db: Db, slug: string): Promise<Tenant> {
  const { id: domain_id } = await db.insertInto('domains').values({ slug }).returning('id').executeTakeFirstOrThrow();
  const { id: account_id } = await db
    .insertInto('accounts')
    .values({ domain_id, name: 'Ada', email: `ada@${slug}.example`, password_hash: '', role: 'admin' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: repository_id } = await db
    .insertInto('repositories')
    .values({ domain_id, name: 'Video/Extractor', default_branch: 'main' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const file = { sha256: digest('5'), size_bytes: 3, original_name: 'Pop-On.m2ts', extension: 'm2ts' };
  const { id: sample_id } = await db
    .insertInto('samples')
    .values({ domain_id, account_id, ...file })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { domain_id, account_id, repository_id, sample_id };
}

/** A run of a build of its own; it is queued and plans one test unless `changes` say otherwise. */
export async function insertRun(
  db: Db,
  { domain_id, account_id, repository_id }: Tenant,
  changes: Partial<Insertable<RunsTable>> = {},
): Promise<RunRow> {
  serial += 1;
  const { commit_sha = String(serial).padStart(40, '0'), platform = 'linux' } = changes;
  const built = { domain_id, account_id, repository_id, commit_sha, platform };
  const { id: build_id } = await db
    .insertInto('builds')
    .values({ ...built, entry_point: 'extractor.cjs', arguments: '{command}', sha256: digest('b'), size_bytes: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const queued: Insertable<RunsTable> = {
    ...built,
    build_id,
    branch: 'main',
    status: 'queued',
    required_types: ['in:file', 'out:file'],
    planned_count: 1,
    queued_at: new Date().toISOString(),
  };
  return db
    .insertInto('runs')
    .values({ ...queued, ...changes })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A regression test of the tenant's sample with one expected output. */
export async function insertTest(db: Db, { domain_id, sample_id }: Tenant): Promise<TestPlace> {
  const { id: regression_test_id } = await db
    .insertInto('regression_tests')
    .values({
      domain_id,
      sample_id,
      command: '--format srt',
      input_type: 'file',
      output_type: 'file',
      expected_rc: 0,
      description: '',
      active: true,
      timeout_ms: 1000,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: output_id } = await db
    .insertInto('expected_outputs')
    .values({ regression_test_id, expected_filename: 'captions.srt', correct_extension: '.srt' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { regression_test_id, output_id };
}

export async function planTest(
  db: Db,
  run_id: number,
  { sample_id }: Pick<Tenant, 'sample_id'>,
  { regression_test_id, output_id }: TestPlace,
  { sample_name = 'Pop-On.m2ts', baseline_sha256 }: { sample_name?: string; baseline_sha256?: string } = {},
): Promise<void> {
  await db
    .insertInto('planned_tests')
    .values({
      run_id,
      regression_test_id,
      sample_id,
      sample_sha256: digest('5'),
      sample_name,
      sample_size_bytes: 3,
      command: '--format srt',
      input_type: 'file',
      output_type: 'file',
      expected_rc: 0,
      timeout_ms: 1000,
    })
    .execute();
  const judgedBy = { ignore: false, baseline_sha256: baseline_sha256 ?? null, variant_sha256s: [] };
  await db
    .insertInto('planned_outputs')
    .values({ run_id, regression_test_id, output_id, filename: 'captions.srt', ...judgedBy })
    .execute();
}

export type JudgedOutput = Pick<Insertable<ResultOutputsTable>, 'sha256' | 'size_bytes' | 'status' | 'class'>;

/** Records a result, and its output unless it has none, as judged by the caller. */
export async function insertResult(
  db: Db,
  run_id: number,
  { regression_test_id, output_id }: TestPlace,
  result: Partial<Insertable<ResultsTable>> & Pick<Insertable<ResultsTable>, 'status'>,
  output?: JudgedOutput,
): Promise<void> {
  const key = { run_id, regression_test_id };
  const ran = { attempt: 1, exit_code: 0, runtime_ms: 412, skip_reason: null };
  await db
    .insertInto('results')
    .values({ ...key, ...ran, ...result })
    .execute();
  if (output === undefined) return;
  await db
    .insertInto('result_outputs')
    .values({ ...key, output_id, ...output })
    .execute();
}

/** Just seen, on Linux, with files in and out. */
export async function insertWorker(db: Db, changes: Partial<Insertable<WorkersTable>> = {}): Promise<WorkerRow> {
  serial += 1;
  const worker: Insertable<WorkersTable> = {
    name: `bench-${serial}`,
    platforms: ['linux'],
    input_types: ['file'],
    output_types: ['file'],
    lookup: Buffer.from(`worker ${serial}`),
    lookup_kid: 'test',
    sandbox: null,
    last_seen_at: new Date().toISOString(),
  };
  return db
    .insertInto('workers')
    .values({ ...worker, ...changes })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A lease of the run's current attempt that ends in a minute. */
export async function insertLease(
  db: Db,
  run: Pick<RunRow, 'id' | 'attempt'>,
  changes: Partial<Pick<LeaseRow, 'expires_at' | 'released_at' | 'log_offset'>> = {},
): Promise<LeasePrincipal> {
  const worker = await insertWorker(db);
  const { id } = await db
    .insertInto('leases')
    .values({
      run_id: run.id,
      worker_id: worker.id,
      attempt: run.attempt,
      lookup: Buffer.from(`lease of ${worker.name}`),
      lookup_kid: 'test',
      expires_at: new Date(Date.now() + 60_000).toISOString(),
      log_offset: 0,
      ...changes,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { kind: 'lease', leaseId: id, runId: run.id, attempt: run.attempt, workerId: worker.id };
}
