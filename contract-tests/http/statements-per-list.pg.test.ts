import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { crowdedPath, openCrowdedStage } from '../harness/crowded-stage.ts';
import { everyOperation, parametersOf, type DeclaredOperation } from '../harness/declared-requests.ts';
import { widening } from '../harness/list-oracles.ts';
import { goodRequest } from '../harness/good-requests.ts';
import { sendRequest } from '../harness/send-request.ts';
import { startServerOnProxy, type ServerOnProxy } from '../harness/server-on-proxy.ts';
import { beginPreflight, endedPreflight } from '../harness/preflights.ts';
import type { Stage } from '../harness/stage.ts';
import { queueRun } from '../harness/suite.ts';

let counted: ServerOnProxy;
let stage: Stage;
/** Of one page, and of several that were looked at before. */
let preflights: readonly string[];

beforeAll(async () => {
  counted = await startServerOnProxy();
  const background = await counted.startBackground();
  try {
    stage = await openCrowdedStage(counted.server.url);
    const { world } = stage;
    const urls = ['/livez', '/readyz', '/docs'].map((path) => `${world.url}${path}`);
    const one = await endedPreflight(world, { urls: urls.slice(0, 1) });
    preflights = [one, await endedPreflight(world, { urls })];
  } finally {
    await background.stop();
  }
});
afterAll(() => counted?.stop());

const lists = everyOperation.filter((operation) => parametersOf(operation).some(({ name }) => name === 'limit'));

/** The least of three: the row of a token is read again every five seconds, whatever is asked. */
async function statementsOf(
  operation: DeclaredOperation,
  limit: number,
): Promise<{ rows: number; statements: number }> {
  const { url, token, request } = await goodRequest(stage, operation);
  const path = { ...request.path, ...crowdedPath(stage, operation) };
  const asked = { ...request, path, query: { ...widening[operation.id], limit: String(limit) } };
  const counts = [];
  let rows = 0;
  for (let repeat = 0; repeat < 3; repeat += 1) {
    const before = counted.proxy.statements();
    const { status, text } = await sendRequest(url, operation, token, asked);
    counts.push(counted.proxy.statements() - before);
    expect([operation.id, status]).toEqual([operation.id, 200]);
    rows = (JSON.parse(text) as { data: unknown[] }).data.length;
  }
  return { rows, statements: Math.min(...counts) };
}

test.each(lists.map((operation) => [operation.id, operation] as const))(
  'H6: %s asks the database as often for one row more',
  async (_, operation) => {
    const all = await statementsOf(operation, 100);
    expect(all.rows).toBeGreaterThan(2);
    // The page holds rows of every kind that the list has; what one more row costs is the question.
    const butOne = await statementsOf(operation, all.rows - 1);
    expect(butOne).toEqual({ rows: all.rows - 1, statements: all.statements });
  },
);

const explanations = everyOperation.filter(({ slice, id }) => slice === 'explanations' && !id.startsWith('list'));

test.each(explanations.map((operation) => [operation.id, operation] as const))(
  '%s asks the database as often whatever there is to tell',
  async (_, operation) => {
    const { url, token, request } = await goodRequest(stage, operation);
    const statements = async (path: Readonly<Record<string, string>>, max_bytes: string): Promise<number> => {
      const counts = [];
      for (let repeat = 0; repeat < 3; repeat += 1) {
        const before = counted.proxy.statements();
        const { status } = await sendRequest(url, operation, token, { ...request, path, query: { max_bytes } });
        expect(status).toBe(200);
        counts.push(counted.proxy.statements() - before);
      }
      return Math.min(...counts);
    };
    const { world, suite, values } = stage;
    const crowded = Number(values['run_id']);
    const { data } = await world.admin.expect('listRunSamples', 200, {
      path: { run_id: crowded },
      query: { status: 'missing_output' },
    });
    const ofTest = { regression_test_id: String(data[0]?.regression_test_id) };
    const waiting = await queueRun(world, suite, 'windows');
    const most = await statements({ run_id: String(crowded), ...ofTest }, '65536');
    expect(await statements({ run_id: String(crowded), ...ofTest }, '1024')).toBe(most);
    expect(await statements({ run_id: String(waiting.run_id), ...ofTest }, '65536')).toBe(most);
  },
);

describe('a page for people asks the database as often', () => {
  async function statements(id: 'getDashboard' | 'getPreflightPage', job_id: string): Promise<number> {
    const operation = everyOperation.find((each) => each.id === id);
    if (operation === undefined) throw new Error(id);
    const { url, token, request } = await goodRequest(stage, operation);
    const path = { ...request.path, job_id };
    const counts = [];
    for (let repeat = 0; repeat < 3; repeat += 1) {
      const before = counted.proxy.statements();
      const { status } = await sendRequest(url, operation, token, { ...request, path });
      expect(status).toBe(200);
      counts.push(counted.proxy.statements() - before);
    }
    return Math.min(...counts);
  }

  test('of a preflight, however many pages it has', async () => {
    const [one = '', several = ''] = preflights;
    expect(await statements('getPreflightPage', several)).toBe(await statements('getPreflightPage', one));
  });

  test('of everything, however many preflights there are', async () => {
    const before = await statements('getDashboard', '');
    for (let count = 0; count < 3; count += 1) await beginPreflight(stage.world);
    expect(await statements('getDashboard', '')).toBe(before);
  });
});
