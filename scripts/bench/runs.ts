// What keeping the contract costs: this server beside bare Express and the raw driver, in one run. Ratios count, absolute
// numbers are the machine's. Exit: 0 within the bound, 1 beyond it.
import { endpoints, pathOf, shownPaths, type Endpoint } from './endpoints.ts';
import { connections } from './load.ts';
import { percentile } from './percentile.ts';
import { measurePieces, type Exchange } from './pieces.ts';
import { measureRounds, plan, type Round, type Rounds } from './rounds.ts';
import { insertQueuedRuns, openBench, seeded, type Bench } from './seed.ts';
import { countStatements, withStatementLog } from './statements.ts';
import { textTable } from './text-table.ts';
import { startVariants, variantNames, type HttpVariant, type Variants } from './variants.ts';

/** CPU per request of this server over that of bare Express, median of neighbouring rounds. */
const bounds = { ratioMax: 1.6, ratioAim: 1.3 } as const;
const queuedRuns = 10;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const median = (values: readonly number[]): number => percentile(values, 0.5);

function cpuMsPerRequest(rounds: readonly Round[]): number {
  return median(rounds.map((round) => round.cpuMs / round.latenciesMs.length));
}

/** Of neighbouring rounds, ascending. */
function ratiosOf(rounds: Rounds, endpoint: Endpoint): number[] {
  const [server, express] = [rounds[endpoint].get('this server') ?? [], rounds[endpoint].get('bare Express') ?? []];
  const ratios = server.map((round, position) => round.cpuMs / (express[position]?.cpuMs ?? Number.NaN));
  return ratios.sort((a, b) => a - b);
}

/** The middle half. */
function spreadOf(rounds: Rounds, endpoint: Endpoint): string {
  const ratios = ratiosOf(rounds, endpoint);
  return `${percentile(ratios, 0.25).toFixed(2)} to ${percentile(ratios, 0.75).toFixed(2)}`;
}

function printRounds(rounds: Rounds): void {
  for (const endpoint of endpoints) {
    const express = cpuMsPerRequest(rounds[endpoint].get('bare Express') ?? []);
    const rows = variantNames.map((name): string[] => {
      const measured = rounds[endpoint].get(name) ?? [];
      const latencies = measured.flatMap((round) => round.latenciesMs);
      const cpu = cpuMsPerRequest(measured);
      return [
        name,
        percentile(latencies, 0.5).toFixed(2),
        percentile(latencies, 0.99).toFixed(2),
        (latencies.length / sum(measured.map((round) => round.seconds))).toFixed(0),
        cpu.toFixed(3),
        (cpu / express).toFixed(2),
      ];
    });
    console.log(`\n${shownPaths[endpoint]}`);
    console.log(textTable([['', 'p50 ms', 'p99 ms', 'requests/s', 'CPU ms/request', 'CPU ratio'], ...rows]));
  }
}

async function statementRow(bench: Bench, { name, get }: HttpVariant): Promise<string[]> {
  const paths = [1, 50, 100].map((limit) => `/api/v1/runs?limit=${limit}`);
  const [runId = 0] = bench.runIds;
  const cells: string[] = [name];
  for (const path of [...paths, `/api/v1/runs/${runId}`, `/api/v1/runs/${runId}/summary`])
    cells.push((await countStatements(bench, get, path)).toFixed(2));
  return cells;
}

async function printStatements(bench: Bench, { server, express }: Variants): Promise<void> {
  const head = ['SQL statements/request', 'limit=1', 'limit=50', 'limit=100', 'one run', 'summary'];
  const rows = await withStatementLog(bench, async () => {
    const ended = [await statementRow(bench, server), await statementRow(bench, express)];
    await insertQueuedRuns(bench, queuedRuns);
    const [, ...queued] = await statementRow(bench, server);
    return [...ended, [`this server, ${queuedRuns} runs queued`, ...queued]];
  });
  console.log(`\n${textTable([head, ...rows])}`);
}

async function printPieces(bench: Bench, { server }: Variants): Promise<void> {
  const exchanges: Exchange[] = [];
  for (const endpoint of endpoints) {
    const path = pathOf(endpoint, bench.runIds, 0);
    exchanges.push({ endpoint, path, answer: await server.get(path) });
  }
  const pieces = await measurePieces(bench, exchanges);
  const rows = pieces.map(({ name, microseconds }) => [name, microseconds.toFixed(1)]);
  console.log(`\n${textTable([['in process', 'µs/request'], ...rows])}`);
}

function judge(rounds: Rounds): boolean {
  const ratios = endpoints.map((endpoint) => median(ratiosOf(rounds, endpoint)));
  const worst = Math.max(...ratios);
  const shown = endpoints.map(
    (endpoint, position) =>
      `${endpoint} ${ratios[position]?.toFixed(2)} (half of the rounds ${spreadOf(rounds, endpoint)})`,
  );
  const verdict =
    worst > bounds.ratioMax ? 'beyond the bound' : worst > bounds.ratioAim ? 'within the bound' : 'aim met';
  console.log(`\nCPU ratio to bare Express: ${shown.join(', ')}`);
  console.log(
    `verdict: ${verdict}: worst ${worst.toFixed(2)}; at most ${bounds.ratioMax} binds, ${bounds.ratioAim} is the aim`,
  );
  return worst <= bounds.ratioMax;
}

async function run(bench: Bench): Promise<boolean> {
  const variants = await startVariants(bench);
  try {
    console.log(
      `${seeded.runs} runs x ${seeded.resultsPerRun} results, ${connections} connections, ${plan.rounds} rounds of ` +
        `${endpoints.map((endpoint) => `${plan.requests[endpoint]} ${endpoint}`).join(', ')}, Node ${process.version}`,
    );
    const rounds = await measureRounds([variants.server, variants.express, variants.raw]);
    printRounds(rounds);
    await printPieces(bench, variants);
    await printStatements(bench, variants);
    return judge(rounds);
  } finally {
    await variants.stop();
  }
}

const bench = await openBench();
try {
  process.exitCode = (await run(bench)) ? 0 : 1;
} finally {
  await bench.stop();
}
