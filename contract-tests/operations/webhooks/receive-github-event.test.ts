import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { components } from '../../../generated/client.ts';
import { createClient, type Client } from '../../harness/client.ts';
import { signatureOf, webhookSecret } from '../../harness/own-headers.ts';
import { startOwnServer } from '../../harness/own-server.ts';
import { describeJsonBody } from '../../harness/json-refusals.ts';
import { failureOf } from '../../harness/refusals.ts';
import { claimRun, enrolWorker, makeSuite, uploadBuild, type Suite } from '../../harness/suite.ts';
import { newCommit, openWorld, unique, type World } from '../../harness/world.ts';

type Event = components['schemas']['GithubEvent'];

let world: World;
let suite: Suite;
let github: Client;
let pulls = 0;

beforeAll(async () => {
  world = await openWorld();
  suite = await makeSuite(world);
  github = createClient(world.url, webhookSecret);
});

const deliver = (name: string, event: Event, delivery: string = randomUUID()) =>
  github.expect('receiveGithubEvent', 200, {
    headers: { 'X-GitHub-Event': name, 'X-GitHub-Delivery': delivery },
    body: { repository: { full_name: suite.repository }, ...event },
  });

function pullRequest(action: string, sha: string, more: { readonly number?: number; readonly author?: number } = {}) {
  const { number = (pulls += 1), author = 583_231 } = more;
  const base = { ref: 'main', sha: newCommit() };
  return { action, pull_request: { number, user: { id: author }, head: { ref: 'positions', sha }, base } };
}

const runsOf = async (commit_sha: string) =>
  (await world.admin.expect('listRuns', 200, { query: { commit_sha } })).data;
const build = (sha: string, platform: 'linux' | 'windows') => uploadBuild(world, suite.repository, sha, platform);
const nothing = { run_ids: [], canceled_run_ids: [], awaited_builds: 0 };

