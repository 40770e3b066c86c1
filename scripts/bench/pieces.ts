import pino from 'pino';
import { join } from 'node:path';
import { createTokenVerifier } from '../../src/features/tokens/token-verification.ts';
import { contractFault } from '../../src/http/answer-gate.ts';
import { authenticate } from '../../src/http/authenticate.ts';
import { extractCredential } from '../../src/http/credentials.ts';
import { createRateLimiter } from '../../src/http/rate-limit.ts';
import { validateRequest } from '../../src/http/request-validator.ts';
import { matchRoute, type Route } from '../../src/http/route-table.ts';
import { createLogger } from '../../src/logger.ts';
import { parseKeys } from '../../src/secrets.ts';
import { parseLimits, settingsFrom } from '../../src/config.ts';
import type { Endpoint } from './endpoints.ts';
import type { HttpAnswer } from './load.ts';
import type { Bench } from './seed.ts';

export interface Piece {
  readonly name: string;
  /** CPU of the thread; median of the rounds. */
  readonly microseconds: number;
}

const rounds = 7;
const callsPerRound = 1000;

async function costOf(name: string, call: () => unknown): Promise<Piece> {
  const perCall: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.threadCpuUsage();
    for (let serial = 0; serial < callsPerRound; serial += 1) await call();
    const { user, system } = process.threadCpuUsage(before);
    perCall.push((user + system) / callsPerRound);
  }
  return { name, microseconds: perCall.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN };
}

/** A request of the endpoint and the answer that the server gave to it. */
export interface Exchange {
  readonly endpoint: Endpoint;
  readonly path: string;
  readonly answer: HttpAnswer;
}

function routeOf(path: string): Route {
  const match = matchRoute('GET', path);
  if (match.kind !== 'found') throw new Error(`${path} is no address`);
  return match.route;
}

async function costsOfExchange(bench: Bench, { endpoint, path, answer }: Exchange): Promise<Piece[]> {
  const [pathname = '', queryText = ''] = path.split('?');
  const { operation, params } = routeOf(pathname);
  const headers = { host: 'bench.example', connection: 'keep-alive', authorization: `Bearer ${bench.token}` };
  const request = { path: pathname, params, queryText, headers, body: undefined };
  const judged = {
    status: answer.status,
    headers: answer.headers,
    contentType: 'application/json',
    body: JSON.parse(answer.text) as unknown,
  };
  if (contractFault(operation.id, judged) !== undefined) throw new Error('the gate refuses what the server sent');
  return [
    await costOf(`request validator, ${endpoint}`, () =>
      validateRequest(operation, { ...request, params: { ...params } }),
    ),
    await costOf(`answer gate, ${endpoint}`, () => contractFault(operation.id, judged)),
  ];
}

/** What the server does for a request besides its work, each in this process alone, warm, one after another. */
export async function measurePieces(bench: Bench, exchanges: readonly Exchange[]): Promise<Piece[]> {
  const keys = parseKeys(bench.lookupKeys);
  if (keys === undefined) throw new Error('the keys are malformed');
  // A clock that stands still: the token stays warm however long the rounds take.
  const tokens = createTokenVerifier({ ...bench.database, keys, clock: () => 0 });
  const context = { db: bench.database.db, keys, tokens, settings: settingsFrom({}) };
  const route = routeOf('/api/v1/runs');
  const headers = { authorization: [`Bearer ${bench.token}`] };
  const query = new URLSearchParams();
  const limiter = createRateLimiter(parseLimits('read=100000000/60'));
  const file = pino.destination({ dest: join(bench.directory, 'pieces.log'), sync: true });
  const logger = createLogger('info', file).child({}, { redact: [] });
  const line = { request_id: crypto.randomUUID(), method: 'GET', path: '/api/v1/runs', operation: 'listRuns' };
  const pieces: Piece[] = [];
  for (const exchange of exchanges) pieces.push(...(await costsOfExchange(bench, exchange)));
  return [
    ...pieces,
    await costOf('authentication, warm', () =>
      authenticate(context, route, extractCredential({ headers }), {
        query,
        headers: {},
        clientAddress: '127.0.0.1',
        region: 'regional',
      }),
    ),
    await costOf('rate limit', () => limiter.consume('read', 'token 1', Date.now())),
    await costOf('log line, to a file', () => logger.info({ ...line, status: 200, duration_ms: 1 }, 'request')),
  ];
}
