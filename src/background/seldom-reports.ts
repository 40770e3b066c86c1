import type { Logger } from 'pino';

const everyMs = 5_000;

export type Report = (error: unknown, message: string) => void;

/** Says the same thing at most once in some seconds: what is lost with the database is lost many times a second. */
export function reportSeldom(logger: Pick<Logger, 'warn'>): Report {
  const saidAtMs = new Map<string, number>();
  return (error, message) => {
    const nowMs = performance.now();
    if (nowMs - (saidAtMs.get(message) ?? -everyMs) < everyMs) return;
    saidAtMs.set(message, nowMs);
    logger.warn({ err: error }, message);
  };
}
