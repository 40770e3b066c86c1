import { setTimeout as delay } from 'node:timers/promises';
import { createAccount } from '../../src/features/accounts/account-creation.ts';
import { addresses, loopbackAddress, outcomeFrom, tally } from './addressed-client.ts';
import type { BenchServer } from './bench-server.ts';
import { probeDuring, shownProbes, type Probe } from './livez-probe.ts';
import { percentile } from './percentile.ts';
import type { Bench } from './seed.ts';

const livezP99MsMax = 250;
const idleMs = 2_000;
const waves = 5;
/** So few logins for each that the limit of an account refuses none of them. */
const accounts = 20;
const password = 'seven lanterns on a quiet shore';
const emailOf = (account: number): string => `owner-${account}@bench.example`;
const huntedEmail = 'hunted@bench.example';

type Kind = 'right password' | 'wrong password' | 'one account guessed';

const allowed: Readonly<Record<Kind, readonly string[]>> = {
  'right password': ['201', '503'],
  'wrong password': ['401', '503'],
  'one account guessed': ['401', '429', '503'],
};

interface Login {
  readonly kind: Kind;
  readonly outcome: string;
}

function kindOf(serial: number): Kind {
  if (serial % 4 === 3) return 'one account guessed';
  return serial % 4 === 2 ? 'wrong password' : 'right password';
}

async function logIn(url: string, wave: number, serial: number): Promise<Login> {
  const kind = kindOf(serial);
  const body = JSON.stringify({
    email: kind === 'one account guessed' ? huntedEmail : emailOf(serial % accounts),
    password: kind === 'right password' ? password : `${password} ${serial}`,
    token_name: `login-${wave}-${serial}`,
  });
  const headers = { 'content-type': 'application/json' };
  const question = { method: 'POST', path: '/api/v1/auth/tokens', headers, body };
  return { kind, outcome: await outcomeFrom(loopbackAddress(serial), url, question) };
}

async function addAccounts({ database: { db }, domainId }: Bench): Promise<void> {
  const emails = [huntedEmail, ...Array.from({ length: accounts }, (_, account) => emailOf(account))];
  for (const email of emails) await createAccount(db, domainId, { name: email, email, password, role: 'user' });
}

function faultsOf(logins: readonly Login[], livezP99Ms: number): string[] {
  const unexpected = logins.filter(({ kind, outcome }) => !allowed[kind].includes(outcome));
  const faults = unexpected.map(({ kind, outcome }) => `a login with ${kind} ended in ${outcome}`);
  if (!logins.some(({ outcome }) => outcome === '201')) faults.push('nobody was let in');
  if (!(livezP99Ms < livezP99MsMax)) faults.push(`p99 of /livez is not under ${livezP99MsMax} ms`);
  return faults;
}

/** Logins of all addresses at once, while somebody else asks whether the server lives. Returns what is beyond a bound. */
export async function measureLoginStorm(bench: Bench, server: BenchServer): Promise<string[]> {
  await addAccounts(bench);
  console.log(`${addresses} logins at once, ${waves} times`);
  console.log(`  /livez idle: ${shownProbes((await probeDuring(server, () => delay(idleMs))).probes)}`);
  const probes: Probe[] = [];
  const logins: Login[] = [];
  for (let wave = 0; wave < waves; wave += 1) {
    // Otherwise the failures of a wave would be counted against the next.
    await bench.database.db.deleteFrom('login_attempts').execute();
    const startedAt = performance.now();
    const all = Array.from({ length: addresses }, (_, serial) => serial);
    const during = await probeDuring(server, () => Promise.all(all.map((serial) => logIn(server.url, wave, serial))));
    console.log(`  wave ${wave + 1} took ${((performance.now() - startedAt) / 1000).toFixed(2)} s`);
    probes.push(...during.probes);
    logins.push(...during.result);
  }
  console.log(`  /livez meanwhile: ${shownProbes(probes)}`);
  for (const [kind, ofKind] of Map.groupBy(logins, ({ kind }) => kind))
    console.log(`  ${kind}: ${tally(ofKind.map(({ outcome }) => outcome))}`);
  const latenciesMs = probes.map(({ latencyMs }) => latencyMs);
  return faultsOf(logins, percentile(latenciesMs, 0.99));
}
