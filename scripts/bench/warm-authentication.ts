import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { settingsFrom } from '../../src/config.ts';
import { argon2Work } from '../../src/features/accounts/passwords.ts';
import { createTokenVerifier } from '../../src/features/tokens/token-verification.ts';
import { extractCredential } from '../../src/http/credentials.ts';
import { findCredential } from '../../src/http/request-credential.ts';
import { targetOf } from '../../src/http/request-target.ts';
import { matchRoute } from '../../src/http/route-table.ts';
import type { Bench } from './seed.ts';

const calls = 100_000;
const microsecondsMax = 50;

/** CPU of the whole process for one call, in microseconds. */
async function costOf(name: string, call: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let serial = 0; serial < calls; serial += 1) await call();
  const { user, system } = process.cpuUsage(before);
  const microseconds = (user + system) / calls;
  console.log(`  ${name}: ${microseconds.toFixed(1)} us`);
  return microseconds;
}

function verifierOf({ database, keys }: Bench) {
  let statements = 0;
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  // A clock that stands still, and nobody who tells of changes: the token stays warm however long the calls take.
  const { verify } = createTokenVerifier({ db, keys, listen: () => undefined, clock: () => 0 });
  return { verify, statements: () => statements };
}

/** What a request with a known token costs before its work, in this process alone. Returns what is beyond a bound. */
export async function measureWarmAuthentication(bench: Bench): Promise<string[]> {
  const { verify, statements } = verifierOf(bench);
  const path = '/api/v1/runs';
  const route = matchRoute('GET', path);
  if (route.kind !== 'found') throw new Error(`${path} is no address`);
  const [target, settings, socket] = [targetOf(path), settingsFrom({}), new Socket()];
  const authorization = `Bearer ${bench.token}`;
  // Anew for each call: a message keeps the headers that it has parsed.
  const find = (): unknown => {
    const request = new IncomingMessage(socket);
    request.rawHeaders = ['Host', 'bench.example', 'Connection', 'keep-alive', 'Authorization', authorization];
    return findCredential(request, route.route, target, settings);
  };
  if ((await verify(bench.token)) === undefined) throw new Error('the token is not live');
  const before = { statements: statements(), argon2Runs: argon2Work.started };
  console.log(`warm authentication, ${calls} calls, CPU of the process for each`);
  await costOf('extractCredential', () => extractCredential({ headers: { authorization: [authorization] } }));
  const finding = await costOf('findCredential, with a new message', find);
  const verifying = await costOf('verify', () => verify(bench.token));
  const work = { statements: statements() - before.statements, argon2Runs: argon2Work.started - before.argon2Runs };
  console.log(`  statements: ${work.statements}, argon2 runs: ${work.argon2Runs}`);
  const faults: string[] = [];
  if (!(finding + verifying < microsecondsMax)) faults.push(`authentication is not under ${microsecondsMax} us`);
  if (work.statements + work.argon2Runs > 0) faults.push('a known token cost statements or argon2');
  return faults;
}
