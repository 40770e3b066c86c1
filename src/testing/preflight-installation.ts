import pino, { type Logger } from 'pino';
import { settingsFrom } from '../config.ts';
import type { AppContext } from '../context.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { createAccount } from '../features/accounts/account-creation.ts';
import type { AccountRow } from '../features/accounts/accounts.table.ts';
import { createJob } from '../features/preflight/job-creation.ts';
import type { PreflightJobRow } from '../features/preflight/preflight.table.ts';
import { createBuiltInIssuer } from '../features/promise-tokens/built-in-issuer.ts';
import { registerSite } from '../features/sites/site-registration.ts';
import { mintToken } from '../features/tokens/token-minting.ts';
import type { PromiseIssuer } from '../preflight/promise/issuer.ts';
import type { PromiseCaller } from '../preflight/promise/promise-token-for.ts';
import { createSealing } from '../preflight/promise/sealing.ts';
import { newKey, type Key } from '../secrets.ts';
import { startLoopbackHost, type LoopbackHost } from './loopback-hosts.ts';
import { siteSettings } from './site-settings.ts';
import { openMigrated } from './migrated-database.ts';

export interface HeldPage {
  /** When it has been asked for. */
  readonly asked: Promise<void>;
  answer(): void;
}

export type JobContext = Pick<
  AppContext,
  'db' | 'settings' | 'promiseIssuer' | 'sealing' | 'logger' | 'jobEngine' | 'keys'
>;

/** What jobs are begun with and worked on, and a site whose pages below `/members` are for whoever brings a credential. */
export interface PreflightInstallation extends AsyncDisposable {
  readonly context: JobContext;
  readonly database: OpenDatabase;
  readonly account: AccountRow;
  readonly siteId: number;
  readonly host: LoopbackHost;
  /** By a token of its own. */
  readonly caller: PromiseCaller;
  /** Seals what is begun here. */
  readonly sealingKey: Key;
  /** Ids of jobs that were handed over. */
  readonly sent: readonly string[];
  /** What is logged, a line each. */
  readonly logged: readonly string[];
  /** Stands in for what it has of the issuer. */
  readonly instead: { issuer?: Partial<PromiseIssuer> };
  /** What was minted for jobs. */
  readonly minted: readonly string[];
  /** Leaves the page without an answer until it is told to answer. */
  hold(path: string): HeldPage;
  mint(): Promise<string>;
  begin(more?: {
    readonly paths?: readonly string[];
    readonly header?: string;
    readonly via?: PromiseCaller['via'];
    readonly runId?: number;
    readonly reuse?: boolean;
  }): Promise<string>;
  row(id: string): Promise<PreflightJobRow>;
}

const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery staple' };

type Holds = Map<string, { asked(): void; readonly answered: Promise<void> }>;

async function startSite(holds: Holds): Promise<LoopbackHost> {
  return startLoopbackHost('127.0.0.6', ({ url = '', method, headers }, response) => {
    const isShown = !url.startsWith('/members') || headers.authorization?.startsWith('token spca_') === true;
    const held = method === 'GET' ? holds.get(url) : undefined;
    holds.delete(url);
    held?.asked();
    void (held?.answered ?? Promise.resolve()).then(() =>
      response
        .writeHead(isShown ? 200 : 401, { 'content-type': 'text/html' })
        .end('<title>Roses</title><h1>Roses</h1>'),
    );
  });
}

function loggerInto(logged: string[]): Logger {
  return pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
}

export async function openPreflightInstallation(): Promise<PreflightInstallation> {
  const database = await openMigrated();
  const [lookupKey, sealingKey] = [newKey(), newKey()];
  const keys = { active: lookupKey, all: [lookupKey] };
  const account = await createAccount(database.db, 1, { ...person, role: 'admin' });
  const scopes = ['runs:write'] as const;
  const { token: credential } = await mintToken({ ...database, keys }, account, {
    ...{ token_name: 'ci', expires_in_days: 7, scopes: [...scopes] },
  });
  const holds: Holds = new Map();
  const host = await startSite(holds);
  const { id: siteId } = await registerSite(database, 1, siteSettings({ base_url: host.origin, authoring_type: 'cs' }));
  const [sent, logged, minted]: [string[], string[], string[]] = [[], [], []];
  const instead: { issuer?: Partial<PromiseIssuer> } = {};
  const own = createBuiltInIssuer({ ...database, keys });
  const issuer = (): PromiseIssuer => ({ ...own, ...instead.issuer });
  const context: JobContext = {
    db: database.db,
    keys,
    settings: settingsFrom({ SPCI_PREFLIGHT_REACH: '127.0.0.6' }),
    sealing: createSealing({ active: sealingKey, all: [sealingKey] }),
    logger: loggerInto(logged),
    jobEngine: { send: (_, id) => Promise.resolve(void sent.push(id)) },
    promiseIssuer: {
      mint: async (...given) => {
        const made = await issuer().mint(...given);
        if (made.kind === 'minted') minted.push(made.token.promise_token);
        return made;
      },
      exchange: (token) => issuer().exchange(token),
      introspect: (token) => issuer().introspect(token),
      invalidate: (token) => issuer().invalidate(token),
    },
  };
  const binding = { accountId: account.id, domainId: 1, siteId, resource: host.origin, purpose: 'preflight' } as const;
  const authority = { accountId: account.id, domainId: 1, readOnly: false };
  const caller: PromiseCaller = { authority, via: 'own_token', credential };
  return {
    ...{ context, database, account, siteId, host, caller, sealingKey, sent, logged, minted, instead },
    hold: (path) => {
      const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      holds.set(path, { asked: asked.resolve, answered: answered.promise });
      return { asked: asked.promise, answer: answered.resolve };
    },
    mint: async () => {
      const made = await own.mint(credential, binding);
      if (made.kind !== 'minted') throw new Error(made.kind);
      return made.token.promise_token;
    },
    begin: async ({ paths = ['/members'], header, via = caller.via, runId, reuse = true } = {}) => {
      const of = runId === undefined ? {} : { run_id: runId };
      const given = { urls: paths.map((path) => `${host.origin}${path}`), step: 'identify', reuse, ...of };
      return (
        await createJob(context, { given, caller: { ...caller, via }, header, signal: new AbortController().signal })
      ).id;
    },
    row: (id) => database.db.selectFrom('preflight_jobs').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    [Symbol.asyncDispose]: async () => {
      await host[Symbol.asyncDispose]();
      await database.close();
    },
  };
}
