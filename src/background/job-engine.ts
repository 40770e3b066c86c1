import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { PgBoss, type ConstructorOptions, type Job } from 'pg-boss';
import type { OpenDatabase } from '../db/open-database.ts';
import { executeText } from '../db/sql-text.ts';
import { startQueueWorker, wasHeld, type Message, type QueueWork, type QueueWorker } from './queue-worker.ts';
import { reportSeldom, type Report } from './seldom-reports.ts';

/** Their tries, waits and bounds are rows that migrations write; the jobs that ran out of tries are in `<name>_dead`. */
export type QueueName = 'preflight' | 'preflight_fixes';

export interface QueueOptions {
  readonly atOnce: number;
  /** Is told of a job whose tries have run out, and is asked again when it throws. */
  exhausted(jobId: string): Promise<void>;
}

export interface JobEngine {
  /** Hands a job over; one that waits or is at work already is not handed over twice. Not within a transaction. */
  send(queue: QueueName, jobId: string): Promise<void>;
  /** Takes jobs, so many at once; a handler that throws is tried again with growing waits, then `exhausted` is told. */
  work(
    queue: QueueName,
    options: QueueOptions,
    handle: (jobId: string, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** Lets what is at work end, aborts what does not, and gives it back to the queue. */
  stop(): Promise<void>;
}

export interface Pace {
  /** How late jobs of other processes are seen, and those that are tried again; jobs of this one wake its worker. */
  readonly pollMs: number;
  readonly deadPollMs: number;
  /** A third of the time after which a job that nobody speaks of is taken over. */
  readonly beatMs: number;
  /** For what is at work at a stop, to end, and again when it is aborted. */
  readonly graceMs: number;
}

const usualPace: Pace = { pollMs: 1_000, deadPollMs: 5_000, beatMs: 5_000, graceMs: 5_000 };
/** At least so long apart all processes together look for jobs that nobody speaks of: every second beat, none too early. */
const superviseSeconds = 8;
const tidySeconds = 600;

export async function openJobEngine(
  database: OpenDatabase,
  logger: Pick<Logger, 'warn'>,
  { pollMs, deadPollMs, beatMs, graceMs } = usualPace,
): Promise<JobEngine> {
  const report = reportSeldom(logger);
  const boss = openBoss(database, report);
  await boss.start();
  const workers = new Map<string, QueueWorker>();
  const stopping = new AbortController();
  let keeping: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    // Kept until they have ended.
    await Promise.all([...workers.values()].map((worker) => worker.stop(graceMs)));
    stopping.abort();
    await keeping;
    await boss.stop();
  };
  const startWorker = ({
    queue,
    ...work
  }: Pick<QueueWork, 'queue' | 'atOnce' | 'pollMs' | 'handle' | 'fail'>): void => {
    const tryFailed = (jobId: string, error: unknown): void =>
      logger.warn({ err: error, queue, job_id: jobId }, 'a try of a job failed');
    const giveBack = (job: Job<Message>): Promise<void> => sendAnew(database, boss, queue, job);
    workers.set(queue, startQueueWorker({ boss, report, queue, tryFailed, giveBack, ...work }));
  };
  return {
    send: async (queue, jobId) => {
      await boss.send(queue, { job_id: jobId }, { singletonKey: jobId });
      workers.get(queue)?.wake();
    },
    work: async (queue, { atOnce, exhausted }, handle) => {
      const dead = `${queue}_dead`;
      const fail = async (job: Job<Message>): Promise<void> => {
        await boss.fail(queue, job);
        workers.get(dead)?.wake();
      };
      startWorker({ queue, atOnce, pollMs, handle, fail });
      startWorker({
        queue: dead,
        atOnce: 1,
        pollMs: deadPollMs,
        handle: exhausted,
        fail: (job) => boss.fail(dead, job),
      });
      keeping ??= keepJobs({ boss, workers, stopping: stopping.signal, report, beatMs });
    },
    stop: () => (stopped ??= stop()),
  };
}

/** Our connections, with their limits: there is no second pool, and one embedded database. */
const engineDatabase = (db: OpenDatabase['db']): NonNullable<ConstructorOptions['db']> => ({
  executeSql: (text, values) => executeText(db, text, values),
});

function openBoss({ db, kind }: OpenDatabase, report: Report): PgBoss {
  const boss = new PgBoss({
    db: engineDatabase(db),
    backend: kind === 'embedded' ? 'pglite' : 'postgres',
    // The schema is made by our migrations, and jobs are looked after by `keepJobs`, where jobs are worked on.
    ...{ migrate: false, supervise: false, schedule: false, registerInstance: false },
    ...{ reindex: false, monitorVacuum: false, openTelemetry: { enabled: false } },
    ...{ monitorIntervalSeconds: superviseSeconds, maintenanceIntervalSeconds: tidySeconds },
    queueCacheIntervalSeconds: 86_400,
  });
  boss.on('error', (error) => report(error, 'the job engine failed'));
  boss.on('warning', ({ message }) => report(undefined, message));
  return boss;
}

/** Its tries are counted from the start again, for it did not fail. */
async function sendAnew({ db }: OpenDatabase, boss: PgBoss, queue: string, job: Job<Message>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const within = { db: engineDatabase(trx) };
    const taken = await boss.complete(queue, job, null, within);
    if (wasHeld(taken)) await boss.send(queue, job.data, { singletonKey: job.data.job_id, ...within });
  });
}

interface KeptJobs {
  readonly boss: PgBoss;
  readonly workers: ReadonlyMap<string, QueueWorker>;
  readonly stopping: AbortSignal;
  readonly report: Report;
  readonly beatMs: number;
}

/** Before it looks for jobs that nobody speaks of, a process speaks of its own. */
async function keepJobs({ boss, workers, stopping, report, beatMs }: KeptJobs): Promise<void> {
  while (!stopping.aborted) {
    for (const worker of workers.values()) await worker.beat();
    await boss.supervise().catch((error: unknown) => report(error, 'jobs cannot be looked after'));
    await setTimeout(beatMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
