import { connect } from 'node:net';
import { once } from 'node:events';
import { hostOf, rawRequest } from './raw-http.ts';
import type { Client } from './client.ts';

/**
 * Announces a body, sends only this beginning of it and ends; over when the server has given the connection up, so that
 * it knows by then.
 */
export async function cutUpload(
  { url, token }: Client,
  target: string,
  framing: `Content-Length: ${number}` | 'Transfer-Encoding: chunked',
  beginning: string,
  type = 'application/octet-stream',
): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  await once(socket, 'connect');
  const headers = [`Host: ${hostOf(url)}`, `Authorization: Bearer ${token ?? ''}`, `Content-Type: ${type}`, framing];
  const size = Buffer.byteLength(beginning).toString(16);
  const sent = framing.startsWith('Transfer') ? `${size}\r\n${beginning}\r\n` : beginning;
  socket.resume();
  const closed = once(socket, 'close');
  socket.end(rawRequest(`POST ${target}`, headers, sent));
  await closed;
}
