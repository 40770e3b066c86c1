import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationId } from '../harness/client.ts';
import { everyOperation, type DeclaredOperation } from '../harness/declared-requests.ts';
import { goodRequest, succeeded, type GoodRequest } from '../harness/good-requests.ts';
import { sendRequest } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { wholeList } from '../harness/whole-list.ts';
import { openWorld } from '../harness/world.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

/** By what is written: where it shows. */
const shownIn: Partial<Record<OperationId, readonly OperationId[]>> = {
  createToken: ['listTokens'],
  createChildToken: ['listTokens'],
  createLegacyToken: ['listTokens'],
  revokeLegacyToken: ['listTokens'],
  revokeToken: ['listTokens'],
  rotateToken: ['listTokens'],
  createUser: ['listUsers'],
  updateUser: ['getUser', 'listUsers'],
  updateAccount: ['listUsers'],
  deactivateUser: ['getUser', 'listUsers'],
  completeGithubLink: ['getGithubLink', 'listUsers'],
  deleteGithubLink: ['getGithubLink', 'listUsers'],
  createDomain: ['listDomains'],
  createRepository: ['listRepositories'],
  updateRepository: ['listRepositories'],
  createVersion: ['listVersions', 'getAbout'],
  deleteVersion: ['listVersions'],
  createPreflightJob: ['listPreflightJobs'],
  cancelPreflightJob: ['getPreflightJob', 'listPreflightJobs'],
  createPreflightFixes: ['listPreflightFixes'],
  createSite: ['listSites'],
  updateSite: ['getSite', 'listSites'],
  deleteSite: ['listSites'],
  createSample: ['listSamples'],
  createQueuedSample: ['listQueuedSamples'],
  finalizeQueuedSample: ['listQueuedSamples', 'listSamples'],
  linkQueuedSample: ['listQueuedSamples', 'getSampleDetails'],
  deleteExtraFile: ['getSampleDetails'],
  deleteQueuedSample: ['listQueuedSamples'],
  updateSample: ['getSample', 'listSamples'],
  deleteSample: ['listSamples'],
  createTag: ['listTags', 'getContract'],
  createRegressionTest: ['getSample', 'listSamples', 'listRegressionTests', 'listCategories'],
  updateRegressionTest: ['getRegressionTest', 'listRegressionTests'],
  updateRegressionTests: ['getRegressionTest', 'listRegressionTests'],
  deleteRegressionTest: ['listSamples', 'listCategories'],
  createExpectedOutput: ['getRegressionTest', 'listTestApprovals'],
  updateExpectedOutput: ['getRegressionTest', 'listTestApprovals'],
  deleteExpectedOutput: ['getRegressionTest'],
  createCategory: ['listCategories'],
  updateCategory: ['listCategories'],
  deleteCategory: ['listCategories'],
  createVariant: ['getRegressionTest', 'listTestApprovals'],
  deleteVariant: ['listTestApprovals'],
  createBuild: ['listBuilds'],
  receiveGithubEvent: ['listRuns', 'getQueue'],
  createRun: ['listRuns', 'getQueue', 'listSampleResults'],
  approveBaseline: [
    ...(['getRegressionTest', 'getBaselineDownload', 'listBaselineApprovals', 'getRun', 'getRunSummary'] as const),
    ...(['listRunProgress', 'listRunSamples', 'getRunSample', 'getOutputDiff', 'listRunErrors'] as const),
    ...([
      'listRunErrorBuckets',
      'listRunArtifacts',
      'listOutputChanges',
      'listRunOutputs',
      'getRunExplanation',
      'getResultExplanation',
    ] as const),
  ],
  reevaluateRun: ['getRun', 'listRunProgress', 'listRunComparisons'],
  undoApproval: [
    ...(['getRegressionTest', 'listTestApprovals', 'listBaselineApprovals', 'getRun', 'listRunProgress'] as const),
  ],
  cancelRun: ['listRetentionRuns'],
  createWorker: ['listWorkers'],
  revokeWorker: ['listWorkers'],
  appendLogLines: ['listRunLogs', 'listRunSampleLogs'],
  createBlockedUser: ['listBlockedUsers'],
  deleteBlockedUser: ['listBlockedUsers'],
  createForbiddenExtension: ['listForbiddenExtensions'],
  deleteForbiddenExtension: ['listForbiddenExtensions'],
  completeLease: ['getAbout', 'listInfrastructureErrors'],
};
/**
 * What they show is settled when they can first be asked; maintenance would hold back the runs of other tests, and a
 * stream ends with its run.
 */
const settled: readonly OperationId[] = [
  ...([
    'getActualOutput',
    'getPreflightFixes',
    'getBuild',
    'getCurrentUser',
    'getExpectedOutput',
    'getRunConfig',
  ] as const),
  ...([
    'getSampleDownload',
    'getVariantDownload',
    'getMaintenance',
    'getQueuedSample',
    'getExtraFileDownload',
    'getFtpCredentials',
    'getPreflightComparison',
    'getMediaInfoDownload',
    'listDeprecations',
    'followRunLogs',
  ] as const),
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
function beyondPrepared({ request }: GoodRequest): GoodRequest['request'] {
  const body = JSON.parse(String(request.body)) as object;
  return { ...request, body: JSON.stringify({ ...body, first_line: 2 }) };
}

/** What a lease writes shows in its run, and what is named otherwise than by the address where it was made. */
function whereItShows(
  { id, credential }: DeclaredOperation,
  { values }: GoodRequest,
  path: Readonly<Record<string, string>>,
) {
  if (id === 'undoApproval' || id === 'updateRegressionTests')
    return Object.fromEntries(Object.keys(path).map((name) => [name, String(values[name])] as const));
  if (credential !== 'lease' || path['run_id'] === undefined) return path;
  return { ...path, run_id: String(values['leased_run_id']) };
}

describe('what was read before a write is not what is read after it', () => {
  test.each(Object.entries(shownIn).map(([id, ids]) => [id, ids.join(' and '), ids] as const))(
    '%s shows in %s',
    async (id, _, ids) => {
      const write = operationOf(id);
      const written = await goodRequest(stage, write);
      const reads: { readonly id: string; readonly good: GoodRequest }[] = [];
      for (const read of ids) {
        const good = await goodRequest(stage, operationOf(read));
        const shared = Object.entries(written.request.path ?? {}).filter(([name]) =>
          operationOf(read).path.includes(`{${name}}`),
        );
        const known = { ...good.request.path, ...Object.fromEntries(shared) };
        const path = whereItShows(write, written, known);
        reads.push({ id: read, good: { ...good, request: { ...good.request, path } } });
      }
      const texts = async (): Promise<Record<string, string>> => {
        const told: Record<string, string> = {};
        for (const { id: read, good } of reads) {
          const answers = await wholeList(good.url, operationOf(read), good.token, good.request);
          expect([read, answers[0]?.status]).toEqual([read, 200]);
          told[read] = answers.map(({ text }) => text).join('\n');
        }
        return told;
      };
      const before = await texts();
      const request = id === 'appendLogLines' ? beyondPrepared(written) : written.request;
      const answer = await sendRequest(written.url, write, written.token, request);
      expect({ text: answer.text.slice(0, 300), succeeded: succeeded(answer) }).toMatchObject({ succeeded: true });
      const after = await texts();
      expect(ids.filter((read) => before[read] === after[read])).toEqual([]);
    },
  );
});
