// How fast results are taken in: workers that report in batches, beside the same rows in the same tables by the driver
// alone, in one run. The ratio counts, absolute numbers are the machine's. Exit: 0 within the bound and nothing
// acknowledged is lost, 1 otherwise.
import type { ChildProcess } from 'node:child_process';
import pg from 'pg';
import { enrolWorker } from '../../src/features/workers/enrolment.ts';
import { answerOf, createClient, type SpciClient } from '../../src/sdk/client.ts';
import { ended, startServer } from './bench-server.ts';
import { contentOf, contents, digestOf, fillWithPlannedRuns } from './planned-runs.ts';
import { insertRawBatch } from './raw-ingest.ts';
import { openBench, type Bench } from './seed.ts';
import { textTable } from './text-table.ts';

/** A run plans at most 500 tests. */
const plan = { rounds: 5, warmUpRounds: 2, workers: 4, runsPerWorker: 10, testsPerRun: 500, batch: 500 } as const;
const runsPerRound = plan.workers * plan.runsPerWorker;
const resultsPerRound = runsPerRound * plan.testsPerRun;
const runs = 2 * runsPerRound * (plan.warmUpRounds + plan.rounds);
/** Results per second of this server over those of the driver, median of the rounds. */
const ratioMin = 0.25;

interface Lease {
  readonly runId: number;
  readonly leaseId: number;
  readonly client: SpciClient;
}

const testIds = Array.from({ length: plan.testsPerRun }, (_, position) => position + 1);
const batches = Array.from({ length: plan.testsPerRun / plan.batch }, (_, position) =>
  testIds.slice(position * plan.batch, (position + 1) * plan.batch),
);

const reportOf = (id: number) => ({
  regression_test_id: id,
  exit_code: 0,
  runtime_ms: 412,
  outputs: [{ output_id: id, sha256: digestOf(id), size_bytes: contentOf(id).length }],
});

async function claim(url: string, worker: SpciClient): Promise<Lease> {
  const body = { platforms: ['linux' as const], wait_ms: 0 };
  const claimed = await answerOf(worker.POST('/api/v1/worker/claims', { body }));
  if (claimed === undefined) throw new Error('no run is left to claim');
  const { run_id, lease_id, lease_token } = claimed;
  return { runId: run_id, leaseId: lease_id, client: createClient({ url, token: lease_token }) };
}

async function storeContents({ client, leaseId: lease_id }: Lease): Promise<void> {
  for (let number = 0; number < contents; number += 1) {
    const path = { lease_id, sha256: digestOf(number) };
    await answerOf(
      client.PUT('/api/v1/worker/leases/{lease_id}/outputs/{sha256}', {
        params: { path },
        body: contentOf(number),
        bodySerializer: (text: string) => text,
        headers: { 'Content-Type': 'application/octet-stream' },
      }),
    );
  }
}

/** How many results were acknowledged. */
async function report({ client, leaseId: lease_id }: Lease): Promise<number> {
  let accepted = 0;
  for (const ids of batches) {
    const body = { results: ids.map(reportOf) };
    const params = { path: { lease_id } };
    accepted += (await answerOf(client.POST('/api/v1/worker/leases/{lease_id}/results', { params, body }))).accepted;
  }
  return accepted;
}

async function resultsPerSecond(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (resultsPerRound * 1000) / (performance.now() - startedAt);
}

/** One item after another, by as many workers as there are. */
async function byWorkers<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const loop = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: plan.workers }, loop));
}

async function insertRaw(pool: pg.Pool, runId: number): Promise<void> {
  for (const ids of batches) await insertRawBatch(pool, runId, ids);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Measured {
  readonly server: number[];
  readonly raw: number[];
  acknowledged: number;
  readonly runIds: number[];
}

async function measure(bench: Bench, url: string, pool: pg.Pool): Promise<Measured> {
  const { token } = await enrolWorker(
    { db: bench.database.db, keys: bench.keys },
    { name: 'bench', platforms: ['linux'] },
  );
  const worker = createClient({ url, token });
  const measured: Measured = { server: [], raw: [], acknowledged: 0, runIds: [] };
  for (let round = 0; round < plan.warmUpRounds + plan.rounds; round += 1) {
    const leases: Lease[] = [];
    for (let number = 0; number < runsPerRound; number += 1) leases.push(await claim(url, worker));
    if (round === 0 && leases[0] !== undefined) await storeContents(leases[0]);
    // Queued runs are claimed from the oldest on; the driver fills the youngest.
    const rawIds = bench.runIds.toReversed().slice(round * runsPerRound, (round + 1) * runsPerRound);
    const raw = await resultsPerSecond(() => byWorkers(rawIds, (runId) => insertRaw(pool, runId)));
    const server = await resultsPerSecond(() =>
      byWorkers(leases, async (lease) => {
        const accepted = await report(lease);
        measured.acknowledged += accepted;
      }),
    );
    measured.runIds.push(...leases.map(({ runId }) => runId));
    if (round < plan.warmUpRounds) continue;
    measured.raw.push(raw);
    measured.server.push(server);
  }
  return measured;
}

/** Results, outputs and what the runs count, of the runs that the server filled. */
async function storedCounts(pool: pg.Pool, runIds: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<Record<'results' | 'outputs' | 'counted', string>>(
    `select (select count(*) from results where run_id = any($1)) as results,
       (select count(*) from result_outputs where run_id = any($1)) as outputs,
       (select sum(pass_count) from runs where id = any($1)) as counted`,
    [runIds],
  );
  return rows.flatMap(({ results, outputs, counted }) => [results, outputs, counted].map(Number));
}

async function judge(pool: pg.Pool, { server, raw, acknowledged, runIds }: Measured): Promise<boolean> {
  const perSecond = (rates: readonly number[]): string[] => rates.map((rate) => rate.toFixed(0));
  const ratios = server.map((rate, round) => rate / (raw[round] ?? Number.NaN));
  console.log(
    textTable([
      ['results/s', ...server.map((_, round) => `round ${round + 1}`), 'median'],
      ['this server', ...perSecond([...server, median(server)])],
      ['raw pg driver', ...perSecond([...raw, median(raw)])],
      ['ratio', ...[...ratios, median(ratios)].map((ratio) => ratio.toFixed(2))],
    ]),
  );
  const stored = await storedCounts(pool, runIds);
  const lost = stored.some((count) => count !== acknowledged);
  console.log(`\n${acknowledged} results acknowledged; results, outputs and counters stored: ${stored.join(', ')}`);
  const within = median(ratios) >= ratioMin;
  console.log(
    `verdict: ${lost ? 'LOST RESULTS' : within ? 'within the bound' : 'beyond the bound'}; at least ${ratioMin} binds`,
  );
  return within && !lost;
}

const bench = await openBench(fillWithPlannedRuns({ runs, testsPerRun: plan.testsPerRun }));
const children: ChildProcess[] = [];
const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: 10 });
try {
  console.log(
    `${plan.workers} workers, batches of ${plan.batch}, ${resultsPerRound} results a round, Node ${process.version}`,
  );
  const { url } = await startServer(bench, children);
  process.exitCode = (await judge(pool, await measure(bench, url, pool))) ? 0 : 1;
} finally {
  await Promise.all(children.map(ended));
  await pool.end();
  await bench.stop();
}
