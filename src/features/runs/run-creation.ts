import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, type FailureDetails } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { listManifestTests, type ManifestTest } from '../regression-tests/manifest-source.ts';
import { keepRepository, runnableRepository, type RunnableRepository } from '../repositories/runnable-repository.ts';
import { recordRunEvent } from './run-events.ts';
import {
  findBuildId,
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
    const insert = () => insertPlannedRun(trx, principal, request, repository);
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

async function insertPlannedRun(
  trx: Transaction<Database>,
  principal: AccountPrincipal,
  request: RunRequest,
  repository: RunnableRepository,
): Promise<number> {
  const { platform } = request;
  const commit_sha = request.commit_sha.toLowerCase();
  const repository_id = await keepRepository(trx, principal.domainId, repository);
  const build_id = await findBuildId(trx, { repository_id, commit_sha, platform });
  if (build_id === undefined) throw unprocessable('There is no build for this commit and platform; upload it first.');
  const tests = await plannedTests(trx, principal.domainId, request);
  const run = await insertRun(trx, {
    domain_id: principal.domainId,
    repository_id,
    build_id,
    account_id: principal.accountId,
    commit_sha,
    platform,
    branch: request.branch,
    base_commit_sha: request.base_commit_sha?.toLowerCase() ?? null,
    pr_number: request.pull_request ?? null,
    status: 'queued',
    ended: null,
    required_types: requiredTypes(tests),
    planned_count: tests.length,
    duration_ms: null,
  });
  await insertManifest(trx, run.id, tests);
  await recordRunEvent(trx, run, { status: 'queued', message: `Queued with ${tests.length} planned tests` });
  return run.id;
}

async function plannedTests(
  trx: Transaction<Database>,
  domainId: number,
  request: RunRequest,
): Promise<ManifestTest[]> {
  const asked = request.regression_test_ids;
  const selection = {
    domainId,
    platform: request.platform,
    ...(asked === undefined ? {} : { regressionTestIds: asked }),
  };
  const tests = await listManifestTests(trx, selection);
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
