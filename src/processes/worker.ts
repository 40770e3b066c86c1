import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiError } from '../sdk/api-error.ts';
import { createWorkerLogger } from '../worker/worker-log.ts';
import { runClaimLoop } from '../worker/claim-loop.ts';
import { openSampleCache } from '../worker/sample-cache.ts';
import { openWorkDirectory } from '../worker/work-directory.ts';
import { probeSandbox } from '../worker/sandbox-probe.ts';

const usage = `usage: npm run worker -- --url URL --token spcw_… --platform linux [--once] [--data DIR] [--parallel N]
or by SPCI_URL, SPCI_WORKER_TOKEN, SPCI_PLATFORM, SPCI_WORKER_DIR`;

/** sysexits(3). */
const exitCodes = { usage: 64, unavailable: 69, software: 70, refused: 77 } as const;
const sampleBytesMax = 20 * 1024 ** 3;

class UsageError extends Error {}

function readOptions() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      platform: { type: 'string' },
      once: { type: 'boolean', default: false },
      data: { type: 'string' },
      parallel: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) throw new UsageError(usage);
  const url = values.url ?? process.env['SPCI_URL'];
  const token = values.token ?? process.env['SPCI_WORKER_TOKEN'];
  const platform = values.platform ?? process.env['SPCI_PLATFORM'];
  const parallel = Number(values.parallel);
  if (url === undefined || token === undefined || !URL.canParse(url)) throw new UsageError(usage);
  if (platform !== 'linux' && platform !== 'windows') throw new UsageError(`--platform is linux or windows\n${usage}`);
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 64)
    throw new UsageError(`--parallel is 1 to 64\n${usage}`);
  const data = resolve(values.data ?? process.env['SPCI_WORKER_DIR'] ?? './.spci-worker');
  const platforms: ('linux' | 'windows')[] = [platform];
  return { url, token, platforms, parallel, data, once: values.once };
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof ApiError)
    return error.status === 401 || error.status === 403 ? exitCodes.refused : exitCodes.software;
  return error instanceof TypeError && error.message === 'fetch failed' ? exitCodes.unavailable : exitCodes.software;
}

const logger = createWorkerLogger();
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort(new Error(signal)));
try {
  const { url, token, platforms, parallel, data, once } = readOptions();
  const directory = await openWorkDirectory(data);
  const workRoot = join(directory, 'work');
  await mkdir(workRoot, { recursive: true, mode: 0o755 });
  const sandbox = await probeSandbox(workRoot);
  const samples = await openSampleCache(join(directory, 'samples'), sampleBytesMax);
  logger.info(
    {
      sandbox: sandbox.name,
      identity: sandbox.identity,
      shortfalls: sandbox.shortfalls,
      directory,
      platforms,
      parallel,
    },
    'worker ready',
  );
  const parts = { url, token, platforms, sandbox, samples, workRoot, logger, signal: stopping.signal };
  await Promise.all(Array.from({ length: parallel }, () => runClaimLoop(parts, once)));
} catch (error) {
  if (stopping.signal.aborted) logger.info('worker stopped');
  else if (error instanceof UsageError) process.stderr.write(`${error.message}\n`);
  else logger.fatal({ err: error }, 'the worker ends');
  if (!stopping.signal.aborted) process.exitCode = exitCodeOf(error);
}
