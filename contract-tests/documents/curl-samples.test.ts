import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import type { OperationId } from '../harness/client.ts';
import { fileFormOf } from '../harness/file-form.ts';
import { bodyExamplesOf } from '../harness/declared-requests.ts';
import { shownSample } from '../harness/documented-samples.ts';
import { confirmationFor, returnedTo } from '../harness/github.ts';
import { linkTo } from '../harness/outbox.ts';
import { signatureOf, webhookSecret } from '../harness/own-headers.ts';
import { openFixableSite, type FixableSite } from '../harness/preflights.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { openShell, type Shell } from '../harness/shell-commands.ts';
import { finalizeSample, mediaInfoOf } from '../harness/stage.ts';
import { everyScope, signIn, unique } from '../harness/world.ts';

/** The account of the examples. */
const person = Object.values(bodyExamplesOf(operations.createToken))[0] as { email: string; password: string };
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
/** The bytes whose digest the examples show. */
const produced = 'test';

type Answer = Readonly<Record<string, unknown>>;
type Variables = Record<string, string>;

function textOf(answer: Answer, name: string): string {
  const value = answer[name];
  if (value === undefined) throw new Error(`the answer has no ${name}`);
  return String(value);
}

/** What later commands need of an answer: the variable that the samples use, and the field it comes from. */
const kept: Readonly<Partial<Record<OperationId, Readonly<Record<string, string>>>>> = {
  createToken: { TOKEN_ID: 'token_id' },
  createUser: { USER_ID: 'user_id' },
  createRepository: { REPOSITORY_ID: 'repository_id' },
  createCategory: { CATEGORY_ID: 'id' },
  createSample: { SAMPLE_ID: 'sample_id', SHA256: 'sha' },
  createQueuedSample: { QUEUED_ID: 'id' },
  linkQueuedSample: { EXTRA_ID: 'id' },
  getSampleDownload: { DOWNLOAD_URL: 'download_url' },
  createRegressionTest: { REGRESSION_TEST_ID: 'regression_test_id' },
  createBuild: { BUILD_ID: 'build_id' },
  createRun: { RUN_ID: 'run_id' },
  createWorker: { WORKER_ID: 'worker_id', SPCI_WORKER_TOKEN: 'worker_token' },
  claimRun: { LEASE_ID: 'lease_id', SPCI_LEASE_TOKEN: 'lease_token' },
  createVariant: { VARIANT_ID: 'id' },
  createVersion: { VERSION_ID: 'version_id' },
  createSite: { SITE_ID: 'site_id' },
  createPreflightJob: { JOB_ID: 'job_id' },
  createPreflightFixes: { FIX_ID: 'fix_id' },
  createPromiseToken: { PROMISE_TOKEN: 'promise_token' },
  createExpectedOutput: { OUTPUT_ID: 'id' },
  approveBaseline: { APPROVAL_ID: 'approval_id' },
};

function keep(id: OperationId, answer: Answer): void {
  for (const [variable, field] of Object.entries(kept[id] ?? {})) variables[variable] = textOf(answer, field);
  if (id === 'createRegressionTest') {
    const [output] = answer['outputs'] as readonly [Answer];
    variables['OUTPUT_ID'] = textOf(output, 'id');
  }
  // From here on the digest of an address is that of what the test produced.
  if (id === 'getLeaseSample') variables['SHA256'] = sha256(produced);
}

/** In the order of a run's life: each command stands on what those before it made. */
const first: readonly OperationId[] = [
  // Before an account is made: commands call a number of GitHub's and that of an account by one name.
  ...(['createToken', 'createBlockedUser', 'deleteBlockedUser'] as const),
  ...(['createForbiddenExtension', 'deleteForbiddenExtension'] as const),
  ...([
    'createDomain',
    'completePasswordReset',
    'createUser',
    'createRepository',
    'createVersion',
    'createSite',
    'createPromiseToken',
    'createPreflightJob',
    'createPreflightFixes',
    'createTag',
    'createSample',
  ] as const),
  ...(['createQueuedSample', 'getQueuedSample', 'linkQueuedSample'] as const),
  ...(['getSampleDownload', 'downloadFile', 'createCategory', 'createRegressionTest', 'createBuild'] as const),
  ...(['createRun', 'createWorker', 'claimRun', 'createHeartbeat', 'getLeaseBuild', 'getLeaseSample'] as const),
  ...(['putLeaseOutput', 'appendLogLines', 'recordResults', 'completeLease'] as const),
  ...(['createVariant', 'approveBaselines', 'approveBaseline'] as const),
];
const last: readonly OperationId[] = [
  'deleteExtraFile',
  ...(['undoApproval', 'reevaluateRun', 'deleteVariant', 'restartRun', 'cancelRun', 'revokeWorker'] as const),
  ...(['createExpectedOutput', 'updateExpectedOutput', 'deleteExpectedOutput'] as const),
  // A test of its own: the first one was planned by a run.
  ...(['createRegressionTest', 'deleteRegressionTest', 'deleteCategory', 'deactivateUser'] as const),
  'deleteVersion',
  'invalidatePromiseToken',
  'deleteSite',
  ...(['updateSample', 'deleteSample', 'createChildToken', 'rotateToken', 'revokeToken'] as const),
  'revokeCurrentToken',
];
/** Needs an installation without an account. */
const apart: readonly OperationId[] = ['setUpInstallation'];

const others = (Object.keys(operations) as OperationId[]).filter((id) => ![...first, ...last, ...apart].includes(id));
const successOf = (id: OperationId): number[] => operations[id].statuses.filter((status) => status < 400);

let server: ServerProcess;
let shell: Shell;
const variables: Variables = {};

