import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LaneTask } from './lane.ts';

const laneFile = join(import.meta.dirname, 'lane.ts');
/** Each test file that a process has run leaves about 15 MB behind; a new process begins anew. */
const tasksPerLane = 24;
const taskMs = 900_000;

function startLane(): ChildProcess {
  return fork(laneFile, [], { execArgv: ['--experimental-vm-modules', '--no-warnings'], stdio: 'inherit' });
}

/** The next message of the lane, which may not end or fall silent instead. */
async function messageOf(lane: ChildProcess): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(lane, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of the suite ended with ${String(code)}`);
  });
  const late = setTimeout(() => lane.kill('SIGKILL'), taskMs);
  try {
    const [message]: unknown[] = await Promise.race([once(lane, 'message', { signal }), ended]);
    return message;
  } finally {
    clearTimeout(late);
    waiting.abort();
    ended.catch(() => undefined);
  }
}

async function endLane(lane: ChildProcess): Promise<void> {
  const ended = once(lane, 'exit');
  lane.send({ kind: 'end' } satisfies LaneTask);
  await ended;
}

/** Gives each task to one of `count` processes; outcomes are told as they come. */
export async function runInLanes<Outcome>(
  tasks: readonly LaneTask[],
  count: number,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lane = startLane();
      try {
        await messageOf(lane);
        for (let done = 0; done < tasksPerLane; done += 1) {
          const task = waiting.shift();
          if (task === undefined) break;
          lane.send(task);
          tell((await messageOf(lane)) as Outcome);
        }
      } finally {
        if (lane.exitCode === null && lane.signalCode === null) await endLane(lane);
      }
    }
  };
  await Promise.all(Array.from({ length: count }, work));
}
