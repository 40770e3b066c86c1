import pino, { type Logger } from 'pino';

/** JSON lines on standard output; tokens are cut by key. */
export function createWorkerLogger(): Logger {
  return pino({
    base: { service: 'spci-worker', pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['token', '*.token', 'lease_token', '*.lease_token', 'authorization', '*.authorization'],
  });
}
