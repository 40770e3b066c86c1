import { newToken } from '../../src/secrets.ts';
import { addresses, loopbackAddress, outcomeFrom, tally } from './addressed-client.ts';
import { connections, measure } from './load.ts';
import { percentile } from './percentile.ts';

const tokens = 10_000;

interface Gauges {
  readonly argon2Runs: number;
  readonly residentMb: number;
}

async function gaugesOf(url: string): Promise<Gauges> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const valueOf = (name: string): number => {
    const [, value] = new RegExp(`^${name} (\\S+)$`, 'm').exec(text) ?? [];
    if (value === undefined) throw new Error(`there is no metric ${name}`);
    return Number(value);
  };
  return {
    argon2Runs: valueOf('spci_argon2_runs_total'),
    residentMb: valueOf('spci_process_resident_memory_bytes') / 1e6,
  };
}

/** Tokens that are well formed and were never minted. Returns what is beyond a bound. */
export async function measureUnknownTokens(url: string): Promise<string[]> {
  const headers = Array.from({ length: tokens }, () => ({ authorization: `Bearer ${newToken('spci')}` }));
  const outcomes: string[] = [];
  const ask = async (serial: number): Promise<void> => {
    const question = { path: '/api/v1/auth/me', headers: headers[serial] ?? {} };
    outcomes.push(await outcomeFrom(loopbackAddress(serial), url, question));
  };
  const before = await gaugesOf(url);
  const { latenciesMs, seconds } = await measure(tokens, ask);
  const after = await gaugesOf(url);
  const argon2Runs = after.argon2Runs - before.argon2Runs;
  console.log(`${tokens} unknown tokens from ${addresses} addresses, ${connections} at a time, each a new connection`);
  console.log(`  answers: ${tally(outcomes)}`);
  console.log(
    `  ${(tokens / seconds).toFixed(0)} a second, p50 ${percentile(latenciesMs, 0.5).toFixed(1)} ms, ` +
      `p99 ${percentile(latenciesMs, 0.99).toFixed(1)} ms`,
  );
  console.log(`  argon2 runs: ${argon2Runs} (${before.argon2Runs} before)`);
  console.log(`  resident: ${before.residentMb.toFixed(0)} MB before, ${after.residentMb.toFixed(0)} MB after`);
  const faults = argon2Runs === 0 ? [] : [`${argon2Runs} argon2 runs for unknown tokens`];
  return outcomes.every((outcome) => outcome === '401') ? faults : [...faults, 'an unknown token was not answered 401'];
}