describe('200', () => {
  test('a pull request is run where its build is there, and elsewhere with the upload of the build', async () => {
    const sha = newCommit();
    await build(sha, 'windows');
    const event = pullRequest('opened', sha);
    const receipt = await deliver('pull_request', event);
    expect(receipt).toEqual({
      outcome: 'accepted',
      message: '1 run is queued. 1 run waits for its build.',
      run_ids: [expect.any(Number)],
      canceled_run_ids: [],
      awaited_builds: 1,
    });
    await build(sha, 'linux');
    const runs = await runsOf(sha);
    const { number, head, base } = event.pull_request;
    const common = { branch: head.ref, base_commit_sha: base.sha, pr_number: number, status: 'queued' };
    expect(runs).toMatchObject([
      { ...common, platform: 'linux' },
      { ...common, platform: 'windows', run_id: receipt.run_ids[0] },
    ]);
    const again = await deliver('pull_request', { ...event, action: 'reopened' });
    expect(again).toMatchObject({ ...nothing, outcome: 'ignored' });
    expect(await runsOf(sha)).toEqual(runs);
  });

  test('a push is run when it is one to the main branch', async () => {
    const sha = newCommit();
    await build(sha, 'linux');
    expect(await deliver('push', { ref: 'refs/heads/other', after: sha })).toMatchObject({ outcome: 'ignored' });
    expect(await deliver('push', { ref: 'refs/heads/main', after: sha, deleted: true })).toMatchObject(nothing);
    expect(await deliver('push', { ref: 'refs/heads/main', after: '0'.repeat(40) })).toMatchObject(nothing);
    const receipt = await deliver('push', { ref: 'refs/heads/main', after: sha });
    expect(receipt).toMatchObject({ outcome: 'accepted', awaited_builds: 1 });
    expect(await runsOf(sha)).toMatchObject([{ branch: 'main', pr_number: null, run_id: receipt.run_ids[0] }]);
  });

  test('what waits of a pull request that is closed is canceled or not awaited any more; what runs goes on', async () => {
    const [claimed, queued] = [newCommit(), newCommit()];
    await build(claimed, 'linux');
    const { number } = pullRequest('opened', claimed).pull_request;
    const [running = 0] = (await deliver('pull_request', pullRequest('opened', claimed, { number }))).run_ids;
    const lease = await claimRun(await enrolWorker(world), running);
    await build(queued, 'windows');
    const { run_ids } = await deliver('pull_request', pullRequest('synchronize', queued, { number }));
    const receipt = await deliver('pull_request', pullRequest('closed', queued, { number }));
    expect(receipt).toMatchObject({ outcome: 'accepted', canceled_run_ids: run_ids, awaited_builds: 0 });
    const { data } = await world.admin.expect('listRunProgress', 200, { path: { run_id: run_ids[0] ?? 0 } });
    expect(data.at(-1)).toMatchObject({ status: 'canceled', message: `Pull request ${number} was closed` });
    await build(queued, 'linux');
    expect(await runsOf(queued)).toMatchObject([{ status: 'canceled' }]);
    expect(await runsOf(claimed)).toMatchObject([{ status: 'running' }]);
    await lease.client.call('completeLease', { path: lease.path, body: { outcome: 'failed', message: 'done' } });
    const { run_ids: anew } = await deliver('pull_request', pullRequest('reopened', queued, { number }));
    expect(anew).toHaveLength(2);
  });

  test('a workflow that fails brings no build, so its commit is not awaited any more', async () => {
    const sha = newCommit();
    await deliver('push', { ref: 'refs/heads/main', after: sha });
    const workflow = (action: string, conclusion: string | null) =>
      deliver('workflow_run', { action, workflow_run: { head_sha: sha, conclusion } });
    expect(await workflow('requested', null)).toMatchObject({ outcome: 'ignored' });
    expect(await workflow('completed', 'success')).toMatchObject({ outcome: 'ignored' });
    expect(await workflow('completed', 'failure')).toMatchObject({ outcome: 'accepted', message: /2 runs are not/ });
    await build(sha, 'linux');
    expect(await runsOf(sha)).toEqual([]);
  });

  test('a release is a version of its commit until it is deleted', async () => {
    const commits = { named: newCommit(), ofTag: undefined };
    const release = (action: string, tag_name: string, target_commitish: string) =>
      deliver('release', {
        action,
        release: { tag_name, target_commitish, published_at: '2026-11-22T23:59:00Z' },
      });
    const tag = unique('v').slice(0, 10);
    expect(await release('published', tag, commits.named)).toMatchObject({ outcome: 'accepted' });
    expect(await release('published', tag, commits.named)).toMatchObject({ outcome: 'ignored' });
    const byBranch = unique('w').slice(0, 10);
    await release('published', byBranch, 'main');
    const versions = async () =>
      (await world.admin.expect('listVersions', 200, { query: { repository: suite.repository } })).data;
    expect(await versions()).toMatchObject([
      { version: byBranch, released: '2026-11-22', user_id: null, commit_sha: expect.stringMatching(/^[0-9a-f]{40}$/) },
      { version: tag, released: '2026-11-22', user_id: null, commit_sha: commits.named },
    ]);
    expect(await release('published', 'longer-than-ten', commits.named)).toMatchObject({ outcome: 'ignored' });
    expect(await release('published', unique('u').slice(0, 10), 'missing')).toMatchObject({ outcome: 'ignored' });
    expect(await release('deleted', tag, commits.named)).toMatchObject({ outcome: 'accepted' });
    expect(await release('deleted', tag, commits.named)).toMatchObject({ outcome: 'ignored' });
    expect(await versions()).toMatchObject([{ version: byBranch }]);
  });

  test('of a blocked author nothing is run, and what waits of theirs ends with the block', async () => {
    const author = 900_001;
    const [built, awaited, later] = [newCommit(), newCommit(), newCommit()];
    await build(built, 'windows');
    const { run_ids } = await deliver('pull_request', pullRequest('opened', built, { author }));
    await deliver('pull_request', pullRequest('opened', awaited, { author }));
    await world.admin.expect('createBlockedUser', 201, { body: { user_id: author, comment: '' } });
    const { status } = await world.admin.expect('getRun', 200, { path: { run_id: run_ids[0] ?? 0 } });
    await build(awaited, 'linux');
    expect([status, await runsOf(awaited)]).toEqual(['canceled', []]);
    const receipt = await deliver('pull_request', pullRequest('opened', later, { author }));
    expect(receipt).toEqual({ ...nothing, outcome: 'ignored', message: 'The author of the pull request is blocked.' });
  });

  test('every domain that registered the repository runs it, by its name in any case', async () => {
    const other = await openWorld();
    const sha = newCommit();
    const repository = suite.repository.toUpperCase();
    await other.admin.expect('createRepository', 201, { body: { repository } });
    const event = { ref: 'refs/heads/main', after: sha, repository: { full_name: repository } };
    const receipt = await deliver('push', event);
    expect(receipt.awaited_builds).toBe(4);
  });

  test.each<[string, Event, RegExp]>([
    ['ping', {}, /works/],
    ['issues', { action: 'opened' }, /kind issues/],
    ['constructor', {}, /kind constructor/],
    ['push', {}, /no ref/],
    ['pull_request', {}, /no pull request/],
    ['pull_request', pullRequest('labeled', '1'.repeat(40)), /labeled/],
    ['workflow_run', {}, /no workflow/],
    ['release', {}, /no release/],
    ['release', { action: 'created', release: { tag_name: 'v1', target_commitish: 'main' } }, /created/],
    ['push', { ref: 'refs/heads/main', after: newCommit(), repository: { full_name: 'no/such' } }, /no domain/],
  ])('%s %j is taken and ignored', async (name, event, message) => {
    const receipt = await deliver(name, event);
    expect(receipt).toEqual({ ...nothing, outcome: 'ignored', message: expect.stringMatching(message) });
  });

  test('a delivery has its effect once, also when it comes many times at once', async () => {
    const sha = newCommit();
    await build(sha, 'linux');
    const id = randomUUID();
    const push = { ref: 'refs/heads/main', after: sha };
    const receipts = await Promise.all(Array.from({ length: 8 }, () => deliver('push', push, id)));
    expect(receipts.map(({ outcome }) => outcome).sort()).toEqual(['accepted', ...Array(7).fill('repeated')]);
    expect(await runsOf(sha)).toHaveLength(1);
  });

  test('a commit whose build and whose event come at once has one run', async () => {
    const commits = Array.from({ length: 8 }, newCommit);
    await Promise.all(
      commits.flatMap((sha) => [build(sha, 'linux'), deliver('push', { ref: 'refs/heads/main', after: sha })]),
    );
    for (const sha of commits) expect(await runsOf(sha)).toHaveLength(1);
  });
});

