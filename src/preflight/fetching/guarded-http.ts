import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, request, type Dispatcher } from 'undici';
import { literalOf, reachOf, type ReachPolicy, type Reach, type Refusal } from './reach.ts';

/** All addresses of a name; fails as `node:dns` does. */
export type ResolveName = (hostname: string) => Promise<readonly string[]>;

export interface HopRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent, by POST alone. */
  readonly content?: string;
  /** 0 leaves the body unread. */
  readonly bodyBytesMax: number;
  readonly timeoutMs: number;
  /** Ends the work with its own reason; what the deadline ends is an outcome. */
  readonly signal: AbortSignal;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly location: string | undefined;
  readonly contentType: string | undefined;
  /** Other than `identity`, though nothing else was asked for. */
  readonly contentEncoding: string | undefined;
  readonly body: Buffer;
  /** More came than was wanted, and was left. */
  readonly isCut: boolean;
}

export type NoAnswer =
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'unreachable'; readonly why: 'name_not_found' | 'name_unresolved' | 'connection' | 'tls' }
  | { readonly kind: 'timed_out' };

/** One request and no redirect. What the world does is an outcome; nothing of the request stands in one. */
export interface GuardedHttp extends AsyncDisposable {
  ask(url: string, request: HopRequest): Promise<Answered | NoAnswer>;
}

export interface GuardedHttpOptions {
  readonly policy: ReachPolicy;
  readonly userAgent: string;
  readonly resolve?: ResolveName;
}

class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'ADDRESS_REFUSED';
}

/** By the resolver of this machine. */
export const everyAddress: ResolveName = async (hostname) =>
  (await lookup(hostname, { all: true, order: 'verbatim' })).map(({ address }) => address);

/** Hands on the addresses that were judged, so that they are the ones that are dialled; one bad address refuses all. */
function judgedLookup(reach: Reach, resolve: ResolveName): LookupFunction {
  return (hostname, { all }, done) => {
    resolve(hostname).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
        const [first] = found;
        if (first === undefined) return done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
        if (!addresses.every((address) => reach.permits(address, hostname))) return done(new AddressRefused(), '');
        return all === true ? done(null, found) : done(null, first.address, first.family);
      },
      (failure: NodeJS.ErrnoException) => done(failure, ''),
    );
  };
}

/** Addresses in a URL never come to a lookup: they are judged here, where every connection begins. */
function guardedConnector(reach: Reach, resolve: ResolveName): buildConnector.connector {
  const connect = buildConnector({ lookup: judgedLookup(reach, resolve), timeout: 10_000, allowH2: false });
  return (options, done) => {
    const literal = literalOf(options.hostname);
    if (literal !== undefined && !reach.permits(literal, options.hostname)) done(new AddressRefused(), null);
    else connect(options, done);
  };
}

const absentNames: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

function failureOf(failure: unknown): NoAnswer {
  const code = String((failure as { readonly code?: unknown }).code ?? '');
  if (code === 'ADDRESS_REFUSED') return { kind: 'refused', why: 'address' };
  if (absentNames.has(code)) return { kind: 'unreachable', why: 'name_not_found' };
  if (/^(EAI_|ESERVFAIL|EREFUSED|ETIMEOUT)/.test(code)) return { kind: 'unreachable', why: 'name_unresolved' };
  if (/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/.test(code)) return { kind: 'timed_out' };
  const isTls = /^ERR_(TLS|SSL)_|CERT|SIGNATURE|EPROTO/.test(code);
  return { kind: 'unreachable', why: isTls ? 'tls' : 'connection' };
}

async function readUpTo(body: Dispatcher.ResponseData['body'], bytesMax: number): Promise<[Buffer, boolean]> {
  const chunks: Buffer[] = [];
  let length = 0;
  if (bytesMax > 0)
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > bytesMax) break;
    }
  body.on('error', () => undefined).destroy();
  return [Buffer.concat(chunks).subarray(0, bytesMax), length > bytesMax];
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** Rejects when the signal does: undici lets a connection that is being made wait. */
function until<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

export function createGuardedHttp({ policy, userAgent, resolve = everyAddress }: GuardedHttpOptions): GuardedHttp {
  const reach = reachOf(policy);
  const dispatcher = new Agent({
    connect: guardedConnector(reach, resolve),
    connections: 8,
    maxHeaderSize: 16_384,
    keepAliveTimeout: 1_000,
  });
  const asked = async (url: URL, hop: HopRequest, signal: AbortSignal): Promise<Answered> => {
    const headers = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': userAgent, ...hop.headers };
    const answer = await request(url, {
      ...{ dispatcher, method: hop.method, headers, signal },
      ...(hop.content === undefined ? {} : { body: hop.content }),
    });
    const [body, isCut] = await readUpTo(answer.body, hop.method === 'HEAD' ? 0 : hop.bodyBytesMax);
    const encoding = textOf(answer.headers['content-encoding']);
    return {
      kind: 'answered',
      status: answer.statusCode,
      location: textOf(answer.headers['location']),
      contentType: textOf(answer.headers['content-type']),
      contentEncoding: encoding === 'identity' ? undefined : encoding,
      body,
      isCut,
    };
  };
  return {
    ask: async (text, hop) => {
      hop.signal.throwIfAborted();
      if (!URL.canParse(text)) return { kind: 'refused', why: 'not_a_url' };
      const url = new URL(text);
      const why = reach.refusalOf(url);
      if (why !== undefined) return { kind: 'refused', why };
      const deadline = AbortSignal.timeout(hop.timeoutMs);
      const signal = AbortSignal.any([deadline, hop.signal]);
      try {
        return await until(signal, asked(url, hop, signal));
      } catch (failure) {
        hop.signal.throwIfAborted();
        return deadline.aborted ? { kind: 'timed_out' } : failureOf(failure);
      }
    },
    [Symbol.asyncDispose]: () => dispatcher.destroy(),
  };
}
