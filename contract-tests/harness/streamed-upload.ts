import { operations } from '../../generated/operations.ts';
import type { Client } from './client.ts';

export type UploadId = 'createSample' | 'createBuild';

export interface UploadAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends the parts one after another, each once the one before is taken, without telling how many will come. */
export async function streamUpload(
  { url, token }: Client,
  id: UploadId,
  query: URLSearchParams,
  parts: readonly Uint8Array[],
): Promise<UploadAnswer> {
  const operation = operations[id];
  const response = await fetch(new URL(`${operation.path}?${query}`, url), {
    method: 'POST',
    headers: { Authorization: `Bearer ${token ?? ''}`, 'Content-Type': 'application/octet-stream' },
    body: ReadableStream.from(parts),
    duplex: 'half',
  });
  const answer = { status: response.status, headers: response.headers, text: await response.text() };
  return { status: answer.status, body: JSON.parse(answer.text) as UploadAnswer['body'] };
}
