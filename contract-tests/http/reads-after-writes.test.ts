import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationId } from '../harness/client.ts';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { goodRequest, sendGood, succeeded, type GoodRequest } from '../harness/good-requests.ts';
import { sendRequest } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { openWorld } from '../harness/world.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

/** By what is written: where it shows. */
const shownIn: Partial<Record<OperationId, readonly OperationId[]>> = {
  createToken: ['listTokens'],
  revokeToken: ['listTokens'],
  createUser: ['listUsers'],
  createDomain: ['listDomains'],
  createRepository: ['listRepositories'],
  createSample: ['listSamples'],
  createTag: ['listTags', 'getContract'],
  createRegressionTest: ['getSample', 'listSamples', 'listRegressionTests', 'listCategories'],
  updateRegressionTest: ['listRegressionTests'],
  deleteRegressionTest: ['listSamples', 'listCategories'],
  createCategory: ['listCategories'],
  createVariant: ['getRegressionTest'],
  createBuild: ['listBuilds'],
  createRun: ['listRuns', 'getQueue'],
  approveBaseline: [
    ...(['getRegressionTest', 'listBaselineApprovals', 'getRun', 'getRunSummary', 'listRunProgress'] as const),
    ...(['listRunSamples', 'getRunSample', 'getOutputDiff'] as const),
  ],
  createWorker: ['listWorkers'],
  revokeWorker: ['listWorkers'],
  appendLogLines: ['listRunLogs'],
};
/** What they show is settled when they can first be asked. */
const settled: readonly OperationId[] = [
  ...(['getActualOutput', 'getBuild', 'getCurrentUser', 'getExpectedOutput', 'getRunConfig'] as const),
  'getSampleDownload',
];

const operationOf = (id: string): DeclaredOperation => {
  const operation = everyOperation.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(id);
  return operation;
};

test('every read of an account is here', () => {
  const reads = everyOperation
    .filter(({ method, credential }) => method === 'GET' && credential === 'account')
    .map(({ id }) => id);
  expect([...new Set([...Object.values(shownIn).flat(), ...settled])].sort()).toEqual(reads.sort());
});

/** The reads prepare two lines; what repeats a line adds none. */
function beyondPrepared({ request }: GoodRequest): Partial<GoodRequest> {
  const body = JSON.parse(String(request.body)) as object;
  return { request: { ...request, body: JSON.stringify({ ...body, first_line: 2 }) } };
}

describe('what was read before a write is not what is read after it', () => {
  test.each(Object.entries(shownIn).map(([id, ids]) => [id, ids.join(' and '), ids] as const))(
    '%s shows in %s',
    async (id, _, ids) => {
      const reads: { readonly id: string; readonly good: GoodRequest }[] = [];
      for (const read of ids) reads.push({ id: read, good: await goodRequest(stage, operationOf(read)) });
      const texts = async (): Promise<Record<string, string>> => {
        const told: Record<string, string> = {};
        for (const { id: read, good } of reads) {
          const answer = await sendRequest(good.url, operationOf(read), good.token, good.request);
          expect([read, answer.status]).toEqual([read, 200]);
          told[read] = answer.text;
        }
        return told;
      };
      const before = await texts();
      const written = await sendGood(stage, operationOf(id), id === 'appendLogLines' ? beyondPrepared : undefined);
      expect({ text: written.text.slice(0, 300), succeeded: succeeded(written) }).toMatchObject({ succeeded: true });
      const after = await texts();
      expect(ids.filter((read) => before[read] === after[read])).toEqual([]);
    },
  );
});

const at = (method: string, { path }: DeclaredOperation): DeclaredOperation | undefined =>
  everyOperation.find((operation) => operation.method === method && operation.path === path);

/** Rows of the installation are added by others at the same time. */
const adding = everyOperation.flatMap((operation) => {
  const list = operation.method === 'POST' && !operation.operator ? at('GET', operation) : undefined;
  return list?.credential === 'account' ? [[operation.id, list.id, operation, list] as const] : [];
});

describe('what is made once is there once', () => {
  test.each(adding)('%s adds one row to %s', async (_, __, operation, list) => {
    const good = await goodRequest(stage, operation);
    const total = async (): Promise<number> => {
      const { path = {} } = good.request;
      const { text } = await sendGood(stage, list, ({ request }) => ({ request: { ...request, path } }));
      return (JSON.parse(text) as { pagination: { total: number } }).pagination.total;
    };
    const before = await total();
    expect(succeeded(await sendRequest(good.url, operation, good.token, good.request))).toBe(true);
    expect(await total()).toBe(before + 1);
  });
});

const removing = everyOperation.flatMap((operation) => {
  const read = operation.method === 'DELETE' ? at('GET', operation) : undefined;
  return read === undefined ? [] : [[operation.id, read.id, operation, read] as const];
});

describe('what is deleted is gone', () => {
  test.each(removing)('%s takes it from %s, and finds it no more itself', async (_, __, operation, read) => {
    const { url, token, request } = await goodRequest(stage, operation);
    const statusOf = async (asked: DeclaredOperation): Promise<number> =>
      (await sendRequest(url, asked, token, request)).status;
    expect(await statusOf(read)).toBe(200);
    expect(succeeded({ status: await statusOf(operation) })).toBe(true);
    expect([await statusOf(read), await statusOf(operation)]).toEqual([404, 404]);
  });
});
