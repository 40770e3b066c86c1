import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import { isRegistered } from '../repositories/registered-repositories.ts';
import { knownHostsOf } from './site-hosts.ts';
import { checkedSettings, type SiteSettings } from './site-settings.ts';
import {
  deleteSite,
  deleteSiteHosts,
  findHostOfAnother,
  findSiteForUpdate,
  insertSite,
  insertSiteHosts,
  updateSite,
} from './sites.queries.ts';
import type { SiteRow } from './sites.table.ts';

type Writing = Pick<AppContext, 'db'>;

/** In one order, so that two sites which want the same hosts wait for each other and not both. */
async function takeHosts(trx: Transaction<Database>, site: SiteRow): Promise<void> {
  const hosts = [...knownHostsOf(site)].toSorted();
  await insertSiteHosts(trx, site, hosts);
  const taken = await findHostOfAnother(trx, site, hosts);
  if (taken !== undefined) throw new AppError('conflict', `Site ${taken.site_id} has the host ${taken.host}.`, taken);
}

async function assertRepository(
  trx: Transaction<Database>,
  domainId: number,
  { repository_id }: SiteSettings,
): Promise<void> {
  if (repository_id !== null && !(await isRegistered(trx, domainId, repository_id)))
    throw new AppError('unprocessable', 'The repository is not registered.', { repository_id });
}

/** Throws `validation_error`, `unprocessable` without such a repository, `conflict` when another site has a host. */
export async function registerSite({ db }: Writing, domainId: number, given: SiteSettings): Promise<SiteRow> {
  const settings = checkedSettings(given);
  return db.transaction().execute(async (trx) => {
    await assertRepository(trx, domainId, settings);
    const site = await insertSite(trx, domainId, settings);
    await takeHosts(trx, site);
    return site;
  });
}

/** As `registerSite`, of the site as it is with the changes. */
export async function changeSite(
  { db }: Writing,
  domainId: number,
  siteId: number,
  changes: Partial<SiteSettings>,
): Promise<SiteRow> {
  return db.transaction().execute(async (trx) => {
    const site = await findSiteForUpdate(trx, domainId, siteId);
    if (site === undefined) throw notFound('site');
    const { id: _id, domain_id: _domain, created_at: _created, updated_at: _updated, ...before } = site;
    const settings = checkedSettings({ ...before, ...changes });
    await assertRepository(trx, domainId, settings);
    const changed = await updateSite(trx, siteId, settings);
    await deleteSiteHosts(trx, siteId);
    await takeHosts(trx, changed);
    return changed;
  });
}

export async function removeSite({ db }: Writing, domainId: number, siteId: number): Promise<void> {
  if (!(await deleteSite(db, domainId, siteId))) throw notFound('site');
}
