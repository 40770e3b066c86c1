// How long lists take among 100,000 runs and 5,000,000 results (`--runs 2000` to try it): over HTTP, each filter and each
// sort, its first and its last page. Exit: 0 when every p99 is within the bound, 1 otherwise.
import type { ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ended, startServer } from './bench-server.ts';
import { crowd, fillWithCrowd } from './crowd.ts';
import { connections, keepAliveClient, measure, type Get } from './load.ts';
import { percentile } from './percentile.ts';
import { floor, readKinds, type ReadKind } from './read-kinds.ts';
import { openBench, type Bench } from './seed.ts';
import { textTable } from './text-table.ts';

const p99MsMax = 100;
const limit = 50;
/** So many that one pause, which all connections wait for, is less than one of a hundred. */
const requestsPerRow = 120 * connections;
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    requests: { type: 'string', default: String(requestsPerRow) },
  },
});
const runs = Number(values.runs);
const requests = Number(values.requests);

interface MeasuredKind {
  readonly cells: readonly string[];
  readonly p99Ms: number;
}

const pathOf = ({ path, query }: ReadKind, page: Record<string, string>): string =>
  `${path}?${new URLSearchParams({ ...query, ...page })}`;

async function measurePath(get: Get, path: string): Promise<{ p50Ms: number; p99Ms: number }> {
  const ask = async (): Promise<void> => void (await get(path));
  // Statements are planned anew for the first answers of a connection.
  await measure(2 * connections, ask);
  const { latenciesMs } = await measure(requests, ask);
  return { p50Ms: percentile(latenciesMs, 0.5), p99Ms: percentile(latenciesMs, 0.99) };
}

function shown(name: string, page: string, total: string, { p50Ms, p99Ms }: { p50Ms: number; p99Ms: number }) {
  return { cells: [name, page, total, p50Ms.toFixed(1), p99Ms.toFixed(1), p99Ms < p99MsMax ? '' : 'SLOW'], p99Ms };
}

/** The first page, and the last full one unless that is the first. */
async function measureKind(get: Get, kind: ReadKind): Promise<MeasuredKind[]> {
  const name = [kind.name, ...Object.entries(kind.query).map(([key, value]) => `${key}=${value.slice(0, 24)}`)].join(
    ' ',
  );
  const first = pathOf(kind, { limit: String(limit) });
  const { pagination } = JSON.parse((await get(first)).text) as { pagination: { total: number } };
  const { total } = pagination;
  const measured = [shown(name, 'first', String(total), await measurePath(get, first))];
  if (total < 2 * limit) return measured;
  const deep = pathOf(kind, { limit: String(limit), offset: String(total - limit) });
  return [...measured, shown(name, 'last', String(total), await measurePath(get, deep))];
}

async function measureFloor(get: Get): Promise<MeasuredKind> {
  return shown(floor.name, '', '', await measurePath(get, floor.path));
}

async function run(bench: Bench, children: ChildProcess[]): Promise<boolean> {
  const { url } = await startServer(bench, children);
  const get = keepAliveClient(url, bench.token);
  const kinds = await readKinds(bench);
  const lists = kinds.filter(({ query }) => Object.keys(query).length === 0);
  // Until V8 has compiled what runs often.
  for (let round = 0; round < 3; round += 1)
    for (const list of lists) await measurePath(get, pathOf(list, { limit: String(limit) }));
  const measured = [await measureFloor(get)];
  for (const kind of kinds) measured.push(...(await measureKind(get, kind)));
  measured.push(await measureFloor(get));
  const head = ['', 'page', 'total', 'p50 ms', 'p99 ms', ''];
  console.log(textTable([head, ...measured.map(({ cells }) => cells)]));
  const slow = measured.filter(({ p99Ms }) => p99Ms >= p99MsMax).length;
  console.log(
    `\nverdict: ${slow === 0 ? 'within the bound' : `${slow} beyond the bound`}; p99 under ${p99MsMax} ms binds`,
  );
  return slow === 0;
}

const startedAt = performance.now();
const bench = await openBench(fillWithCrowd(runs));
const children: ChildProcess[] = [];
try {
  console.log(
    `${runs} runs x ${crowd.testsPerRun} results, filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s, ` +
      `${connections} connections, ${requests} requests a row, Node ${process.version}`,
  );
  process.exitCode = (await run(bench, children)) ? 0 : 1;
} finally {
  await Promise.all(children.map(ended));
  await bench.stop();
}