beforeAll(async () => {
  server = await startServerProcess({
    environment: { SPCI_BOOTSTRAP_EMAIL: person.email, SPCI_BOOTSTRAP_PASSWORD: person.password },
  });
  const { token } = await signIn(server.url, person.email, person.password, everyScope);
  // A number of GitHub's, until an account is made.
  Object.assign(variables, { SPCI_URL: server.url, SPCI_TOKEN: token, USER_ID: '9919' });
  shell = await openShell();
  // No text, so that it is looked into.
  await writeFile(join(shell.directory, 'pop-on.m2ts'), Buffer.from('a sample\xff', 'latin1'));
  await writeFile(join(shell.directory, 'spare.m2ts'), 'a spare file');
  await writeFile(join(shell.directory, 'extractor.cjs'), 'console.log("captions");');
  await writeFile(join(shell.directory, 'captions.srt'), produced);
});
afterAll(async () => {
  await shell.close();
  await server.stop();
});

/** The category of the examples has tests: one of its own can be deleted. */
async function makeSpareCategory(): Promise<void> {
  const client = await signIn(server.url, person.email, person.password, everyScope);
  variables['CATEGORY_ID'] = String((await client.expect('createCategory', 201, { body: { name: 'spare' } })).id);
}

/** The file of the examples waits no more: each of these takes one. */
const takesQueued: readonly OperationId[] = ['deleteQueuedSample', 'finalizeQueuedSample', 'linkQueuedSample'];

async function queueSpareFile(): Promise<void> {
  const client = await signIn(server.url, person.email, person.password, everyScope);
  const raw = fileFormOf(unique('spare'));
  variables['QUEUED_ID'] = String((await client.expect('createQueuedSample', 201, { raw })).id);
}

/** As somebody who was sent a mail. */
async function takeLink(): Promise<void> {
  const client = await signIn(server.url, person.email, person.password, everyScope);
  const email = `${unique('forgetful')}@example.org`;
  const body = { name: 'Forgetful', email, password: person.password, role: 'user' } as const;
  await client.expect('createUser', 201, { body });
  await client.expect('createPasswordReset', 202, { body: { email } });
  const { user_id, expires, mac } = await linkTo(email);
  Object.assign(variables, { USER_ID: String(user_id), LINK_EXPIRES: String(expires), LINK_MAC: mac });
}

/** As somebody who comes back from GitHub, and then presses the button. */
async function comeBack(): Promise<void> {
  const client = await signIn(server.url, person.email, person.password, everyScope);
  const { state = '', code = '' } = await returnedTo(client, 'octocat');
  const confirmation = await confirmationFor(client, 'octocat');
  Object.assign(variables, { GITHUB_STATE: state, GITHUB_CODE: code, GITHUB_CONFIRMATION: confirmation });
}

/** The sample of the examples is needed by tests, and nothing was said of it. */
async function makeSpareSample(): Promise<void> {
  const admin = await signIn(server.url, person.email, person.password, everyScope);
  variables['SAMPLE_ID'] = String(await finalizeSample({ admin }));
}

/** As GitHub signs the body that the command sends. */
function signSample(): void {
  const [, body = ''] = /-d '([^']*)'/.exec(shownSample(operations.receiveGithubEvent, 'curl')) ?? [];
  variables['SIGNATURE'] = signatureOf(webhookSecret, body);
}

/** The server needs a moment for it. */
async function lookInto(): Promise<void> {
  const admin = await signIn(server.url, person.email, person.password, everyScope);
  await mediaInfoOf({ admin }, Number(variables['SAMPLE_ID']));
}

/** The job of the examples finds nothing to mend: pages of the server are none of people. */
async function openMendable(): Promise<FixableSite> {
  const admin = await signIn(server.url, person.email, person.password, everyScope);
  const site = await openFixableSite({ admin, url: server.url });
  variables['JOB_ID'] = site.job_id;
  return site;
}

async function runSample(id: OperationId): Promise<void> {
  if (id === 'receiveGithubEvent') signSample();
  if (id === 'deleteCategory') await makeSpareCategory();
  if (id === 'updateSample' || id === 'deleteSample') await makeSpareSample();
  if (takesQueued.includes(id)) await queueSpareFile();
  if (id === 'getMediaInfoDownload') await lookInto();
  if (id === 'completePasswordReset') await takeLink();
  if (id === 'getGithubConfirmation' || id === 'completeGithubLink') await comeBack();
  await using site = id === 'createPreflightFixes' ? await openMendable() : undefined;
  // The site of the examples is the server itself.
  const address = site?.origin ?? server.url;
  const command = shownSample(operations[id], 'curl').replaceAll('https://www.garden.example.org', address);
  const { code, statuses, stdout, stderr } = await shell.run(command, variables);
  if (code !== 0) throw new Error(`${id} ended with ${code}: ${stdout}${stderr}`);
  expect(statuses).toHaveLength(1);
  expect(successOf(id)).toContain(statuses[0]);
  if (id in kept || id === 'getLeaseSample') keep(id, JSON.parse(stdout || '{}') as Answer);
}

describe('the command that the page shows answers with a success it describes', () => {
  test.each([...first, ...others, ...last])('%s', runSample);

  test.each(apart)('%s', async (id) => {
    const empty = await startServerProcess({ environment: { SPCI_BOOTSTRAP_EMAIL: '', SPCI_BOOTSTRAP_PASSWORD: '' } });
    const [, token = ''] = /setup token for POST \/api\/v1\/setup: (spcs_\w+)/.exec(empty.output()) ?? [];
    Object.assign(variables, { SPCI_URL: empty.url, SETUP_TOKEN: token });
    await runSample(id).finally(empty.stop);
  });
});

test('what a download saves is what was uploaded', async () => {
  const { stdout } = await shell.run('cat pop-on.m2ts', {});
  expect(stdout).toBe('a sample\ufffd');
});
