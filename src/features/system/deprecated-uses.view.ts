import type { components } from '../../../generated/api.ts';
import type { Deprecation } from '../../deprecations.ts';
import type { DeprecatedUse, ItemStanding } from './deprecated-uses.queries.ts';

type Schemas = components['schemas'];

export function deprecatedUseView(use: DeprecatedUse): Schemas['DeprecatedUse'] {
  return {
    item: use.item,
    token_id: use.token_id,
    token_prefix: use.token_prefix,
    token_name: use.token_name,
    user_id: use.user_id,
    user_name: use.user_name,
    client: use.client,
    operations: use.operations.map(({ operation_id, use_count }) => ({ operation_id, use_count })),
    use_count: use.use_count,
    first_used_at: use.first_used_at,
    last_used_at: use.last_used_at,
  };
}

export function deprecatedItemView(deprecation: Deprecation, standing: ItemStanding): Schemas['DeprecatedItem'] {
  return {
    item: standing.item,
    place: deprecation.place,
    deprecated_on: deprecation.deprecatedAt,
    sunset_on: deprecation.sunset,
    replacement: deprecation.replacement,
    recording_began_at: standing.recording_began_at,
    last_used_at: standing.last_used_at,
    safe_to_remove: standing.safe_to_remove,
  };
}
