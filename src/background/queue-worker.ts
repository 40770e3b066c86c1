import type { Job, PgBoss } from 'pg-boss';
import type { Report } from './seldom-reports.ts';

export interface Message {
  readonly job_id: string;
}

/** A try of a job that this process has; another one may take it over when it says nothing of it for too long. */
interface HeldJob {
  readonly job: Job<Message>;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

export interface QueueWorker {
  /** Looks for jobs now. */
  wake(): void;
  /** Says that what is at work is alive, and aborts what another process has taken over. */
  beat(): Promise<void>;
  /** Takes no more jobs, lets those at work end for so long, aborts them, and gives back what did not end. */
  stop(graceMs: number): Promise<void>;
}

export interface QueueWork {
  readonly boss: PgBoss;
  readonly queue: string;
  readonly atOnce: number;
  readonly pollMs: number;
  readonly report: Report;
  handle(jobId: string, signal: AbortSignal): Promise<void>;
  tryFailed(jobId: string, error: unknown): void;
  /** Has it tried again later, or no more. */
  fail(job: Job<Message>): Promise<unknown>;
  /** Puts a job back as if it had not been taken. */
  giveBack(job: Job<Message>): Promise<void>;
}

/** Whether a job was still this process's when it was settled or kept. */
export const wasHeld = (response: object): boolean => 'affected' in response && response.affected !== 0;

const settleTries = 5;
const settlePauseMs = 1_000;

export function startQueueWorker(work: QueueWork): QueueWorker {
  const held = new Set<HeldJob>();
  const stopping = new AbortController();
  let alarm = Promise.withResolvers<void>();
  const wake = (): void => alarm.resolve();
  const begin = (job: Job<Message>): void => {
    const abort = new AbortController();
    const one = { job, abort, ended: workOn(work, job, abort.signal, stopping.signal) };
    held.add(one);
    void one.ended.finally(() => {
      held.delete(one);
      wake();
    });
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      alarm = Promise.withResolvers();
      const free = work.atOnce - held.size;
      const jobs = free > 0 ? await fetchJobs(work, free) : [];
      for (const job of jobs)
        if (stopping.signal.aborted) await settle(work, () => work.giveBack(job));
        else begin(job);
      const timer = setTimeout(wake, work.pollMs);
      if (!stopping.signal.aborted) await alarm.promise;
      clearTimeout(timer);
    }
  };
  const running = run();
  return {
    wake,
    beat: async () => {
      for (const one of held) await beatOne(work, one);
    },
    stop: async (graceMs) => {
      stopping.abort();
      wake();
      await running;
      await endHeld(work, held, graceMs);
    },
  };
}

async function fetchJobs({ boss, queue, report }: QueueWork, batchSize: number): Promise<readonly Job<Message>[]> {
  return boss.fetch<Message>(queue, { batchSize }).catch((error: unknown) => {
    report(error, 'jobs cannot be taken from their queue');
    return [];
  });
}

async function beatOne({ boss, queue, report }: QueueWork, { job, abort }: HeldJob): Promise<void> {
  try {
    if (!wasHeld(await boss.touch(queue, job))) abort.abort(new Error('the job has been taken over'));
  } catch (error) {
    report(error, 'jobs at work cannot be kept');
  }
}

const allEnded = (held: ReadonlySet<HeldJob>): Promise<unknown> => Promise.all([...held].map(({ ended }) => ended));

async function endHeld(work: QueueWork, held: ReadonlySet<HeldJob>, graceMs: number): Promise<void> {
  await within(graceMs, allEnded(held));
  for (const { abort } of held) abort.abort(new Error('the process is stopping'));
  await within(graceMs, allEnded(held));
  for (const { job } of held) await settle(work, () => work.giveBack(job));
}

async function within(limitMs: number, ended: Promise<unknown>): Promise<void> {
  const timeout = Promise.withResolvers<void>();
  const timer = setTimeout(timeout.resolve, limitMs);
  await Promise.race([ended, timeout.promise]);
  clearTimeout(timer);
}

async function workOn(work: QueueWork, job: Job<Message>, aborted: AbortSignal, stopping: AbortSignal): Promise<void> {
  const { boss, queue } = work;
  const { job_id } = job.data;
  const expired = AbortSignal.timeout(job.expireInSeconds * 1000);
  try {
    await work.handle(job_id, AbortSignal.any([aborted, expired]));
  } catch (error) {
    if (stopping.aborted && aborted.aborted) return settle(work, () => work.giveBack(job));
    work.tryFailed(job_id, error);
    return settle(work, () => work.fail(job));
  }
  return settle(work, () => boss.complete(queue, job));
}

/** The database may be away for a moment; if it stays away, the job is taken over and done again. */
async function settle({ report }: QueueWork, say: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; tries <= settleTries; tries += 1) {
    try {
      await say();
      return;
    } catch (error) {
      report(error, 'what became of a job cannot be said');
      await new Promise((resolve) => setTimeout(resolve, settlePauseMs));
    }
  }
}
