import { startFauxqs } from 'fauxqs';
import { hash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { signatureFault, type S3Request } from './s3-signatures.ts';

export const s3Credentials = { AWS_ACCESS_KEY_ID: 'AKIATESTS', AWS_SECRET_ACCESS_KEY: 'secret of the tests' } as const;

/** `cut`: the connection ends without an answer. */
export type S3Fault = 'cut' | { readonly status: number; readonly code: string };

export interface S3Peer {
  readonly endpoint: string;
  /** The environment of a server or store that keeps its bytes in this bucket. */
  readonly environment: Readonly<Record<string, string>>;
  /** Method and address of each request so far. */
  readonly requests: readonly string[];
  /** Asked before each request is carried out, which is then refused; undefined: none is. */
  failBy(fault: ((method: string, address: string) => S3Fault | undefined) | undefined): void;
  /** Whatever is there was put, or begun, so much longer ago. */
  passTime(ms: number): void;
  /** Does this before the next request of this method whose address has this part in it is carried out. */
  holdBefore(method: string, part: string, act: () => Promise<void>): void;
  /** Multipart uploads that neither ended nor were given up. */
  openUploads(): number;
  stop(): Promise<void>;
}

interface PeerState {
  readonly backPort: number;
  readonly requests: string[];
  readonly uploads: Map<string, { readonly key: string; begunMs: number }>;
  /** By the path of an object, how much older it is made than it is. */
  readonly agesMs: Map<string, number>;
  fault: ((method: string, address: string) => S3Fault | undefined) | undefined;
  held: { readonly method: string; readonly part: string; readonly act: () => Promise<void> } | undefined;
}

/**
 * S3 on this machine. What the emulator behind it takes unread, this front refuses as S3 does: a signature, a date, a
 * digest or an expiry that is wrong. It also does what the emulator lacks: response headers by query, and the list of
 * uploads under way.
 */
export async function startS3Peer(bucket = 'contents'): Promise<S3Peer> {
  const back = await startFauxqs({ port: 0, logger: false, init: { buckets: [bucket] } });
  const state: PeerState = {
    backPort: back.port,
    requests: [],
    uploads: new Map(),
    agesMs: new Map(),
    fault: undefined,
    held: undefined,
  };
  const front = createServer((incoming, answer) => {
    void respond(state, incoming, answer).catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  return {
    endpoint,
    environment: { SPCI_BLOBS: `s3://${bucket}/spci`, SPCI_S3_ENDPOINT: endpoint, ...s3Credentials },
    requests: state.requests,
    failBy: (fault) => {
      state.fault = fault;
    },
    holdBefore: (method, part, act) => {
      state.held = { method, part, act };
    },
    passTime: (ms) => {
      for (const [path, ageMs] of state.agesMs) state.agesMs.set(path, ageMs + ms);
      for (const upload of state.uploads.values()) upload.begunMs -= ms;
    },
    openUploads: () => state.uploads.size,
    stop: async () => {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await back.stop();
    },
  };
}

async function respond(state: PeerState, incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { method = '', url: address = '', headers } = incoming;
  const body = await buffer(incoming);
  state.requests.push(`${method} ${address}`);
  const { held } = state;
  if (held !== undefined && held.method === method && address.includes(held.part)) {
    state.held = undefined;
    await held.act();
  }
  const fault = state.fault?.(method, address) ?? faultOf({ method, address, headers, body });
  if (fault === 'cut') return void answer.destroy();
  if (fault !== undefined) return refuse(answer, fault);
  const url = new URL(address, 'http://peer');
  if (method === 'GET' && url.searchParams.has('uploads')) return listUploads(state, answer);
  const { status, headers: given, body: content } = await passOn(state, incoming, body);
  trackUploads(state, method, url, status, content.toString());
  if (status < 300 && (method === 'PUT' || method === 'POST')) state.agesMs.set(url.pathname, 0);
  const modified = given['last-modified'];
  if (modified !== undefined) given['last-modified'] = aged(state, url.pathname, modified).toUTCString();
  for (const name of ['content-type', 'content-disposition', 'cache-control']) {
    const override = url.searchParams.get(`response-${name}`);
    if (override !== null && status < 300) given[name] = override;
  }
  const isList = url.searchParams.has('list-type');
  answer.writeHead(status, given).end(isList ? agedList(state, url.pathname, given, content) : content);
}

function faultOf(asked: S3Request): S3Fault | undefined {
  const unsigned = signatureFault(asked, s3Credentials.AWS_SECRET_ACCESS_KEY);
  if (unsigned !== undefined) return { status: 403, code: unsigned };
  const digest = asked.headers['x-amz-checksum-sha256'];
  const isGood = digest === undefined || digest === hash('sha256', asked.body, 'base64');
  return isGood ? undefined : { status: 400, code: 'BadDigest' };
}

function refuse(answer: ServerResponse, { status, code }: Exclude<S3Fault, 'cut'>): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>refused</Message></Error>`;
  answer.writeHead(status, { 'Content-Type': 'application/xml' }).end(text);
}

type Passed = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer };

async function passOn({ backPort }: PeerState, incoming: IncomingMessage, body: Buffer): Promise<Passed> {
  const { method, url, headers } = incoming;
  const answered = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request({ port: backPort, host: '127.0.0.1', method, path: url, headers }, resolve);
    asking.on('error', reject).end(body);
  });
  const content = await buffer(answered);
  const given = Object.entries(answered.headers).filter(([name]) => !/^(connection|transfer-encoding)$/.test(name));
  const plain = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  return { status: answered.statusCode ?? 0, headers: plain, body: content };
}

function trackUploads({ uploads }: PeerState, method: string, url: URL, status: number, content: string): void {
  const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
  const begun = /<UploadId>([^<]+)</.exec(content)?.[1];
  const named = url.searchParams.get('uploadId');
  if (method === 'POST' && url.searchParams.has('uploads') && begun !== undefined)
    uploads.set(begun, { key, begunMs: Date.now() });
  if (named !== null && status < 300 && (method === 'DELETE' || method === 'POST')) uploads.delete(named);
}

function listUploads({ uploads }: PeerState, answer: ServerResponse): void {
  const items = [...uploads].map(
    ([id, { key, begunMs }]) =>
      `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${new Date(begunMs).toISOString()}</Initiated></Upload>`,
  );
  const text = `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${items.join('')}</ListMultipartUploadsResult>`;
  answer.writeHead(200, { 'Content-Type': 'application/xml' }).end(text);
}

function aged({ agesMs }: PeerState, path: string, time: string): Date {
  return new Date(Date.parse(time) - (agesMs.get(path) ?? 0));
}

function agedList(state: PeerState, root: string, given: Record<string, string>, content: Buffer): string {
  delete given['content-length'];
  const pattern = /<Key>([^<]+)<\/Key>(.*?)<LastModified>([^<]+)</g;
  return content.toString().replace(pattern, (_, key: string, gap: string, time: string) => {
    const told = aged(state, `${root.replace(/\/$/, '')}/${key}`, time).toISOString();
    return `<Key>${key}</Key>${gap}<LastModified>${told}<`;
  });
}
