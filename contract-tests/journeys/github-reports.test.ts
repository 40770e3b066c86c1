import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { startGithubAppPeer, type GithubAppPeer } from '../../src/testing/github-app-peer.ts';
import { startServerProcess, type ServerProcess } from '../harness/server-process.ts';
import { completeRun, makeSuite, queueRun } from '../harness/suite.ts';
import { openWorld } from '../harness/world.ts';

let peer: GithubAppPeer;
const servers: ServerProcess[] = [];

beforeAll(async () => {
  peer = await startGithubAppPeer();
});
afterAll(async () => {
  for (const server of servers.toReversed()) await server.stop();
  await peer.stop();
});

async function start(directory?: string): Promise<ServerProcess> {
  const environment = peer.environment;
  const server = await startServerProcess({ environment, ...(directory === undefined ? {} : { directory }) });
  servers.push(server);
  return server;
}

/** Until what the peer was told satisfies it; the test's own limit ends the wait. */
async function until(isTold: () => boolean): Promise<void> {
  while (!isTold()) await delay(50);
}

const statesOf = (sha: string): string[] =>
  peer.statuses.filter((status) => status.sha === sha).map(({ state }) => state);

test('GitHub is told of runs and pull requests, also by a server that starts after one was killed', async () => {
  const server = await start();
  const world = await openWorld(server.url);
  const suite = await makeSuite(world);
  const main = await completeRun(world, suite, 'as approved');
  await until(() => statesOf(main.commit_sha).at(-1) === 'failure');
  const context = expect.stringMatching(/^CI - linux \(domain-\w+\)$/);
  expect(peer.statuses[0]).toMatchObject({ repository: suite.repository, context });

  const request = { pull_request: 17, branch: 'feature', base_commit_sha: main.commit_sha };
  const pull = await queueRun(world, suite, 'linux', request);
  await until(() => statesOf(pull.commit_sha).includes('pending'));
  const told = peer.statuses.length;
  peer.answerNext(...Array.from({ length: 2 }, () => ({ status: 503, headers: { 'Retry-After': '1' } })));
  await world.admin.expect('cancelRun', 202, { path: { run_id: pull.run_id }, body: {} });
  await until(() => server.output().includes('It is told again later'));
  server.child.kill('SIGKILL');
  expect(peer.statuses).toHaveLength(told);

  await start(server.directory);
  await until(() => statesOf(pull.commit_sha).at(-1) === 'error' && peer.comments.length > 0);
  expect(peer.comments).toMatchObject([{ repository: suite.repository, pullRequest: 17 }]);
  expect(peer.comments[0]?.body).toContain(`| linux | \`${pull.commit_sha.slice(0, 12)}\` | **canceled**`);
  expect(peer.faults).toEqual([]);
  const secrets = [peer.privateKey.slice(40, 80), 'ghs_'];
  for (const secret of secrets) expect(servers.map((each) => each.output()).join()).not.toContain(secret);
});
