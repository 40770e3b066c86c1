import type { components } from '../../../generated/api.ts';
import type { KnownVersion } from './versions.queries.ts';

export function toVersion(version: KnownVersion): components['schemas']['Version'] {
  return {
    version_id: version.id,
    repository: version.repository,
    version: version.version,
    released: version.released_on,
    commit_sha: version.commit_sha,
    user_id: version.account_id,
    created_at: version.created_at,
  };
}
