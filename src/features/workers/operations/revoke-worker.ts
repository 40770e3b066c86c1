import type { Operation } from '../../../http/operation.ts';
import { revokeWorker as revoke } from '../enrolment.ts';

export const revokeWorker: Operation<'revokeWorker'> = async (context, { path }) => {
  await revoke(context, path.worker_id);
  return { status: 204 };
};
