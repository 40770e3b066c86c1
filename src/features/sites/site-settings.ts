import { invalidFields } from '../../errors.ts';
import { bareName, belongsTo, siteHostOf } from './site-hosts.ts';
import type { SiteRow } from './sites.table.ts';

/** What is said of a site; all of it can be changed. */
export type SiteSettings = Omit<SiteRow, 'id' | 'domain_id' | 'created_at' | 'updated_at'>;

/** As it is kept; undefined when no site can be there. */
function endpointOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (siteHostOf(url) === undefined || /[?#]/.test(text)) return undefined;
  url.hostname = bareName(url.hostname);
  return url.href;
}

const addressOf = (text: string): string | undefined => endpointOf(text)?.replace(/\/+$/, '');

function hostOf(text: string): string | undefined {
  const url = URL.canParse(`https://${text}`) ? new URL(`https://${text}`) : undefined;
  return url === undefined || siteHostOf(url) === undefined ? undefined : bareName(url.hostname);
}

const noAddress = 'must be an address by https (or by http on this machine), without credentials, query and fragment';

/** Credentials that stand for people are sent there, so it is nobody else's. */
function assertOwnEndpoint(settings: SiteSettings): SiteSettings {
  const { fix_endpoint } = settings;
  if (fix_endpoint !== null && !belongsTo(settings, new URL(fix_endpoint)))
    throw invalidFields({ 'body.fix_endpoint': ['must be on one of the hosts of the site'] });
  return settings;
}

/** The settings in the form in which they are kept. Throws `validation_error` with the fields that are wrong. */
export function checkedSettings(given: SiteSettings): SiteSettings {
  const base_url = addressOf(given.base_url);
  const author_url = given.author_url === null ? null : addressOf(given.author_url);
  const fix_endpoint = given.fix_endpoint === null ? null : endpointOf(given.fix_endpoint);
  const hosts = given.preview_hosts.map(hostOf);
  const preview_hosts = hosts.filter((host) => host !== undefined);
  const faults: Record<string, string[]> = {};
  if (base_url === undefined) faults['body.base_url'] = [noAddress];
  if (author_url === undefined) faults['body.author_url'] = [noAddress];
  if (fix_endpoint === undefined) faults['body.fix_endpoint'] = [noAddress];
  for (const [index, host] of hosts.entries())
    if (host === undefined) faults[`body.preview_hosts[${index}]`] = ['must be a host'];
  if ((given.external_owner_id === null) !== (given.external_site_id === null)) {
    const missing = given.external_owner_id === null ? 'external_owner_id' : 'external_site_id';
    faults[`body.${missing}`] = ['must be given with the other external id, or neither'];
  }
  if (
    base_url === undefined ||
    author_url === undefined ||
    fix_endpoint === undefined ||
    Object.keys(faults).length > 0
  )
    throw invalidFields(faults);
  return assertOwnEndpoint({
    ...given,
    ...{ base_url, author_url, fix_endpoint, preview_hosts: [...new Set(preview_hosts)] },
    external_owner_id: given.external_owner_id?.toLowerCase() ?? null,
    external_site_id: given.external_site_id?.toLowerCase() ?? null,
  });
}
