// What strangers cost: 200 logins at once, 10,000 unknown tokens, and the authentication of a token that is known, with
// the limits that are configured by default. Exit: 0 when everything is within its bound, 1 otherwise.
import type { ChildProcess } from 'node:child_process';
import { ended, startServer } from './bench-server.ts';
import { measureLoginStorm } from './login-storm.ts';
import { openBench, type Bench } from './seed.ts';
import { measureUnknownTokens } from './unknown-tokens.ts';
import { measureWarmAuthentication } from './warm-authentication.ts';

async function run(bench: Bench, children: ChildProcess[]): Promise<boolean> {
  const server = await startServer(bench, children, { limits: '' });
  const faults = [
    ...(await measureLoginStorm(bench, server)),
    ...(await measureUnknownTokens(server.url)),
    ...(await measureWarmAuthentication(bench)),
  ];
  console.log(`\nverdict: ${faults.length === 0 ? 'within the bounds' : faults.join('; ')}`);
  return faults.length === 0;
}

const bench = await openBench(async () => undefined);
const children: ChildProcess[] = [];
try {
  console.log(`Node ${process.version}`);
  process.exitCode = (await run(bench, children)) ? 0 : 1;
} finally {
  await Promise.all(children.map(ended));
  await bench.stop();
}
