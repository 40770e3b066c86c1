import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { settingsFrom } from '../config.ts';
import type { OperationId } from '../http/operation.ts';
import type { Handler } from '../http/handler.ts';
import { registry } from '../http/registry.ts';
import { startServer } from '../server.ts';

/** What an operation can do that no request makes a sound one do. */
export type Fault = 'throws' | 'breaks its description' | 'finds no database';

export interface FailingServer {
  readonly url: string;
  /** Every operation has this fault from now on; none has one while it is undefined. */
  failBy(next: Fault | undefined): void;
  stop(): Promise<void>;
}

const faults: Readonly<Record<Fault, Handler>> = {
  throws: () => Promise.reject(new Error('secret thrown in /src/private.ts: select * from tokens')),
  'finds no database': () => Promise.reject(Object.assign(new Error('secret address'), { code: 'ECONNREFUSED' })),
  'breaks its description': async () => ({ status: 299, headers: { 'X-Secret': 'secret' }, body: { secret: true } }),
};

/** The whole server in this process, on a database that nothing else uses, whose operations fail when they are told to. */
export async function startFailingServer(environment: Readonly<Record<string, string>>): Promise<FailingServer> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-failing-'));
  const settings = settingsFrom({ PORT: '0', SPCI_DATA_DIR: directory, ...environment });
  let fault: Fault | undefined;
  const failing = ([id, sound]: [string, Handler]): [string, Handler] => [
    id,
    (context, input) => (fault === undefined ? sound : faults[fault])(context, input),
  ];
  const handlers = Object.fromEntries(Object.entries(registry).map(failing)) as Record<OperationId, Handler>;
  const server = await startServer(settings, pino({ level: 'silent' }), () => {}, { handlers });
  return {
    url: server.url ?? '',
    failBy: (next) => {
      fault = next;
    },
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
