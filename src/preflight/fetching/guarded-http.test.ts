import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { startLoopbackHost, watchDials, type LoopbackHost, type WatchedDials } from '../../testing/loopback-hosts.ts';
import { createGuardedHttp, type GuardedHttp, type HopRequest, type ResolveName } from './guarded-http.ts';
import { publicReach, reachOf } from './reach.ts';

/** Listens where nothing may arrive. */
let victim: LoopbackHost;
let site: LoopbackHost;
let dials: WatchedDials;
const opened: GuardedHttp[] = [];

beforeAll(async () => {
  victim = await startLoopbackHost('127.0.0.1', (_, response) => response.end('secret'));
  site = await startLoopbackHost('127.0.0.2', (request, response) => {
    if (request.url === '/silent') return;
    response.writeHead(200, { 'content-type': 'text/html' });
    if (request.url === '/echo') return void request.pipe(response);
    if (request.url === '/stalls') return void response.write('some');
    if (request.url !== '/endless') return void response.end('0123456789');
    const more = (): void => void response.write('x'.repeat(65_536), (failure) => !failure && setImmediate(more));
    more();
  });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await victim[Symbol.asyncDispose]();
});
beforeEach(() => {
  dials = watchDials();
});
afterEach(async () => {
  dials[Symbol.dispose]();
  for (const http of opened.splice(0)) await http[Symbol.asyncDispose]();
});

function open(allowPrivate: readonly string[], resolve?: ResolveName): GuardedHttp {
  const policy = { allowPrivate, ports: [80, 443, victim.port, site.port] };
  const http = createGuardedHttp({ policy, userAgent: 'test', ...(resolve === undefined ? {} : { resolve }) });
  opened.push(http);
  return http;
}

const hop = (changes: Partial<HopRequest> = {}): HopRequest => ({
  method: 'GET',
  bodyBytesMax: 1_000,
  timeoutMs: 5_000,
  signal: new AbortController().signal,
  ...changes,
});

const forbidden = [
  ...[
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
  ],
  ...['168.63.129.16', '100.100.100.200', '192.0.0.192', '192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1'],
  ...['255.255.255.255', '::1', '::', '::ffff:127.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1'],
  ...['2002:7f00:1::', '2001:0:7f00:1::1', '2001:db8::1', '3fff::1', '100::1', '5f00::1', 'fe80::1', 'fec0::1'],
  ...['fd00:ec2::254', 'fd20:ce::254', 'fc00::1', 'ff02::1', '2001:10::1'],
];
const written = (address: string): string => (address.includes(':') ? `[${address}]` : address);
/** As they are dialled by whoever takes a URL for what it looks like. */
const spellings = ['127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.0.0.1.', '[::ffff:7f00:1]', '①②⑦.0.0.1'];

describe('nothing is dialled for what is not public', () => {
  test.each([...forbidden.map(written), ...spellings])('written as %s', async (host) => {
    expect(await open([]).ask(`http://${host}:${victim.port}/`, hop())).toEqual({ kind: 'refused', why: 'address' });
    expect(dials.dialled).toEqual([]);
  });

  test.each(forbidden)('behind a name that resolves to %s', async (address) => {
    const http = open([], () => Promise.resolve([address]));
    const outcome = await http.ask(`http://site.example:${victim.port}/`, hop());
    expect(outcome).toEqual({ kind: 'refused', why: 'address' });
    expect(dials.dialled).toEqual([]);
  });

  test('though one of several addresses is allowed', async () => {
    const http = open(['127.0.0.2'], () => Promise.resolve(['127.0.0.2', '127.0.0.1']));
    const outcome = await http.ask(`http://site.example:${site.port}/`, hop());
    expect(outcome).toEqual({ kind: 'refused', why: 'address' });
    expect(dials.dialled).toEqual([]);
  });

  test('of what serves metadata or is link-local, even where the operator allows everything', () => {
    const reach = reachOf({ allowPrivate: ['0.0.0.0/0', '::/0', 'meta.example'], ports: [80] });
    const never = ['169.254.169.254', '168.63.129.16', '100.100.100.200', 'fd00:ec2::254', 'fe80::1', '64:ff9b::a00:1'];
    expect(never.filter((address) => reach.permits(address, 'meta.example'))).toEqual([]);
    expect(['10.0.0.1', 'fd12::1', '127.0.0.1', '::1'].filter((address) => !reach.permits(address, 'x'))).toEqual([]);
  });

  test('and what is public may be asked', () => {
    const reach = reachOf(publicReach);
    const known = ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'];
    expect(known.filter((address) => !reach.permits(address, 'example.org'))).toEqual([]);
  });
});

test('what is posted comes whole to what may be reached, and is dialled to nobody else', async () => {
  const http = open(['127.0.0.2'], (name) => Promise.resolve([name === 'site.example' ? '127.0.0.2' : '127.0.0.1']));
  const posted = hop({ method: 'POST', content: 'réparé', headers: { 'content-type': 'text/plain' } });
  const outcome = await http.ask(`http://site.example:${site.port}/echo`, posted);
  expect(outcome.kind === 'answered' && outcome.body.toString()).toBe('réparé');
  const before = dials.dialled.length;
  for (const host of ['127.0.0.1', 'other.example', '[::ffff:7f00:1]'])
    expect(await http.ask(`http://${host}:${victim.port}/`, posted)).toEqual({ kind: 'refused', why: 'address' });
  expect([before, dials.dialled.length, victim.requests]).toEqual([1, 1, []]);
});

