import type { LeaseLink, NewLogLine } from './server-link.ts';

export interface LogSender {
  write(line: Omit<NewLogLine, 'at'>): void;
  /** Resolves when every line written so far is stored. */
  flush(): Promise<void>;
  stop(): void;
}

const flushEveryMs = 500;
const batchLinesMax = 500;
const waitingLinesMax = 20_000;

/**
 * Sends lines in order while the work goes on. A batch is sent again until it is stored, under the same numbers; when
 * lines come faster than they can be sent, the newest are dropped, and a line says how many.
 */
export function createLogSender(
  link: Pick<LeaseLink, 'appendLogLines'>,
  onFailure: (error: unknown) => void,
): LogSender {
  const waiting: NewLogLine[] = [];
  let nextLine = 0;
  let dropped = 0;
  let sending: Promise<void> = Promise.resolve();

  const sendWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchLinesMax);
      await link.appendLogLines(nextLine, batch);
      nextLine += batch.length;
      waiting.splice(0, batch.length);
      if (dropped > 0 && waiting.length < waitingLinesMax) noteDropped();
    }
  };
  const noteDropped = (): void => {
    const message = `${dropped} lines were dropped: they came faster than they could be sent`;
    waiting.push({ at: new Date().toISOString(), level: 'warning', source: 'worker', message });
    dropped = 0;
  };
  const flush = (): Promise<void> => {
    sending = sending.then(sendWaiting);
    return sending;
  };
  const timer = setInterval(() => void flush().catch(onFailure), flushEveryMs);
  return {
    write: (line) => {
      if (waiting.length >= waitingLinesMax) dropped += 1;
      else
        waiting.push({
          at: new Date().toISOString(),
          ...line,
          message: line.message.replaceAll('\0', '\uFFFD').slice(0, 4000),
        });
    },
    flush,
    stop: () => clearInterval(timer),
  };
}
