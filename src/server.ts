import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { descriptionVersion } from '../generated/operations.ts';
import { openJobEngine, type JobEngine } from './background/job-engine.ts';
import { ConfigurationError, type Settings } from './config.ts';
import type { AppContext } from './context.ts';
import { migrate, pendingMigrations } from './db/migrator.ts';
import { openDatabase, type OpenDatabase } from './db/open-database.ts';
import { ensureFirstAdministrator } from './features/accounts/installation.ts';
import { argon2Work } from './features/accounts/passwords.ts';
import { createBuiltInIssuer } from './features/promise-tokens/built-in-issuer.ts';
import { createRunWakeup } from './features/queue/run-wakeup.ts';
import { createRunNotices } from './features/runs/run-notices.ts';
import { createTokenUsage } from './features/tokens/token-usage.ts';
import { startDeprecatedUseRecorder, type DeprecatedUseRecorder } from './features/system/deprecated-use-recorder.ts';
import { createTokenVerifier } from './features/tokens/token-verification.ts';
import { extendHeldLeases } from './features/workers/lease-keeping.ts';
import { listenForFtp, type FtpListener } from './ftp/ftp-server.ts';
import { ftpUploads } from './ftp-uploads.ts';
import type { AppParts } from './http/app-parts.ts';
import { createApp } from './http/app.ts';
import { createListener, refuseUnparsed, type RefusalDuties } from './http/listener.ts';
import { createMetrics } from './http/metrics.ts';
import { createRateLimiter } from './http/rate-limit.ts';
import { warmChecks } from './http/warm-up.ts';
import { startJobs, startUsageRecords, takeJobs, type Jobs } from './jobs.ts';
import { openMailTransport } from './mail/open-mail-transport.ts';
import { openMediaProbe } from './media/open-media-probe.ts';
import { askPeer, type AskPeer } from './peer/introspection.ts';
import { createExternalIssuer } from './preflight/promise/external-issuer.ts';
import type { PromiseIssuer } from './preflight/promise/issuer.ts';
import { createSealing } from './preflight/promise/sealing.ts';
import { loadKeys, loadSealingKeys } from './server-keys.ts';
import { openBlobStore } from './storage/open-blob-store.ts';

export interface RunningServer {
  /** Undefined for a process that does background work alone. */
  readonly url: string | undefined;
  /** Lets requests in flight finish, up to a bound, then closes everything. */
  stop(): Promise<void>;
}

const drainMs = 20_000;

type ReplacedParts = Pick<AppParts, 'handlers'>;

