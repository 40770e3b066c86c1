import type { Operation } from '../../../http/operation.ts';
import { releaseHeldLease } from '../../workers/lease-release.ts';
import { cancelRun as cancel } from '../run-lifecycle.ts';

export const cancelRun: Operation<'cancelRun'> = async (context, { path, body }) => {
  const { accountId, domainId } = context.principal;
  const message = `Canceled by account ${accountId}${body?.reason === undefined ? '' : `: ${body.reason}`}`;
  const { accepted, status } = await cancel(context, { domainId, runId: path.run_id, message }, releaseHeldLease);
  return {
    status: 202,
    headers: { Location: `/api/v1/runs/${path.run_id}` },
    body: {
      run_id: path.run_id,
      action: 'cancel',
      status: accepted ? 'accepted' : 'no_op',
      message: accepted ? 'The run is canceled.' : `The run had ended before: ${status}.`,
    },
  };
};
