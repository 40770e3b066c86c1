import { randomInt } from 'node:crypto';
import type { OperationId } from './client.ts';
import { awaitUses, readByAddress, recordedUses } from './deprecated-uses.ts';
import { confirmationFor, linkGithub, returnedTo } from './github.ts';
import { approveRun, holdRun, outputPath, runOnce, storeOutput } from './held-run.ts';
import { linkTo } from './outbox.ts';
import { startOwnServer } from './own-server.ts';
import { chosenFixes, endlessPreflight, siteAt } from './preflights.ts';
import {
  finalizeSample,
  givenPromiseToken,
  linkFile,
  makeSite,
  makeToken,
  makeVariant,
  makeVersion,
  makeWorker,
  mediaInfoOf,
  newVersion,
  producedContent,
  producedOnce,
  queueSample,
  siteAddresses,
} from './stage.ts';
import type { Stage, Values } from './stage.ts';
import { enrolWorker, makeSuite, queueRun, testIdsOf, uploadBuild } from './suite.ts';
import { newCommit, newExtension, unique, type World } from './world.ts';

/** What one request needs beside the stage: things that it uses up, or that exist for it alone. */
export interface Subject {
  readonly values?: Values;
  readonly query?: Readonly<Record<string, string>>;
  readonly token?: string | undefined;
  readonly url?: string;
  readonly raw?: string;
  /** Members of the body, in place of those of the example. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly release?: () => Promise<void>;
}

/** On a platform whose runs no test claims. */
async function waitingRun({ world, suite }: Stage): Promise<number> {
  return (await queueRun(world, suite, 'windows')).run_id;
}

async function canceledRun(stage: Stage): Promise<number> {
  const run_id = await waitingRun(stage);
  await stage.world.admin.expect('cancelRun', 202, { path: { run_id } });
  return run_id;
}

async function logLines({ held, values }: Stage): Promise<Subject> {
  const { client, path } = held.lease;
  const line = { at: '2026-11-22T10:00:00Z', level: 'info', source: 'worker', message: 'a line' } as const;
  const about = { ...line, regression_test_id: Number(values['regression_test_id']) };
  await client.expect('appendLogLines', 200, { path, body: { first_line: 0, lines: [line, about] } });
  return { values: { run_id: held.run_id } };
}

async function signedFile({ world, suite }: Stage): Promise<Subject> {
  const path = { sample_id: suite.sample.sample_id };
  const { download_url } = await world.admin.expect('getSampleDownload', 200, { path });
  const { pathname, searchParams } = new URL(download_url, world.url);
  const values = { sha256: pathname.split('/').at(-1) ?? '' };
  return { values, query: Object.fromEntries(searchParams) };
}

async function newInstallation(): Promise<Subject> {
  const server = await startOwnServer({ SPCI_BOOTSTRAP_EMAIL: '', SPCI_BOOTSTRAP_PASSWORD: '' });
  const setup_token = /setup token for POST \S+: (spcs_\w+)/.exec(server.output())?.[1];
  return { url: server.url, body: { setup_token }, release: () => server.stop() };
}

async function anotherLease(stage: Stage): Promise<Subject> {
  const { lease, run_id } = await holdRun(stage.world, stage.suite);
  return { values: { lease_id: lease.path.lease_id, leased_run_id: run_id }, token: lease.client.token };
}

/** On every platform; the example's would be claimed by other tests. */
async function runnableCommit({ world, suite }: Stage): Promise<Subject> {
  const commit_sha = newCommit();
  for (const platform of ['linux', 'windows'] as const)
    await uploadBuild(world, suite.repository, commit_sha, platform);
  return { body: { commit_sha, platform: 'windows' } };
}

/** A pull request of its own, which is built for the platform whose runs no test claims. */
async function pullRequestEvent({ world, suite }: Stage): Promise<Subject> {
  const sha = newCommit();
  await uploadBuild(world, suite.repository, sha, 'windows');
  const [user, head, base] = [
    { id: randomInt(1, 2 ** 40) },
    { ref: 'positions', sha },
    { ref: 'main', sha: newCommit() },
  ];
  return { body: { action: 'opened', pull_request: { number: randomInt(1, 2 ** 31), user, head, base } } };
}

/** Of the suite's tests alone: others of the domain may need types that a worker does not take. */
async function claimableRun({ world, suite }: Stage): Promise<Subject> {
  await queueRun(world, suite, 'linux', { regression_test_ids: testIdsOf(suite) });
  const { token } = await enrolWorker(world, ['linux', 'windows']);
  return { token, body: { wait_ms: 0 } };
}

/** Whatever it comes to produce, no file of it has a wrong name. */
async function testWithoutOutputs({ admin }: World, { sample_id, category }: Values): Promise<Values> {
  const body = { sample_id: Number(sample_id), command: '--nothing', categories: [String(category)], outputs: [] };
  const { regression_test_id } = await admin.expect('createRegressionTest', 201, { body });
  return { regression_test_id };
}

/** The stage's, once there is media info of it. */
async function toldSample({ world, suite }: Stage): Promise<Subject> {
  await mediaInfoOf(world, suite.sample.sample_id);
  return {};
}

/** Of a test that no run planned. */
async function freshOutput({ world }: Stage): Promise<Subject> {
  const [test] = (await makeSuite(world)).tests;
  return { values: { regression_test_id: test?.regression_test_id ?? 0, output_id: test?.outputs[0]?.id ?? 0 } };
}

async function newCategory({ world }: Stage): Promise<Subject> {
  const { id } = await world.admin.expect('createCategory', 201, { body: { name: unique('category') } });
  return { values: { category_id: id } };
}

async function mailedLink({ world }: Stage): Promise<Subject> {
  const { email } = await world.member('user');
  await world.anonymous.expect('createPasswordReset', 202, { body: { email } });
  return { body: { ...(await linkTo(email)) } };
}

async function linkedAdministrator({ world }: Stage): Promise<Subject> {
  await linkGithub(world.admin, unique('login'));
  return {};
}

/** A number that GitHub may have given; nobody else in these tests has it. */
const githubUserId = (): number => randomInt(1, 2 ** 47);

async function blockedUser({ world }: Stage): Promise<Subject> {
  const user_id = githubUserId();
  await world.admin.expect('createBlockedUser', 201, { body: { user_id, comment: 'Sends spam' } });
  return { values: { user_id } };
}

async function forbiddenExtension({ world }: Stage): Promise<Subject> {
  const body = { extension: newExtension() };
  return { values: await world.operator.expect('createForbiddenExtension', 201, { body }) };
}

async function queuedSample({ world }: Stage): Promise<Subject> {
  return { values: { queued_id: await queueSample(world) } };
}

async function spareRepository({ world }: Stage): Promise<number> {
  const body = { repository: `${unique('owner')}/tool` };
  return (await world.admin.expect('createRepository', 201, { body })).repository_id;
}

async function publicBadge({ world, suite: { repository_id } }: Stage): Promise<Subject> {
  await world.admin.expect('updateRepository', 200, { path: { repository_id }, body: { public_badge: true } });
  return {};
}

async function spareSample({ world }: Stage): Promise<Subject> {
  return { values: { sample_id: await finalizeSample(world) } };
}

/** Of a test of its own: nothing is approved on top of it. */
async function freshApproval({ world }: Stage): Promise<Subject> {
  const suite = await makeSuite(world);
  const { run_id } = await runOnce(world, suite, unique('produced'));
  const { approval_id } = await approveRun(world, suite, run_id);
  const { regression_id, output_id } = outputPath(suite, run_id);
  return { values: { approval_id, run_id, regression_test_id: regression_id, output_id } };
}

/** What it produced is approved since, from a later run. */
async function expectingOther({ world }: Stage): Promise<Subject> {
  const suite = await makeSuite(world);
  const content = unique('produced');
  const { run_id } = await runOnce(world, suite, content);
  await approveRun(world, suite, (await runOnce(world, suite, content)).run_id);
  return { values: { run_id } };
}

/** By a token that nothing else needs. */
async function deprecatedUse({ world }: Stage): Promise<Subject> {
  if ((await recordedUses(world)).length > 0) return {};
  await readByAddress(await world.adminWith(['runs:read']));
  await awaitUses(world, 1);
  return {};
}

/** Of the administrator, whose list of tokens shows it. */
async function ownLegacyToken({ world: { admin } }: Stage): Promise<Subject> {
  const { user_id } = await admin.expect('getCurrentUser', 200);
  await admin.expect('createLegacyToken', 201, { path: { user_id } });
  return { values: { user_id } };
}

/** Every operation that the stage alone does not suffice for. */
export const subjects: Partial<Record<OperationId, (stage: Stage) => Promise<Subject>>> = {
  receiveGithubEvent: pullRequestEvent,
  listRetentionRuns: async () => ({ query: { days: '0' } }),
  getMediaInfoDownload: toldSample,
  getSampleDetails: toldSample,
  getStatusBadge: publicBadge,
  cancelRun: async (stage) => ({ values: { run_id: await waitingRun(stage) } }),
  claimRun: claimableRun,
  completeLease: anotherLease,
  completeGithubLink: async ({ world }) => ({
    body: { confirmation: await confirmationFor(world.admin, unique('login')) },
  }),
  completePasswordReset: mailedLink,
  createBlockedUser: async () => ({ body: { user_id: githubUserId() } }),
  createBuild: async ({ suite }) => ({
    query: { repository: suite.repository, commit_sha: newCommit(), platform: 'linux', entry_point: 'tool.cjs' },
  }),
  createForbiddenExtension: async () => ({ body: { extension: newExtension() } }),
  createExpectedOutput: async ({ world, values }) => ({ values: await testWithoutOutputs(world, values) }),
  createLegacyToken: ownLegacyToken,
  createRepository: async () => ({ body: { repository: `${unique('owner')}/tool` } }),
  createRun: runnableCommit,
  createSample: async () => ({ query: { filename: 'sample.m2ts' }, raw: unique('sample') }),
  createSession: async ({ world }) => ({
    raw: new URLSearchParams({ 'x-auth-token': world.admin.token ?? '' }).toString(),
  }),
  introspectToken: async ({ world }) => ({ raw: new URLSearchParams({ token: world.admin.token ?? '' }).toString() }),
  exchangePromiseToken: async (stage) => ({ body: { promise_token: await givenPromiseToken(stage) } }),
  introspectPromiseToken: async (stage) => ({ body: { token: await givenPromiseToken(stage) } }),
  invalidatePromiseToken: async (stage) => ({ body: { promise_token: await givenPromiseToken(stage) } }),
  createPreflightJob: async ({ world }) => ({
    body: { urls: [`${world.url}/livez`], site_id: await siteAt(world, world.url) },
  }),
  cancelPreflightJob: async ({ world }) => endlessPreflight(world),
  createPreflightFixes: async ({ world }) => chosenFixes(world),
  createSite: async () => ({ body: siteAddresses() }),
  createToken: async ({ world }) => ({ body: { email: world.adminEmail } }),
  createVersion: async () => ({ body: { version: newVersion() } }),
  createVariant: async (stage) => ({ body: { hash: await producedOnce(stage) } }),
  deactivateUser: async ({ world }) => ({ values: { user_id: (await world.member('user')).userId } }),
  deleteBlockedUser: blockedUser,
  deleteCategory: newCategory,
  deleteForbiddenExtension: forbiddenExtension,
  deleteExtraFile: async ({ world, suite }) => ({
    values: { extra_id: await linkFile(world, suite.sample.sample_id) },
  }),
  deleteExpectedOutput: freshOutput,
  deleteGithubLink: linkedAdministrator,
  deleteQueuedSample: queuedSample,
  deleteRegressionTest: async ({ world }) => {
    const { tests } = await makeSuite(world);
    return { values: { regression_test_id: tests[0]?.regression_test_id ?? 0 } };
  },
  deleteSample: spareSample,
  deleteSite: async ({ world }) => ({ values: { site_id: await makeSite(world) } }),
  deleteVersion: async (stage) => ({ values: { version_id: await makeVersion(stage) } }),
  deleteVariant: async (stage) => ({ values: { variant_id: await makeVariant(stage) } }),
  downloadFile: signedFile,
  finalizeQueuedSample: queuedSample,
  getGithubConfirmation: async ({ world }) => ({ query: await returnedTo(world.admin, unique('login')) }),
  getLeaseSample: async ({ suite }) => ({ values: { sha256: suite.sample.sha } }),
  linkQueuedSample: queuedSample,
  listDeprecations: deprecatedUse,
  listRunLogs: logLines,
  listRunSampleLogs: logLines,
  putLeaseOutput: async () => ({ raw: producedContent }),
  recordResults: async ({ held, suite }) => {
    await storeOutput(held.lease, suite.tests[0]?.outputs[0]?.id ?? 0, producedContent);
    return {};
  },
  restartRun: async (stage) => ({ values: { run_id: await canceledRun(stage) } }),
  revokeCurrentToken: async ({ world }) => ({ token: (await world.adminWith(['runs:read'])).token }),
  revokeLegacyToken: ownLegacyToken,
  revokeToken: async ({ world }) => ({ values: { token_id: await makeToken(world) } }),
  revokeWorker: async ({ world }) => ({ values: { worker_id: await makeWorker(world) } }),
  rotateToken: async ({ world }) => ({ values: { token_id: await makeToken(world, 'system:read') } }),
  setUpInstallation: newInstallation,
  reevaluateRun: expectingOther,
  undoApproval: freshApproval,
  updateAccount: async ({ world }) => ({ token: (await world.member('user')).token }),
  updateExpectedOutput: freshOutput,
  updateCategory: async (stage) => ({ ...(await newCategory(stage)), body: { name: unique('category') } }),
  // Other tests need the platform.
  updateMaintenance: async () => ({ body: { disabled: false } }),
  updateRegressionTest: async ({ world, values }) => ({ values: await testWithoutOutputs(world, values) }),
  updateRegressionTests: async ({ world, values }) => ({ values: await testWithoutOutputs(world, values) }),
  updateRepository: async (stage) => ({ values: { repository_id: await spareRepository(stage) } }),
  updateSample: spareSample,
  updateSite: async ({ world }) => ({ values: { site_id: await makeSite(world) }, body: siteAddresses() }),
  updateUser: async ({ world }) => ({ values: { user_id: (await world.member('user')).userId } }),
};
