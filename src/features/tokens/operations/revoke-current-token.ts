import type { Operation } from '../../../http/operation.ts';
import { revokeTokenBy } from '../token-revocation.ts';

export const revokeCurrentToken: Operation<'revokeCurrentToken'> = async ({ db, principal }) => {
  await revokeTokenBy(db, principal, principal.tokenId);
  return { status: 204 };
};
