import type { Operation } from '../../../http/operation.ts';
import { enrolWorker } from '../enrolment.ts';

export const createWorker: Operation<'createWorker'> = async (context, { body }) => {
  const { worker, token } = await enrolWorker(context, body);
  return {
    status: 201,
    headers: { 'Cache-Control': 'no-store' },
    body: { worker_id: worker.id, name: worker.name, platforms: worker.platforms, worker_token: token },
  };
};