describe('401', () => {
  const body = '{"zen":"Keep it logically awesome."}';
  const refused = async (signature: string, sent = body) => {
    const client = createClient(world.url, webhookSecret);
    const answer = await client.call('receiveGithubEvent', {
      raw: sent,
      headers: { 'X-Hub-Signature-256': signature },
    });
    return failureOf(answer, 401);
  };

  test.each([
    ['of another secret', signatureOf('another secret, as long', body)],
    ['of another body', signatureOf(webhookSecret, `${body} `)],
    ['by an older function', signatureOf(webhookSecret, body).replace('sha256', 'sha1')],
    ['in capitals', signatureOf(webhookSecret, body).toUpperCase()],
    ['cut short', signatureOf(webhookSecret, body).slice(0, -2)],
  ])('a signature %s', async (_, signature) => {
    expect((await refused(signature)).code).toBe('unauthorized');
  });

  test('a body that is no JSON is refused for its signature first', async () => {
    await refused(signatureOf('another secret, as long', '{'), '{');
    const signed = await createClient(world.url, webhookSecret).call('receiveGithubEvent', { raw: '{' });
    expect(failureOf(signed, 400).code).toBe('invalid_json');
  });
});

describe('400', () => {
  test.each([
    ['body.after', { after: 'HEAD' }],
    ['body.repository.full_name', { repository: {} }],
    [
      'body.pull_request.number',
      { pull_request: { ...pullRequest('opened', '1'.repeat(40)).pull_request, number: 0 } },
    ],
  ])('names %s in %j', async (field, event) => {
    const answer = await github.call('receiveGithubEvent', { raw: JSON.stringify(event) });
    const { details } = failureOf(answer, 400);
    expect(Object.keys(details.fields ?? {})).toEqual([field]);
  });

  test('no body is too strange to be answered', async () => {
    const parts = ['{', '}', '"', ':', 'null', '[', ']', 'ref', '\\u0000', '1e9', ',', 'pull_request', 'é', '-'];
    for (let seed = 1; seed <= 200; seed += 1) {
      const raw = Array.from({ length: seed % 23 }, (_, at) => parts[(seed * 7 + at * at * 3) % parts.length]).join('');
      const { status } = await github.call('receiveGithubEvent', { raw });
      expect([raw, status]).toEqual([raw, raw === '{}' ? 200 : 400]);
    }
  });
});

describeJsonBody(
  () => world,
  'receiveGithubEvent',
  {},
  () => github,
);

test('503 where no secret is configured, whatever signs', async () => {
  const server = await startOwnServer({ SPCI_GITHUB_WEBHOOK_SECRET: '' });
  try {
    for (const token of [undefined, webhookSecret, '']) {
      const answer = await createClient(server.url, token).call('receiveGithubEvent', { body: {} });
      expect(failureOf(answer, 503).code).toBe('unavailable');
    }
  } finally {
    await server.stop();
  }
});
