import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settingsFrom, type Settings } from '../../config.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { insertTenant, type Tenant } from '../../testing/run-fixture.ts';
import { githubIdOf, startGithubPeer, type GithubPeer } from '../../testing/github-peer.ts';
import { openMigrated } from '../../testing/migrated-database.ts';
import { registerRepository } from './repository-registration.ts';
import { keepRepository, runnableRepository } from './runnable-repository.ts';

let opened: OpenDatabase;
let peer: GithubPeer;
let settings: Settings;
let tenant: Tenant;

beforeAll(async () => {
  opened = await openMigrated();
  peer = await startGithubPeer();
  settings = settingsFrom(peer.environment);
  tenant = await insertTenant(opened.db, 'own');
  await opened.db
    .updateTable('accounts')
    .set({ github_login: 'Octocat', github_user_id: githubIdOf('octocat') })
    .where('id', '=', tenant.account_id)
    .execute();
});
afterAll(async () => {
  await peer.stop();
  await opened.close();
});

const runnable = (name: string, given = settings) =>
  runnableRepository(
    { db: opened.db, settings: given },
    { domainId: tenant.domain_id, accountId: tenant.account_id, role: 'user' },
    name,
  );
const rows = () => opened.db.selectFrom('repositories').select(['name', 'default_branch', 'registered']).execute();
const keep = (kept: Awaited<ReturnType<typeof runnable>>) =>
  opened.db.transaction().execute((trx) => keepRepository(trx, tenant.domain_id, kept));

test('H2: nothing is kept of a repository before something of it is, and then one row whatever the case', async () => {
  const before = await rows();
  await expect(runnable('octocat/missing')).rejects.toMatchObject({ code: 'unprocessable' });
  await expect(runnable('octocat/unreachable')).rejects.toMatchObject({ code: 'unavailable' });
  const own = await runnable('OCTOCAT/Tool');
  expect(await rows()).toEqual(before);
  const id = await keep(own);
  expect(await keep(await runnable('octocat/tool'))).toBe(id);
  expect(await rows()).toEqual([...before, { name: 'octocat/tool', default_branch: 'trunk', registered: false }]);
});

test('H2: what is registered while its owner was being asked about is not kept by that right', async () => {
  const own = await runnable('octocat/meanwhile');
  await registerRepository(opened.db, tenant.domain_id, {
    ...{ repository: 'octocat/meanwhile', default_branch: 'main', public_badge: false },
  });
  await expect(keep(own)).rejects.toMatchObject({ code: 'unprocessable' });
});

test('H2: where no GitHub is connected nothing but what is registered is run', async () => {
  await expect(runnable('octocat/tool', settingsFrom({}))).rejects.toMatchObject({ code: 'unprocessable' });
});
