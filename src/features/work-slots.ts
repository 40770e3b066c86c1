import { AppError } from '../errors.ts';

export interface WorkSlots {
  /** Pieces of work begun so far. */
  readonly started: number;
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Lets `atOnce` pieces of work run and `waitingMax` wait in line; refuses what comes beyond that. */
export function createWorkSlots({ atOnce, waitingMax }: { atOnce: number; waitingMax: number }): WorkSlots {
  const waiting: (() => void)[] = [];
  let running = 0;
  let started = 0;

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiting.length >= waitingMax)
      throw new AppError('unavailable', 'Too much work is waiting; try again.', { retry_after: 1 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** The slot passes to the next in line without becoming free, so that no newcomer overtakes. */
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    get started() {
      return started;
    },
    run: async (work) => {
      await enter();
      started += 1;
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
