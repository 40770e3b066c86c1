import { invalidFields } from '../../errors.ts';
import { bareName, siteHostOf } from './site-hosts.ts';
import type { SiteRow } from './sites.table.ts';

/** What is said of a site; all of it can be changed. */
export type SiteSettings = Omit<SiteRow, 'id' | 'domain_id' | 'created_at' | 'updated_at'>;

/** As it is kept; undefined when no site can be there. */
function addressOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (siteHostOf(url) === undefined || /[?#]/.test(text)) return undefined;
  url.hostname = bareName(url.hostname);
  return url.href.replace(/\/+$/, '');
}

function hostOf(text: string): string | undefined {
  const url = URL.canParse(`https://${text}`) ? new URL(`https://${text}`) : undefined;
  return url === undefined || siteHostOf(url) === undefined ? undefined : bareName(url.hostname);
}

const noAddress = 'must be an address by https (or by http on this machine), without credentials, query and fragment';

/** The settings in the form in which they are kept. Throws `validation_error` with the fields that are wrong. */
export function checkedSettings(given: SiteSettings): SiteSettings {
  const base_url = addressOf(given.base_url);
  const author_url = given.author_url === null ? null : addressOf(given.author_url);
  const hosts = given.preview_hosts.map(hostOf);
  const preview_hosts = hosts.filter((host) => host !== undefined);
  const faults: Record<string, string[]> = {};
  if (base_url === undefined) faults['body.base_url'] = [noAddress];
  if (author_url === undefined) faults['body.author_url'] = [noAddress];
  for (const [index, host] of hosts.entries())
    if (host === undefined) faults[`body.preview_hosts[${index}]`] = ['must be a host'];
  if ((given.external_owner_id === null) !== (given.external_site_id === null)) {
    const missing = given.external_owner_id === null ? 'external_owner_id' : 'external_site_id';
    faults[`body.${missing}`] = ['must be given with the other external id, or neither'];
  }
  if (base_url === undefined || author_url === undefined || Object.keys(faults).length > 0) throw invalidFields(faults);
  return {
    ...given,
    ...{ base_url, author_url, preview_hosts: [...new Set(preview_hosts)] },
    external_owner_id: given.external_owner_id?.toLowerCase() ?? null,
    external_site_id: given.external_site_id?.toLowerCase() ?? null,
  };
}
