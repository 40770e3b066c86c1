import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../generated/client.ts';
import { fileFormOf } from './file-form.ts';
import { approveRun, holdRun, runOnce, type HeldRun } from './held-run.ts';
import { deliveredFixes } from './preflights.ts';
import { makeSuite, mediaBytes, type Suite } from './suite.ts';
import { newCommit, password, sha256, unique, type Scope, type World } from './world.ts';

/** By the names that the description gives path parameters and members of bodies. */
export type Values = Readonly<Record<string, string | number>>;

/** One of each thing that a domain can hold, and what addresses and bodies call it. */
export interface Stage {
  readonly world: World;
  readonly suite: Suite;
  readonly held: HeldRun;
  readonly values: Values;
}

/** What the ended run of a stage produced; approved, and accepted as a variant, are others. */
export const producedContent = 'what the run produced';
export const producedDigest = sha256(producedContent);

/** The digest of what one more run gave; only that can be accepted. */
export async function producedOnce({ world, suite }: Pick<Stage, 'world' | 'suite'>): Promise<string> {
  const content = unique('produced');
  await runOnce(world, suite, content);
  return sha256(content);
}

export async function makeVariant({ world, suite }: Pick<Stage, 'world' | 'suite'>): Promise<number> {
  const [test] = suite.tests;
  const path = { regression_test_id: test?.regression_test_id ?? 0, output_id: test?.outputs[0]?.id ?? 0 };
  const body = { hash: await producedOnce({ world, suite }) };
  return (await world.admin.expect('createVariant', 201, { path, body })).id;
}

export async function makeToken({ anonymous, adminEmail }: World, scope: Scope = 'runs:read'): Promise<number> {
  const body = { email: adminEmail, password, token_name: unique('token'), scopes: [scope] };
  return (await anonymous.expect('createToken', 201, { body })).token_id;
}

export async function queueSample({ admin }: Pick<World, 'admin'>): Promise<number> {
  return (await admin.expect('createQueuedSample', 201, { raw: fileFormOf(unique('queued')) })).id;
}

/** A sample that came through the queue, and that nothing needs. */
export async function finalizeSample({ admin }: Pick<World, 'admin'>): Promise<number> {
  const path = { queued_id: await queueSample({ admin }) };
  const body = { version: '0.93', platform: 'mac', parameters: '', notes: '' } as const;
  return (await admin.expect('finalizeQueuedSample', 201, { path, body })).sample_id;
}

/** Beside the sample. */
export async function linkFile({ admin }: Pick<World, 'admin'>, sample_id: number): Promise<number> {
  const path = { queued_id: await queueSample({ admin }) };
  return (await admin.expect('linkQueuedSample', 201, { path, body: { sample_id } })).id;
}

/** A name that no other version has. */
export const newVersion = (): string => `9.${randomInt(1, 10 ** 8)}`;

export async function makeVersion(
  { world, suite }: Pick<Stage, 'world' | 'suite'>,
  commit_sha = newCommit(),
  version = newVersion(),
): Promise<number> {
  const body = { repository: suite.repository, version, released: '2021-12-15', commit_sha };
  return (await world.admin.expect('createVersion', 201, { body })).version_id;
}

/** With hosts that no other site has. */
export async function makeSite(
  { admin }: Pick<World, 'admin'>,
  more: Partial<components['schemas']['SiteCreateRequest']> = {},
): Promise<number> {
  const body = { name: unique('site'), base_url: newSiteAddress(), delivery_type: 'aem_edge' as const, ...more };
  return (await admin.expect('createSite', 201, { body })).site_id;
}

/** Of no other site. */
export const newSiteAddress = (): string => `https://${unique('www')}.example.org`;

/** In place of those of the example, which the first site of the domain has. */
export const siteAddresses = (base_url = newSiteAddress()) => ({
  ...{ base_url, author_url: newSiteAddress(), preview_hosts: [`${unique('preview')}.example.org`] },
  fix_endpoint: `${base_url}/fixes`,
  ...{ external_owner_id: unique('owner'), external_site_id: 'tool' },
});

/** Of the administrator. */
export async function makePromiseToken({ admin }: Pick<World, 'admin'>, site_id: number): Promise<string> {
  return (await admin.expect('createPromiseToken', 201, { body: { site_id } })).promise_token;
}

/** For the site of the stage. */
export const givenPromiseToken = ({ world, values }: Stage): Promise<string> =>
  makePromiseToken(world, Number(values['site_id']));

export async function makeWorker({ operator }: World): Promise<number> {
  const body = { name: unique('worker'), platforms: ['windows' as const] };
  return (await operator.expect('createWorker', 201, { body })).worker_id;
}

const mediaInfoMs = 30_000;

/** What the program of the tests says of the sample; a server looks into one soon after it came. */
export async function mediaInfoOf({ admin }: Pick<World, 'admin'>, sample_id: number) {
  for (const until = Date.now() + mediaInfoMs; Date.now() < until; await delay(50)) {
    const { media_info, media_info_reason } = await admin.expect('getSampleDetails', 200, { path: { sample_id } });
    if (media_info_reason !== 'pending') return { media_info, media_info_reason };
  }
  throw new Error(`nothing was told of sample ${sample_id}`);
}

async function categoryId({ admin }: World, suite: Suite): Promise<number> {
  const { data } = await admin.expect('listCategories', 200, { query: { limit: 100 } });
  return data.find(({ name }) => name === suite.category)?.id ?? 0;
}

/** One of each, in a domain of the world's own. */
export async function openStage(world: World): Promise<Stage> {
  const suite = await makeSuite(world, 1, mediaBytes());
  const { approval_id } = await approveRun(world, suite, (await runOnce(world, suite, 'what is approved')).run_id);
  const run = await runOnce(world, suite, producedContent);
  const held = await holdRun(world, suite);
  const [test] = suite.tests;
  const member = await world.member('user');
  const tag = unique('tag');
  const [repository_owner = '', repository_name = ''] = suite.repository.split('/');
  await world.admin.expect('createTag', 201, { body: { name: tag } });
  await world.admin.expect('createBlockedUser', 201, { body: { user_id: randomInt(1, 2 ** 47), comment: 'Spam' } });
  return {
    world,
    suite,
    held,
    values: {
      run_id: run.run_id,
      build_id: run.build_id,
      commit_sha: run.commit_sha,
      domain: world.domain,
      repository: suite.repository,
      repository_id: suite.repository_id,
      project_id: suite.repository_id,
      domain_id: world.domain,
      repository_owner,
      repository_name,
      category: suite.category,
      category_id: await categoryId(world, suite),
      tag,
      sample_id: suite.sample.sample_id,
      regression_test_id: test?.regression_test_id ?? 0,
      regression_id: test?.regression_test_id ?? 0,
      output_id: test?.outputs[0]?.id ?? 0,
      approval_id,
      variant_id: await makeVariant({ world, suite }),
      token_id: await makeToken(world),
      // Of the run, and called as the examples have it.
      version_id: await makeVersion({ world, suite }, run.commit_sha, '0.94'),
      ccx_version: '0.94',
      site_id: await makeSite(world),
      ...(await deliveredFixes(world)),
      worker_id: await makeWorker(world),
      queued_id: await queueSample(world),
      extra_id: await linkFile(world, suite.sample.sample_id),
      user_id: member.userId,
      lease_id: held.lease.path.lease_id,
      leased_run_id: held.run_id,
      sha256: producedDigest,
    },
  };
}
