import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, type FailureDetails } from '../../errors.ts';
import type { AccountPrincipal, Platform } from '../../principal.ts';
import { assertPassed } from '../preflight/required-preflight.ts';
import { isEveryActiveTest, listManifestTests, type ManifestTest } from '../regression-tests/manifest-source.ts';
import { keepRepository, runnableRepository, type RunnableRepository } from '../repositories/runnable-repository.ts';
import { recordRunEvent } from './run-events.ts';
import {
  findBuildOfCommit,
  findIdempotentRun,
  insertIdempotentRun,
  insertPlannedOutputs,
  insertPlannedTests,
  insertRun,
  lockIdempotencyKey,
  type IdempotentRequest,
} from './runs.queries.ts';

type RunRequest = components['schemas']['RunCreateRequest'];

export interface CreatedRun {
  readonly runId: number;
  /** Whether this is an earlier request's run, by its idempotency key. */
  readonly replayed: boolean;
}

const plannedMax = 500;

function unprocessable(message: string, details: FailureDetails = {}): AppError {
  return new AppError('unprocessable', message, details);
}

/** The same request in the same words: members in one order, whatever order they came in. */
function requestDigest(request: RunRequest): Buffer {
  const members = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).digest();
}

/**
 * Freezes the manifest and queues the run in one transaction; whatever cannot be planned leaves nothing behind. With a
 * key, a repeat within 24 hours finds the run of the first request, whatever has become of the right to make it.
 */
export async function createQueuedRun(
  context: Pick<AppContext, 'db' | 'runWakeup' | 'settings'>,
  principal: AccountPrincipal,
  request: RunRequest,
  key: string | undefined,
): Promise<CreatedRun> {
  const repeatable: IdempotentRequest | undefined =
    key === undefined
      ? undefined
      : { account_id: principal.accountId, operation: 'createRun', key, request_sha256: requestDigest(request) };
  const earlier = repeatable && (await earlierRun(context.db, repeatable));
  if (earlier !== undefined) return earlier;
  const repository = await runnableRepository(context, principal, request.repository);
  const created = await context.db.transaction().execute(async (trx) => {
    const insert = () => insertPlannedRun(trx, context, { principal, request, repository });
    return repeatable === undefined ? { runId: await insert(), replayed: false } : createOnce(trx, repeatable, insert);
  });
  if (!created.replayed) context.runWakeup.announce();
  return created;
}

async function earlierRun(db: Kysely<Database>, repeatable: IdempotentRequest): Promise<CreatedRun | undefined> {
  const earlier = await findIdempotentRun(db, repeatable);
  if (earlier === undefined) return undefined;
  if (earlier.request_sha256.equals(repeatable.request_sha256)) return { runId: earlier.run_id, replayed: true };
  throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used with another request.');
}

async function createOnce(
  trx: Transaction<Database>,
  repeatable: IdempotentRequest,
  insert: () => Promise<number>,
): Promise<CreatedRun> {
  await lockIdempotencyKey(trx, repeatable);
  const earlier = await earlierRun(trx, repeatable);
  if (earlier !== undefined) return earlier;
  const runId = await insert();
  await insertIdempotentRun(trx, repeatable, runId);
  return { runId, replayed: false };
}

/** What a run is of; null where nobody said. */
export interface RunToPlan {
  readonly domain_id: number;
  readonly account_id: number;
  readonly repository_id: number;
  readonly build_id: number;
  /** Lower case. */
  readonly commit_sha: string;
  readonly platform: Platform;
  readonly branch: string;
  readonly base_commit_sha: string | null;
  readonly pr_number: number | null;
  readonly github_user_id: number | null;
  /** Of a preflight that passed. */
  readonly preflight_job_id?: string | undefined;
  /** Every active test when left out. */
  readonly regression_test_ids?: readonly number[] | undefined;
}

interface PermittedRun {
  readonly principal: AccountPrincipal;
  readonly request: RunRequest;
  readonly repository: RunnableRepository;
}