describe('a name that changes its mind', () => {
  test('is dialled at the address that was judged, and judged again for every connection', async () => {
    const answers = ['127.0.0.2', '127.0.0.1'];
    const asked: string[] = [];
    const http = open(['127.0.0.2'], (hostname) => {
      asked.push(hostname);
      return Promise.resolve([answers[asked.length - 1] ?? '127.0.0.1']);
    });
    const url = `http://rebinding.example:${site.port}/endless`;
    expect(await http.ask(url, hop())).toMatchObject({ kind: 'answered', status: 200 });
    expect(await http.ask(url, hop())).toEqual({ kind: 'refused', why: 'address' });
    expect(asked).toEqual(['rebinding.example', 'rebinding.example']);
    expect(dials.dialled).toEqual([`127.0.0.2:${site.port}`]);
    expect(victim.requests).toEqual([]);
  });
});

describe('what the operator allows', () => {
  test.each([['127.0.0.2'], ['127.0.0.2/32'], ['::ffff:127.0.0.2'], ['INTRANET.example']])('by %s', async (entry) => {
    const http = open([entry], () => Promise.resolve(['127.0.0.2']));
    const outcome = await http.ask(`http://intranet.example.:${site.port}/`, hop());
    expect(outcome).toMatchObject({ kind: 'answered', status: 200, contentType: 'text/html', isCut: false });
    expect(await http.ask(`http://127.0.0.1:${victim.port}/`, hop())).toEqual({ kind: 'refused', why: 'address' });
  });

  test.each(['10.0.0.0/33', 'http://intranet', '1.2.3', ''])('is not told by %j', (entry) => {
    expect(() => reachOf({ allowPrivate: [entry], ports: [] })).toThrow(RangeError);
  });
});

test.each([
  ['ftp://127.0.0.2/', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['http://user@127.0.0.2/', 'credentials_in_url'],
  ['http://127.0.0.2:22/', 'port'],
  ['http://', 'not_a_url'],
])('%s is refused for its %s', async (url, why) => {
  expect(await open(['127.0.0.2']).ask(url, hop())).toEqual({ kind: 'refused', why });
  expect(dials.dialled).toEqual([]);
});

describe('what comes is bounded', () => {
  test('in size: what is over it is cut, and the rest is not read', async () => {
    const http = open(['127.0.0.2']);
    const outcome = await http.ask(`${site.origin}/endless`, hop({ bodyBytesMax: 100_000 }));
    expect(outcome).toMatchObject({ kind: 'answered', isCut: true });
    expect(outcome.kind === 'answered' && outcome.body.length).toBe(100_000);
    expect(await http.ask(`${site.origin}/`, hop({ bodyBytesMax: 10 }))).toMatchObject({ isCut: false });
  });

  test.each(['/silent', '/stalls'])('in time: %s', async (path) => {
    const outcome = await open(['127.0.0.2']).ask(site.origin + path, hop({ timeoutMs: 50 }));
    expect(outcome).toEqual({ kind: 'timed_out' });
  });

  test('in time, while a name is not resolved', async () => {
    const http = open([], () => new Promise(() => undefined));
    expect(await http.ask('http://slow.example/', hop({ timeoutMs: 50 }))).toEqual({ kind: 'timed_out' });
  });

  test('by whoever asked, who gets the own reason', async () => {
    const asking = open(['127.0.0.2']).ask(
      `${site.origin}/silent`,
      hop({ signal: AbortSignal.abort(new Error('canceled')) }),
    );
    await expect(asking).rejects.toThrow('canceled');
    const canceling = new AbortController();
    const waiting = open(['127.0.0.2']).ask(`${site.origin}/silent`, hop({ signal: canceling.signal }));
    setImmediate(() => canceling.abort(new Error('stopped')));
    await expect(waiting).rejects.toThrow('stopped');
  });
});

describe('what keeps an answer away is told', () => {
  const failing =
    (code: string): ResolveName =>
    () =>
      Promise.reject(Object.assign(new Error(code), { code }));

  test.each([
    ['ENOTFOUND', 'name_not_found'],
    ['EAI_AGAIN', 'name_unresolved'],
  ])('%s', async (code, why) => {
    expect(await open([], failing(code)).ask('http://a.example/', hop())).toEqual({ kind: 'unreachable', why });
  });

  test('nobody listens; somebody does, without TLS', async () => {
    const server = createServer();
    await once(server.listen(0, '127.0.0.3'), 'listening');
    const { port } = server.address() as { readonly port: number };
    await new Promise((resolve) => server.close(resolve));
    const policy = { allowPrivate: ['127.0.0.0/8'], ports: [port, site.port] };
    await using http = createGuardedHttp({ policy, userAgent: 'test' });
    expect(await http.ask(`http://127.0.0.3:${port}/`, hop())).toEqual({ kind: 'unreachable', why: 'connection' });
    expect(await http.ask(site.origin.replace('http', 'https'), hop())).toEqual({ kind: 'unreachable', why: 'tls' });
  });
});