/** Starts the whole server; `print` is told what only the person at the console may see. Tests replace parts. */
export async function startServer(
  settings: Settings,
  logger: Logger,
  print: (line: string) => void,
  replaced: ReplacedParts = {},
): Promise<RunningServer> {
  await mkdir(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const database = await openDatabase({ databaseUrl: settings.databaseUrl, directory: settings.dataDirectory }, logger);
  let jobEngine: JobEngine | undefined;
  try {
    await prepareDatabase(database, settings, logger);
    jobEngine = await openJobEngine(database, logger);
    return await serve({ database, jobEngine, settings, logger, print, replaced });
  } catch (error) {
    await jobEngine?.stop();
    await database.close();
    throw error;
  }
}

async function prepareDatabase({ db, kind }: OpenDatabase, settings: Settings, logger: Logger): Promise<void> {
  if (kind === 'embedded')
    logger.info('embedded database: one process, for evaluation and small teams; DATABASE_URL selects PostgreSQL');
  if (kind === 'embedded' || !settings.production) {
    await migrate(db);
    return;
  }
  const pending = await pendingMigrations(db);
  if (pending.length > 0)
    throw new ConfigurationError('DATABASE_URL', `${pending.length} migrations are pending; run npm run migrate`);
}

interface ServedParts {
  readonly database: OpenDatabase;
  readonly jobEngine: JobEngine;
  readonly settings: Settings;
  readonly logger: Logger;
  readonly print: (line: string) => void;
  readonly replaced: ReplacedParts;
}

async function serve({ database, jobEngine, settings, logger, print, replaced }: ServedParts): Promise<RunningServer> {
  const stopping = new AbortController();
  const metrics = createMetrics({ argon2Runs: () => argon2Work.started });
  const keys = await loadKeys(settings);
  const parts = {
    db: database.db,
    blobs: await openBlobStore(settings),
    keys,
    sealing: createSealing(await loadSealingKeys(settings)),
    promiseIssuer: promiseIssuerOf(settings, { db: database.db, keys }),
    logger,
    runWakeup: createRunWakeup(),
    runNotices: createRunNotices(database.listen),
    jobEngine,
    renderMetrics: metrics.render,
    observedContract: metrics.observedContract,
    runDeleted: metrics.runDeleted,
    stopping: stopping.signal,
  };
  await ensureFirstAdministrator({ ...parts, settings }, print);
  await extendHeldLeases({ ...parts, settings });
  const deprecatedUses = await startDeprecatedUseRecorder({ ...parts, settings });
  const server = settings.role === 'jobs' ? undefined : createListener();
  const url = server === undefined ? undefined : await listen(server, settings);
  const publicUrl = settings.publicUrl ?? url;
  const ftp = server && settings.ftp && (await listenForFtp(settings.ftp, settings.host));
  const context: AppContext = { ...parts, settings: { ...settings, publicUrl, ftp: ftpAt(settings, ftp) } };
  const limiter = createRateLimiter(settings.limits);
  const onRefusal: RefusalDuties['onRefusal'] = ({ requestId, code, status }) => {
    metrics.refused(status);
    logger.info({ request_id: requestId, code, status }, 'refused before it was a request');
  };
  if (server !== undefined) refuseUnparsed(server, { publicUrl: publicUrl ?? '', onRefusal });
  const usage = createTokenUsage(context);
  const { legacyTokens } = settings;
  const tokens = createTokenVerifier({
    ...context,
    ...{ listen: database.listen, legacyTokens, usage, askPeer: peerOf(settings) },
  });
  const served = { context, tokens, limiter, metrics, recordDeprecatedUse: deprecatedUses.record };
  server?.on('request', createApp({ ...served, ...replaced }));
  ftp?.serve(ftpUploads(context, limiter));
  const usageRecords = startUsageRecords(context, usage);
  const mail = openMailTransport(settings);
  const media = settings.role === 'http' ? undefined : await openMediaProbe(settings);
  const jobs = settings.role === 'http' ? undefined : startJobs(context, mail, media);
  if (settings.role !== 'http') await takeJobs(context, jobEngine);
  await announce(settings, url);
  logger.info({ url, role: settings.role, version: descriptionVersion, mail: mail.kind }, 'ready');
  if (server !== undefined)
    void warmChecks(stopping.signal).then((operations) => logger.info({ operations }, 'checks are warm'));
  return {
    url,
    stop: () => stop({ server, ftp, usageRecords, deprecatedUses, jobs, jobEngine, database, settings, stopping }),
  };
}

const peerOf = ({ globalRegion }: Settings): AskPeer | undefined =>
  globalRegion && ((token) => askPeer(globalRegion, token));

const promiseIssuerOf = ({ promiseIssuer }: Settings, parts: Pick<AppContext, 'db' | 'keys'>): PromiseIssuer =>
  promiseIssuer === undefined ? createBuiltInIssuer(parts) : createExternalIssuer(promiseIssuer);

/** With the port that it has, where it was left to the system. */
const ftpAt = ({ ftp }: Settings, listener: FtpListener | undefined): Settings['ftp'] =>
  ftp && { ...ftp, port: listener?.port ?? ftp.port };

async function listen(server: Server, { host, port }: Settings): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the listener has no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

const addressFile = (settings: Settings): string => join(settings.dataDirectory, 'server.json');

/** Where scripts and operators find this process; complete or absent, never half written. */
async function announce(settings: Settings, url: string | undefined): Promise<void> {
  if (url === undefined) return;
  const facts = { pid: process.pid, url, started_at: new Date().toISOString(), version: descriptionVersion };
  const temporary = `${addressFile(settings)}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(facts)}\n`, { mode: 0o644 });
  await rename(temporary, addressFile(settings));
}

interface Stoppable {
  readonly server: Server | undefined;
  readonly ftp: FtpListener | undefined;
  readonly usageRecords: Jobs;
  readonly deprecatedUses: DeprecatedUseRecorder;
  readonly jobs: Jobs | undefined;
  readonly jobEngine: JobEngine;
  readonly database: OpenDatabase;
  readonly settings: Settings;
  readonly stopping: AbortController;
}

async function stop(parts: Stoppable): Promise<void> {
  const { server, ftp, usageRecords, deprecatedUses, jobs, jobEngine, database, settings, stopping } = parts;
  stopping.abort();
  await ftp?.stop();
  if (server !== undefined) await drain(server);
  await usageRecords.stop();
  await deprecatedUses.stop();
  await Promise.all([jobs?.stop(), jobEngine.stop()]);
  if (server !== undefined) await rm(addressFile(settings), { force: true });
  await database.close();
}

/** Requests in flight may finish; what still runs at the deadline is cut off. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const deadline = setTimeout(() => server.closeAllConnections(), drainMs);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  await closed;
  clearTimeout(deadline);
  clearInterval(idle);
}
