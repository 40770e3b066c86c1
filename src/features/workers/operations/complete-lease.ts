import type { Operation } from '../../../http/operation.ts';
import { completeWork } from '../lease-keeping.ts';

export const completeLease: Operation<'completeLease'> = async (context, { body }) => {
  const status = await completeWork(context, context.principal, body);
  return { status: 200, body: { run_id: context.principal.runId, status } };
};
