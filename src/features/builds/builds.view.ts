import type { components } from '../../../generated/api.ts';
import type { NamedBuild } from './builds.queries.ts';

export function toBuild(build: NamedBuild): components['schemas']['Build'] {
  return {
    build_id: build.id,
    repository: build.repository,
    commit_sha: build.commit_sha,
    platform: build.platform,
    entry_point: build.entry_point,
    arguments: build.arguments,
    sha256: build.sha256,
    size_bytes: build.size_bytes,
    created_at: build.created_at,
  };
}
