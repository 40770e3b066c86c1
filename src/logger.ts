import pino, { type DestinationStream, type Logger } from 'pino';

const secretKeys = [
  'authorization',
  'cookie',
  'password',
  'current_password',
  'new_password',
  'admin_password',
  'token',
  'lease_token',
  'worker_token',
  'setup_token',
  'signature',
  'secret',
];
const redacted = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

interface Failure {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** Name, message, stack, code and causes of an error, and nothing else that a driver may have put on it. */
function failureFacts(error: unknown, depth = 0): unknown {
  if (typeof error !== 'object' || error === null) return String(error);
  const { name, message, stack, code, cause } = error as Failure;
  return {
    name,
    message,
    code,
    stack,
    ...(cause === undefined || depth > 3 ? {} : { cause: failureFacts(cause, depth + 1) }),
  };
}

/** JSON lines on standard output; secrets are cut by key wherever they turn up. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'spci', pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redacted, censor: '[redacted]' },
    serializers: { err: (error: unknown) => failureFacts(error) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
