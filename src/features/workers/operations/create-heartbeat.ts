import type { Operation } from '../../../http/operation.ts';
import { renewLease } from '../lease-keeping.ts';

export const createHeartbeat: Operation<'createHeartbeat'> = async (context) => {
  const { expires_at, cancel_requested } = await renewLease(context, context.principal);
  return { status: 200, body: { expires_at, cancel_requested } };
};
