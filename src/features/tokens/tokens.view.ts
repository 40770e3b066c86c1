import type { components } from '../../../generated/api.ts';
import type { MintedToken } from './stored-secrets.ts';
import type { ListedToken } from './tokens.queries.ts';

export function toAuthToken({ token, row }: MintedToken): components['schemas']['AuthToken'] {
  return {
    token_id: row.id,
    token,
    token_type: 'bearer',
    token_name: row.token_name,
    scopes: row.scopes,
    expires_at: row.expires_at,
  };
}

export function toApiTokenItem(row: ListedToken): components['schemas']['ApiTokenItem'] {
  return {
    id: row.id,
    kind: row.kind === 'legacy' ? 'legacy' : 'token',
    user_id: row.account_id,
    parent_id: row.parent_id,
    repository: row.repository,
    run_id: row.run_id,
    calls_left: row.calls_left,
    token_name: row.token_name,
    token_prefix: row.token_prefix,
    scopes: row.scopes,
    created_at: row.created_at,
    expires_at: row.expires_at,
    is_revoked: row.revoked_at !== null,
    revoked_at: row.revoked_at,
    last_used_at: row.last_used_at,
  };
}

export function toLegacyToken({ token, row }: MintedToken): components['schemas']['LegacyToken'] {
  return { token_id: row.id, user_id: row.account_id, token, token_type: 'bearer', expires_at: row.expires_at };
}
