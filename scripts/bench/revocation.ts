// How soon a token that one server revoked is refused by another that knows it, both on one PostgreSQL (`--rounds 20` to
// try it). Exit: 0 when p99 is within the bound, 1 otherwise.
import type { ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';
import { createAccount } from '../../src/features/accounts/account-creation.ts';
import { ended, startServer } from './bench-server.ts';
import { percentile } from './percentile.ts';
import { openBench, type Bench } from './seed.ts';

const p99MsMax = 250;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const rounds = Number(values.rounds);

const login = { email: 'bob@bench.example', password: 'seven lanterns on a quiet shore' };
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** Anything but `status` fails the benchmark. */
async function ask(url: string, status: number, request: RequestInit): Promise<string> {
  const response = await fetch(url, request);
  const text = await response.text();
  if (response.status !== status) throw new Error(`${url} was answered ${response.status}: ${text}`);
  return text;
}

interface Minted {
  readonly token_id: number;
  readonly token: string;
}

async function mint(url: string, token_name: string): Promise<Minted> {
  const body = JSON.stringify({ ...login, token_name });
  const headers = { 'content-type': 'application/json' };
  return JSON.parse(await ask(`${url}/api/v1/auth/tokens`, 201, { method: 'POST', headers, body })) as Minted;
}

async function isRefused(url: string, token: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/auth/me`, { headers: bearer(token) });
  await response.arrayBuffer();
  return response.status === 401;
}

/** From the answer of the server that revoked to the refusal of the other. */
async function refusalMs(revoking: string, other: string, round: number): Promise<number> {
  const { token_id, token } = await mint(revoking, `round-${round}`);
  const headers = bearer(token);
  await ask(`${other}/api/v1/auth/me`, 200, { headers });
  await ask(`${revoking}/api/v1/auth/tokens/${token_id}`, 204, { method: 'DELETE', headers });
  const revokedAt = performance.now();
  while (!(await isRefused(other, token)));
  return performance.now() - revokedAt;
}

async function run(bench: Bench, children: ChildProcess[]): Promise<boolean> {
  await createAccount(bench.database.db, bench.domainId, { name: 'Bob', ...login, role: 'contributor' });
  const revoking = await startServer(bench, children, { name: 'revoking' });
  const other = await startServer(bench, children, { name: 'other' });
  const measured: number[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await refusalMs(revoking.url, other.url, round));
  const p99Ms = percentile(measured, 0.99);
  const shown = [percentile(measured, 0.5), p99Ms, Math.max(...measured)].map((ms) => ms.toFixed(1));
  console.log(`refused elsewhere after: p50 ${shown[0]} ms, p99 ${shown[1]} ms, max ${shown[2]} ms`);
  const isWithin = p99Ms <= p99MsMax;
  console.log(`\nverdict: ${isWithin ? 'within' : 'beyond'} the bound; p99 of ${p99MsMax} ms binds`);
  return isWithin;
}

const bench = await openBench(async () => undefined);
const children: ChildProcess[] = [];
try {
  console.log(`${rounds} revocations, Node ${process.version}`);
  process.exitCode = (await run(bench, children)) ? 0 : 1;
} finally {
  await Promise.all(children.map(ended));
  await bench.stop();
}