async function insertPlannedRun(
  trx: Transaction<Database>,
  context: Pick<AppContext, 'settings'>,
  { principal: { domainId, accountId }, request, repository }: PermittedRun,
): Promise<number> {
  const { platform, branch, preflight_job_id } = request;
  const commit_sha = request.commit_sha.toLowerCase();
  const repository_id = await keepRepository(trx, domainId, repository);
  if (preflight_job_id !== undefined)
    await assertPassed(trx, context, { domainId, repositoryId: repository_id, jobId: preflight_job_id });
  const build = await findBuildOfCommit(trx, { repository_id, commit_sha, platform });
  if (build === undefined) throw unprocessable('There is no build for this commit and platform; upload it first.');
  return planRun(trx, {
    ...{ domain_id: domainId, account_id: accountId, repository_id, build_id: build.id },
    ...{ commit_sha, platform, branch, preflight_job_id },
    base_commit_sha: request.base_commit_sha?.toLowerCase() ?? null,
    pr_number: request.pull_request ?? null,
    github_user_id: null,
    regression_test_ids: request.regression_test_ids,
  });
}

/** A queued run with its manifest; what cannot be planned is refused before anything is written. */
export async function planRun(trx: Transaction<Database>, { regression_test_ids, ...run }: RunToPlan): Promise<number> {
  const tests = await plannedTests(trx, { ...run, regression_test_ids });
  const queued = await insertRun(trx, {
    ...run,
    status: 'queued',
    ended: null,
    required_types: requiredTypes(tests),
    whole_suite: regression_test_ids === undefined || (await isEveryActiveTest(trx, run.domain_id, tests.length)),
    planned_count: tests.length,
    duration_ms: null,
  });
  await insertManifest(trx, queued.id, tests);
  await recordRunEvent(trx, queued, { status: 'queued', message: `Queued with ${tests.length} planned tests` });
  return queued.id;
}

async function plannedTests(
  trx: Transaction<Database>,
  {
    domain_id,
    platform,
    regression_test_ids: asked,
  }: Pick<RunToPlan, 'domain_id' | 'platform' | 'regression_test_ids'>,
): Promise<ManifestTest[]> {
  const tests = await listManifestTests(trx, {
    domainId: domain_id,
    platform,
    ...(asked === undefined ? {} : { regressionTestIds: [...asked] }),
  });
  const known = new Set(tests.map((test) => test.regression_test_id));
  const unknown = (asked ?? []).filter((id) => !known.has(id));
  if (unknown.length > 0) throw unprocessable('There are no such regression tests.', { unknown_ids: unknown });
  const inactive = tests.filter((test) => !test.active).map((test) => test.regression_test_id);
  if (inactive.length > 0)
    throw unprocessable('Inactive regression tests cannot be planned.', { inactive_ids: inactive });
  if (tests.length === 0) throw unprocessable('The run would plan no test.');
  if (tests.length > plannedMax)
    throw unprocessable(`A run plans at most ${plannedMax} tests.`, { planned_count: tests.length });
  return tests;
}

function requiredTypes(tests: readonly ManifestTest[]): string[] {
  return [...new Set(tests.flatMap((test) => [`in:${test.input_type}`, `out:${test.output_type}`]))].sort();
}

async function insertManifest(
  trx: Transaction<Database>,
  runId: number,
  tests: readonly ManifestTest[],
): Promise<void> {
  await insertPlannedTests(
    trx,
    tests.map(({ outputs: _outputs, active: _active, ...test }) => ({ run_id: runId, ...test })),
  );
  await insertPlannedOutputs(
    trx,
    tests.flatMap(({ regression_test_id, outputs }) =>
      outputs.map(({ variant_sha256s, ...output }) => ({
        run_id: runId,
        regression_test_id,
        ...output,
        variant_sha256s: [...variant_sha256s],
      })),
    ),
  );
}
