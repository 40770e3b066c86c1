import type { Operation } from '../../../http/operation.ts';
import { revokeTokenBy } from '../token-revocation.ts';

export const revokeToken: Operation<'revokeToken'> = async ({ db, principal }, { path }) => {
  await revokeTokenBy(db, principal, path.token_id);
  return { status: 204 };
};
