import { once } from 'node:events';
import { createServer, request as requestUpstream, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { placeOf } from './described-operations.ts';
import { ledgerOperations, openLedger } from './ledger.ts';
import { isSuccess, type Answer, type Header, type Request } from './message.ts';
import type { Mutant, Serve } from './mutant.ts';

/** What stands before the servers at the moment. */
export interface Installed {
  readonly mutant: Pick<Mutant, 'serve'>;
  /** Whether it answers requests for this operation; undefined names an address that is none of the description. */
  answersFor(operationId: string | undefined): boolean;
  /** Requests that it has answered otherwise than the server behind it. */
  reached: number;
}

/** An address in front of one server; without a mutant it passes on what comes. */
export interface Front {
  readonly url: string;
  /** Names the server behind it. */
  aim(target: string): void;
  close(): Promise<void>;
}

export interface Fronts {
  open(): Promise<Front>;
  install(installed: Installed | undefined): void;
  /** With it everything goes the way of the mutated requests, but nothing is changed. */
  setHarmless(harmless: boolean): void;
}

/** What one hop says about its own connection. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-connection']);
const heldBytesMax = 8 * 1_048_576;
/** A server may refuse a longer body by its announcement and hang up: to one that is sent at once its answer is lost. */
const bytesAtOnceMax = 65_536;
const refusalMs = 50;

function pairs(raw: readonly string[]): Header[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

const flat = (headers: readonly Header[]): string[] =>
  headers.filter(([name]) => !ofConnection.has(name.toLowerCase())).flat();

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Whether the body is announced, and short enough to be held until it is whole. */
function canHold({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined || headers.expect !== undefined) return false;
  return Number(headers['content-length'] ?? 0) <= heldBytesMax;
}

function sendUpstream(target: string, request: Request): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { hostname, port } = new URL(target);
  const { method, target: path, body } = request;
  const sent = requestUpstream({
    ...{ hostname, port, method, path, headers: flat(request.headers) },
    ...{ agent: false, setHost: false },
  });
  sent.on('error', reject);
  sent.once('response', (received) => {
    bytesOf(received)
      .then((bytes) => resolve({ status: received.statusCode ?? 0, headers: pairs(received.rawHeaders), body: bytes }))
      .catch(reject);
  });
  if (body.length <= bytesAtOnceMax) sent.end(body);
  else {
    sent.flushHeaders();
    setTimeout(() => sent.end(body), refusalMs);
  }
  return promise;
}

/** Byte for byte in both directions, as it comes. */
function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { hostname, port } = new URL(target);
  const headers = pairs(incoming.rawHeaders)
    .filter(([name]) => !ofConnection.has(name.toLowerCase()) || name.toLowerCase() === 'transfer-encoding')
    .flat();
  const { method = 'GET', url: path = '/' } = incoming;
  const sent = requestUpstream({ hostname, port, method, path, headers, agent: false, setHost: false });
  const giveUp = (): void => {
    if (!outgoing.headersSent) outgoing.socket?.destroy();
  };
  sent.once('error', giveUp);
  sent.once('response', (received) => {
    received.once('error', giveUp);
    outgoing.writeHead(received.statusCode ?? 0, flat(pairs(received.rawHeaders)));
    received.pipe(outgoing);
    received.once('end', () => incoming.unpipe(sent));
  });
  incoming.once('aborted', () => sent.destroy());
  incoming.pipe(sent);
}

function write(outgoing: ServerResponse, { status, headers, body, bodyToHead }: Answer): void {
  outgoing.sendDate = false;
  outgoing.writeHead(status, flat(headers));
  if (bodyToHead === true) {
    outgoing.flushHeaders();
    outgoing.socket?.write(body);
  }
  outgoing.end(body);
}

interface Behind {
  readonly target: string;
  readonly ledger: ReturnType<typeof openLedger>;
  /** By the mutant that keeps it. */
  readonly memories: WeakMap<Installed, Map<string, unknown>>;
}

function memoryOf({ memories }: Behind, installed: Installed): Map<string, unknown> {
  const memory = memories.get(installed) ?? new Map<string, unknown>();
  memories.set(installed, memory);
  return memory;
}

const plainly: Serve = async ({ send }) => send();

/** Answers by the mutant, and tells whether that made a difference. */
async function answerBy(installed: Installed, serve: Serve, request: Request, behind: Behind): Promise<Answer> {
  const isSought = (id: string): boolean => installed.answersFor(id);
  const place = placeOf(request.method, request.target, isSought) ?? placeOf('GET', '/livez', isSought);
  if (place === undefined) throw new Error('nothing is described');
  const { operation, values: pathValues } = place;
  const genuine = new Set<Answer>();
  let asked = true;
  const send = async (other: Request = request): Promise<Answer> => {
    const answer = await sendUpstream(behind.target, other);
    behind.ledger.note(operation.id, other, answer);
    if (other === request) genuine.add(answer);
    else asked = false;
    return answer;
  };
  const { ledger } = behind;
  const answer = await serve({ operation, request, pathValues, send, ledger, memory: memoryOf(behind, installed) });
  if (!asked || !genuine.has(answer)) installed.reached += 1;
  return answer;
}

export function createFronts(): Fronts {
  let installed: Installed | undefined;
  let harmless = false;

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse, behind: Behind): Promise<void> {
    const { method = 'GET', url: target = '/' } = incoming;
    const id = placeOf(method, target, (other) => installed?.answersFor(other) === true)?.operation.id;
    const mutated = installed?.answersFor(id) === true;
    const listed = id !== undefined && ledgerOperations.includes(id);
    if ((!mutated && !listed) || !canHold(incoming)) return passOn(behind.target, incoming, outgoing);
    const request = { method, target, headers: pairs(incoming.rawHeaders), body: await bytesOf(incoming) };
    if (installed !== undefined && mutated) {
      const serve = harmless ? plainly : installed.mutant.serve;
      return write(outgoing, await answerBy(installed, serve, request, behind));
    }
    const answer = await sendUpstream(behind.target, request);
    if (id !== undefined && isSuccess(answer)) behind.ledger.note(id, request, answer);
    return write(outgoing, answer);
  }

  return {
    install: (next) => {
      installed = next;
    },
    setHarmless: (next) => {
      harmless = next;
    },
    open: async () => {
      let behind: Behind = { target: '', ledger: openLedger(), memories: new WeakMap() };
      const server = createServer({ maxHeaderSize: 131_072, requireHostHeader: false }, (incoming, outgoing) => {
        handle(incoming, outgoing, behind).catch(() => outgoing.socket?.destroy());
      });
      server.maxHeadersCount = 0;
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        aim: (target) => {
          behind = { ...behind, target };
        },
        close: async () => {
          server.closeAllConnections();
          server.close();
          await once(server, 'close');
        },
      };
    },
  };
}
