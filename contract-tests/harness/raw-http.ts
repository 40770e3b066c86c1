import { once } from 'node:events';
import { connect } from 'node:net';
import { judgeExchange } from './judged-exchange.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Exchange {
  /** Every answer that came over the connection, in order. */
  readonly answers: readonly RawAnswer[];
  /** What came after the last of them. */
  readonly rest: string;
  /** Whether the server ended the connection by itself. */
  readonly closed: boolean;
}

const patienceMs = 5000;

function chunkedEnd(bytes: Buffer, from: number): number | undefined {
  for (let at = from; ;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (bytes.length < line + 4 + size) return undefined;
    at = line + 4 + size;
    if (size === 0) return at;
  }
}

function dechunked(bytes: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 4 + size;
  }
  return Buffer.concat(parts).toString('utf8');
}

interface Parsed {
  readonly answer: RawAnswer;
  readonly rest: Buffer;
}

function parseOne(bytes: Buffer, method: string): Parsed | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers = new Headers(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  const status = Number(statusLine.split(' ')[1]);
  const start = end + 4;
  const bodiless = method === 'HEAD' || status === 204 || status === 304 || status < 200;
  const chunked = !bodiless && headers.get('transfer-encoding') === 'chunked';
  const stop = bodiless
    ? start
    : chunked
      ? chunkedEnd(bytes, start)
      : start + Number(headers.get('content-length') ?? 0);
  if (stop === undefined || stop > bytes.length) return undefined;
  const body = bytes.subarray(start, stop);
  return {
    answer: { status, headers, text: chunked ? dechunked(body) : body.toString('utf8') },
    rest: bytes.subarray(stop),
  };
}

function parseAll(bytes: Buffer, method: string): Pick<Exchange, 'answers' | 'rest'> {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  for (let next = parseOne(rest, method); next !== undefined; next = parseOne(rest, method)) {
    answers.push(next.answer);
    rest = next.rest;
  }
  return { answers, rest: rest.toString('utf8') };
}

/** Only a lone request can be told from the bytes: what a server takes for the second one is what some tests ask. */
function judgeFirst(url: string, bytes: string | Buffer, { answers }: Pick<Exchange, 'answers'>): void {
  const [head = ''] = bytes.toString('latin1').split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const [, method, target] = /^([A-Z]+) (\/[!-~]*) HTTP\/1\.1$/.exec(line) ?? [];
  const [answer] = answers;
  const fields = lines.map((field) => /^([\w-]+): ?([\t\x20-\x7e]*)$/.exec(field)?.slice(1, 3) ?? []);
  if (answer === undefined || answers.length > 1 || method === undefined || target === undefined) return;
  // What a URL would repair is not the address that was asked for.
  const asked = URL.canParse(target, url) ? new URL(target, url) : undefined;
  if (asked === undefined || asked.pathname + asked.search !== target) return;
  if (!fields.every((field): field is [string, string] => field.length === 2)) return;
  const requestText = bytes.toString('utf8').split('\r\n\r\n')[1];
  judgeExchange({ method, url: asked, requestHeaders: new Headers(fields), requestText, ...answer });
}

/**
 * Sends these bytes over a connection of its own and reads until the server ends it, or until `expected` answers have
 * come and the connection stays open. `fetch` refuses or repairs most of what is sent this way.
 */
export async function exchange(
  url: string,
  bytes: string | Buffer,
  expected = 1,
  quietMs = patienceMs,
): Promise<Exchange> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const method = bytes.toString('latin1', 0, 5).startsWith('HEAD ') ? 'HEAD' : '';
  let closed = false;
  const done = Promise.withResolvers<void>();
  const deadline = setTimeout(() => done.resolve(), quietMs);
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    const { answers } = parseAll(Buffer.concat(chunks), method);
    // A keep-alive answer leaves the connection open: nothing more will come.
    if (answers.length >= expected && answers.at(-1)?.headers.get('connection') !== 'close') done.resolve();
  });
  socket.on('end', () => {
    closed = true;
    done.resolve();
  });
  socket.on('error', () => {
    closed = true;
    done.resolve();
  });
  await once(socket, 'connect');
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  await done.promise;
  clearTimeout(deadline);
  socket.destroy();
  const received = parseAll(Buffer.concat(chunks), method);
  judgeFirst(url, bytes, received);
  return { ...received, closed };
}

export const hostOf = (url: string): string => new URL(url).host;

/** A request as it goes over the wire. */
export function rawRequest(line: string, headers: readonly string[], body: string | Buffer = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`${[`${line} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n`, 'latin1'),
    Buffer.from(body),
  ]);
}
