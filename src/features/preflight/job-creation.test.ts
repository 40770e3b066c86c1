import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openPreflightInstallation, type PreflightInstallation } from '../../testing/preflight-installation.ts';
import { insertRun, insertTenant } from '../../testing/run-fixture.ts';
import { siteSettings } from '../../testing/site-settings.ts';
import type { PromiseIssuer } from '../../preflight/promise/issuer.ts';
import { registerSite, removeSite } from '../sites/site-registration.ts';
import { beginDelivery } from './fix-creation.ts';

let one: PreflightInstallation;
beforeAll(async () => {
  one = await openPreflightInstallation();
});
afterAll(async () => one[Symbol.asyncDispose]());
beforeEach(() => {
  delete one.instead.issuer;
});

const isLive = async (token: string | undefined): Promise<boolean> =>
  (await one.context.promiseIssuer.introspect(token ?? '')).kind === 'active';
const jobs = () => one.context.db.selectFrom('preflight_jobs').select('id').execute();

/** Happens when the token has been made and the row has not. */
function meanwhile(happens: () => Promise<unknown>): void {
  const { mint } = one.context.promiseIssuer;
  const once: PromiseIssuer['mint'] = async (...given) => {
    delete one.instead.issuer;
    const made = await mint(...given);
    await happens();
    return made;
  };
  one.instead.issuer = { mint: once };
}

describe('what is deleted while the issuer is asked', () => {
  test('the run: it is told like one that never was, and the token that was made is ended', async () => {
    const { db } = one.context;
    const { repository_id } = await insertTenant(db, 'other');
    const run = await insertRun(db, { domain_id: 1, account_id: one.account.id, repository_id, sample_id: 0 });
    meanwhile(() => db.deleteFrom('runs').where('id', '=', run.id).execute());
    await expect(one.begin({ runId: run.id })).rejects.toMatchObject({
      ...{ code: 'unprocessable', details: { unknown_ids: [run.id] } },
    });
    expect([await jobs(), await isLive(one.minted.at(-1))]).toEqual([[], false]);
  });

  test('the site of a job: as if it had never been there', async () => {
    meanwhile(() => removeSite(one.context, 1, one.siteId));
    await expect(one.begin()).rejects.toMatchObject({ code: 'not_found' });
    expect([await jobs(), await isLive(one.minted.at(-1))]).toEqual([[], false]);
  });

  test('the job of chosen fixes, which had expired: as if it had never been there', async () => {
    const origin = one.host.origin;
    const site = await registerSite(one.context, 1, siteSettings({ base_url: origin, authoring_type: 'cs' }));
    const job = await one.row(await one.begin());
    meanwhile(() => one.context.db.deleteFrom('preflight_jobs').where('id', '=', job.id).execute());
    const asked = { caller: one.caller, header: undefined };
    await expect(beginDelivery(one.context, { job, site, fixes: [] }, asked)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await isLive(one.minted.at(-1))).toBe(false);
  });
});
