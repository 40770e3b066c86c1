import { createHash, type Hash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { components, operations } from '../../generated/client.ts';
import { apiErrorOf, isApiError } from './api-error.ts';
import { answerOf, headersOf, type SpciClient } from './client.ts';
import { defaultPatienceMs, isLostConnection, pauseFor, pauseOf, sendPatiently } from './patient-fetch.ts';

type Schemas = components['schemas'];
export type SampleUpload = operations['createSample']['parameters']['query'];
export type BuildUpload = operations['createBuild']['parameters']['query'];

/** A file is read while it is sent, and again at each new attempt. */
export type ByteSource = Uint8Array<ArrayBuffer> | Blob | { readonly file: string };

/** What arrived is not what was asked for. */
export class DigestError extends Error {
  override readonly name = 'DigestError';
}

/** Sends a request that may be repeated. A token goes to the client's own server only. */
async function send({ options }: SpciClient, address: string, init: RequestInit): Promise<Response> {
  const url = new URL(address, options.url);
  const headers = URL.canParse(address) ? init.headers : { ...headersOf(options), ...init.headers };
  const makeRequest = (): Request =>
    new Request(url, { ...init, headers: headers ?? {}, ...(options.signal && { signal: options.signal }) });
  const response = await sendPatiently({ ...options, repeatable: true }, makeRequest);
  if (response.ok) return response;
  throw apiErrorOf(response.status, await response.json().catch(() => undefined));
}

async function blobOf(source: ByteSource): Promise<Blob> {
  if (source instanceof Blob) return source;
  return source instanceof Uint8Array ? new Blob([source]) : openAsBlob(source.file);
}

async function digestOf(blob: Blob): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of blob.stream()) hash.update(chunk);
  return hash.digest('hex');
}

/** Sends bytes to an operation that takes the same bytes twice without harm; gives the JSON answer. */
export async function uploadBytes(
  client: SpciClient,
  method: 'POST' | 'PUT',
  path: string,
  source: ByteSource,
): Promise<unknown> {
  const body = await blobOf(source);
  const response = await send(client, path, { method, body, headers: { 'Content-Type': 'application/octet-stream' } });
  return response.json();
}

async function uploadWithDigest(
  client: SpciClient,
  path: string,
  source: ByteSource,
  query: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const blob = await blobOf(source);
  const digest = query['sha256'] ?? (await digestOf(blob));
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, sha256: digest }))
    if (value !== undefined) parameters.append(name, String(value));
  return uploadBytes(client, 'POST', `${path}?${parameters}`, blob);
}

/** Stores a sample, or finds the one that has the same content. */
export async function uploadSample(
  client: SpciClient,
  source: ByteSource,
  query: SampleUpload,
): Promise<Schemas['Sample']> {
  try {
    return (await uploadWithDigest(client, '/api/v1/samples', source, query)) as Schemas['Sample'];
  } catch (error) {
    const known = isApiError(error, 'conflict') ? error.details['sample_id'] : undefined;
    if (typeof known !== 'number') throw error;
    return answerOf(client.GET('/api/v1/samples/{sample_id}', { params: { path: { sample_id: known } } }));
  }
}

/** Queues a file, or finds the own one that waits with the same content. */
export async function queueSample(
  client: SpciClient,
  source: ByteSource,
  name: string,
): Promise<Schemas['QueuedSample']> {
  const body = new FormData();
  body.append('file', await blobOf(source), name);
  try {
    const response = await send(client, '/api/v1/samples/upload', { method: 'POST', body });
    return (await response.json()) as Schemas['QueuedSample'];
  } catch (error) {
    const waiting = isApiError(error, 'conflict') ? error.details['queued_id'] : undefined;
    if (typeof waiting !== 'number') throw error;
    return answerOf(client.GET('/api/v1/queued-samples/{queued_id}', { params: { path: { queued_id: waiting } } }));
  }
}

/** Stores what is run for a commit and platform; the same bytes twice are one build. */
export async function uploadBuild(
  client: SpciClient,
  source: ByteSource,
  query: BuildUpload,
): Promise<Schemas['Build']> {
  return (await uploadWithDigest(client, '/api/v1/builds', source, query)) as Schemas['Build'];
}

interface Received {
  hash: Hash;
  bytes: number;
  etag: string | undefined;
  /** As the server told it, in hexadecimal digits; undefined when it did not. */
  digest: string | undefined;
}

function digestHeader({ headers }: Response): string | undefined {
  const base64 = /sha-256=:([^:]+):/.exec(headers.get('Repr-Digest') ?? '')?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('hex');
}

/** Only a strong tag may condition a range. */
function strongTag({ headers }: Response): string | undefined {
  return /^".*"$/.exec(headers.get('ETag') ?? '')?.[0];
}

/** Adds what the server sends to the file, going on after what is there; from the start if the server does so. */
async function receive(client: SpciClient, address: string, file: FileHandle, received: Received): Promise<void> {
  const resumable = received.bytes > 0 && received.etag !== undefined;
  const range = resumable ? { Range: `bytes=${received.bytes}-`, 'If-Range': received.etag ?? '' } : undefined;
  const response = await send(client, address, range === undefined ? {} : { headers: range });
  if (response.status !== 206) {
    received.hash = createHash('sha256');
    received.bytes = 0;
    received.etag = strongTag(response);
    received.digest = digestHeader(response);
    await file.truncate();
  }
  for await (const chunk of response.body ?? []) {
    received.hash.update(chunk);
    for (let written = 0; written < chunk.length;)
      written += (await file.write(chunk, written, chunk.length - written, received.bytes + written)).bytesWritten;
    received.bytes += chunk.length;
  }
}

async function receiveAll(client: SpciClient, address: string, file: FileHandle): Promise<Received> {
  const { patienceMs = defaultPatienceMs, signal = new AbortController().signal } = client.options;
  const received: Received = { hash: createHash('sha256'), bytes: 0, etag: undefined, digest: undefined };
  let until = performance.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    const before = received.bytes;
    try {
      await receive(client, address, file, received);
      return received;
    } catch (error) {
      if (received.bytes > before) until = performance.now() + patienceMs;
      if (!isLostConnection(error) || performance.now() >= until) throw error;
      await pauseFor(pauseOf(attempt), signal);
    }
  }
}

/**
 * Writes the bytes of a path or of a signed address to a file. A transfer that breaks goes on where it stopped; what
 * arrived is compared with `sha256`, or else with the digest that the server gave. Nothing is left after a failure.
 */
export async function downloadToFile(
  client: SpciClient,
  address: string,
  destination: string,
  sha256?: string,
): Promise<{ readonly sha256: string; readonly size_bytes: number }> {
  try {
    await using file = await open(destination, 'w');
    const { hash, bytes, digest } = await receiveAll(client, address, file);
    const found = hash.digest('hex');
    const expected = sha256 ?? digest ?? found;
    if (found !== expected) throw new DigestError(`asked for ${expected}, got ${found}`);
    return { sha256: found, size_bytes: bytes };
  } catch (error) {
    await rm(destination, { force: true });
    throw error;
  }
}
