import { createServer, request as passOn, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { DeclaredOperation } from '../../contract-tests/harness/declared-requests.ts';
import { drainQueue } from '../../contract-tests/harness/drain-queue.ts';
import { goodRequest, type GoodRequest } from '../../contract-tests/harness/good-requests.ts';
import { holdRun } from '../../contract-tests/harness/held-run.ts';
import type { Stage } from '../../contract-tests/harness/stage.ts';
import { enrolWorker } from '../../contract-tests/harness/suite.ts';
import type { SpecmaticCopy } from './specmatic-description.ts';
import { isMeantToSucceed, livenRequest, routeOf, type Sent } from './specmatic-requests.ts';

export interface Gateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** A good request for each operation, kept until an answer says that it may be used up. */
interface Kept {
  take(operation: DeclaredOperation, isFresh: boolean): Promise<GoodRequest>;
  drop(operation: DeclaredOperation): Promise<void>;
  release(): Promise<void>;
}

/** A lease takes lines and results once, and ends with the operation that ends it. */
async function stageFor(stage: Stage, { credential }: DeclaredOperation): Promise<Stage> {
  if (credential !== 'lease') return stage;
  const held = await holdRun(stage.world, stage.suite);
  return { ...stage, held, values: { ...stage.values, lease_id: held.lease.path.lease_id } };
}

function keepRequests(stage: Stage): Kept {
  const kept = new Map<string, GoodRequest>();
  async function drop({ id }: DeclaredOperation): Promise<void> {
    await kept.get(id)?.release();
    kept.delete(id);
  }
  return {
    drop,
    take: async (operation, isFresh) => {
      if (isFresh) await drop(operation);
      const good = kept.get(operation.id) ?? (await goodRequest(await stageFor(stage, operation), operation));
      kept.set(operation.id, good);
      return good;
    },
    release: async () => {
      for (const good of kept.values()) await good.release();
    },
  };
}

function send(url: string, { method, address, headers, body }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    passOn({ hostname, port, method, path: address, headers: [...headers] }, resolve)
      .once('error', reject)
      .end(body);
  });
}

/** What has to have happened before an operation gives its other success. */
async function prepare({ world }: Stage, url: string, { id }: DeclaredOperation, request: Sent): Promise<void> {
  if (id === 'createBuild' && request.wanted === '200') (await send(url, request)).resume();
  if (id === 'claimRun' && request.wanted === '204')
    await drainQueue(await enrolWorker(world, ['linux', 'windows']), ['linux', 'windows']);
}

/** Runs of a platform that stays held back would not come to the workers of later requests. */
async function endMaintenance({ world }: Stage): Promise<void> {
  for (const platform of ['linux', 'windows'] as const)
    await world.operator.expect('updateMaintenance', 200, { path: { platform }, body: { disabled: false } });
}

/** Tasks that put runs into the queue and take them out again would take each other's. */
function takeTurns(): <Outcome>(task: () => Promise<Outcome>) => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task, task);
    last = turn;
    return turn;
  };
}
const inTurn = takeTurns();

async function pass(stage: Stage, kept: Kept, copy: SpecmaticCopy, sent: Sent, response: ServerResponse) {
  const route = routeOf(sent);
  const begin = async (): Promise<{ readonly url: string; readonly request: Sent }> => {
    if (route === undefined) return { url: stage.world.url, request: sent };
    const good = await kept.take(route.operation, isMeantToSucceed(sent));
    const request = livenRequest(sent, route, good, copy);
    await prepare(stage, good.url, route.operation, request);
    return { url: good.url, request };
  };
  const ask = async (): Promise<IncomingMessage> => {
    const { url, request } = await begin();
    return send(url, request);
  };
  // What it claims is there until somebody else prepares a run.
  const isClaim = route?.operation.id === 'claimRun' && sent.wanted === '201';
  const answer = await (isClaim ? inTurn(ask) : inTurn(begin).then(({ url, request }) => send(url, request)));
  response.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
  for await (const chunk of answer) response.write(chunk);
  if (route !== undefined && (answer.statusCode ?? 500) < 400) await kept.drop(route.operation);
  if (route?.operation.id === 'updateMaintenance') await endMaintenance(stage);
  response.end();
}

/**
 * Stands between Specmatic and the server, since Specmatic has no hooks: a placeholder in a request becomes the value
 * that exists for this request. Whatever Specmatic made up itself, and every answer, goes through unchanged.
 */
export async function startGateway(stage: Stage, copy: SpecmaticCopy): Promise<Gateway> {
  const kept = keepRequests(stage);
  const server = createServer((request, response) => {
    const { method = '', url: address = '', rawHeaders: headers } = request;
    const wanted = String(request.headers['specmatic-response-code'] ?? '');
    buffer(request)
      .then((body) => pass(stage, kept, copy, { method, address, headers, body, wanted }, response))
      .catch((error: unknown) => {
        console.error(`gateway: ${method} ${address}: ${String(error)}`);
        response.destroy();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await kept.release();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
