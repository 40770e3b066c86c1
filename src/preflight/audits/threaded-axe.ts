import { Tinypool } from 'tinypool';
import { AxeTimedOut, type AxeFindings, type AxeRunner } from './axe-runner.ts';
import type * as thread from './axe-thread.ts';

type Task = Parameters<typeof thread.findings>[0];

/**
 * `jsdomAxe` in one thread, which is started when it is needed and is begun anew after a page that took longer than
 * `timeoutMs`; what waits for the thread uses up none of its time.
 */
export function createThreadedAxe({ timeoutMs }: { readonly timeoutMs: number }): AxeRunner & AsyncDisposable {
  const pool = new Tinypool({
    filename: new URL('./axe-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 600_000,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  let turn: Promise<unknown> = Promise.resolve();

  async function look(task: Task): Promise<AxeFindings> {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      return (await pool.run(task, { name: 'findings', signal: deadline })) as AxeFindings;
    } catch (failure) {
      if (deadline.aborted) throw new AxeTimedOut(timeoutMs);
      throw failure;
    }
  }

  return {
    run: ({ url, html }, rules) => {
      // The pool would leave what is in its own line behind when it ends a thread.
      const looked = turn.then(() => look({ url, html, rules }));
      turn = looked.catch(() => undefined);
      return looked;
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}

/** A page that is not too complex takes up to 3.3 s by itself, and a first one half a second more. */
export const threadedAxe: AxeRunner = createThreadedAxe({ timeoutMs: 10_000 });
