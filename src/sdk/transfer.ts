import { createWriteStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { ApiError, isErrorBody, type ClientOptions } from './client.ts';
import { patientFetch } from './patient-fetch.ts';

type Target = ClientOptions & { readonly path: string };

async function send({ url, path, token, patienceMs = 0, signal }: Target, init: RequestInit): Promise<Response> {
  const headers = { ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }), ...init.headers };
  const response = await patientFetch(patienceMs)(
    new Request(new URL(path, url), { ...init, headers, ...(signal && { signal }) }),
  );
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  throw new ApiError(response.status, isErrorBody(body) ? body : undefined);
}

/** Sends bytes, or a file that is read while it is sent and again at each new attempt; gives the JSON answer. */
export async function uploadBytes(
  target: Target,
  method: 'POST' | 'PUT',
  source: Uint8Array<ArrayBuffer> | { readonly file: string },
): Promise<unknown> {
  const body = source instanceof Uint8Array ? new Blob([source]) : await openAsBlob(source.file);
  const response = await send(target, { method, body, headers: { 'Content-Type': 'application/octet-stream' } });
  return response.json();
}

/** Writes the answer's bytes to a file; a transfer that breaks rejects and may leave a part of the file. */
export async function downloadToFile(target: Target, destination: string): Promise<void> {
  const response = await send(target, {});
  if (response.body === null) throw new ApiError(response.status, undefined);
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(destination));
}
