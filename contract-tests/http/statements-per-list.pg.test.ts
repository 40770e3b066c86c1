import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { crowdedPath, openCrowdedStage } from '../harness/crowded-stage.ts';
import { everyOperation, parametersOf, type DeclaredOperation } from '../harness/declared-requests.ts';
import { goodRequest } from '../harness/good-requests.ts';
import { sendRequest } from '../harness/send-request.ts';
import { startServerOnProxy, type ServerOnProxy } from '../harness/server-on-proxy.ts';
import type { Stage } from '../harness/stage.ts';

let counted: ServerOnProxy;
let stage: Stage;

beforeAll(async () => {
  counted = await startServerOnProxy();
  stage = await openCrowdedStage(counted.server.url);
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
  const asked = { ...request, path, query: { limit: String(limit) } };
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
  '%s asks the database as often for one row more',
  async (_, operation) => {
    const all = await statementsOf(operation, 100);
    expect(all.rows).toBeGreaterThan(2);
    // The page holds rows of every kind that the list has; what one more row costs is the question.
    const butOne = await statementsOf(operation, all.rows - 1);
    expect(butOne).toEqual({ rows: all.rows - 1, statements: all.statements });
  },
);
