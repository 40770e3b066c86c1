import type { Operation } from '../../../http/operation.ts';
import { clearResults } from '../../results/result-recording.ts';
import { restartRun as restart } from '../run-lifecycle.ts';

export const restartRun: Operation<'restartRun'> = async (context, { path }) => {
  const { accountId, domainId } = context.principal;
  const message = `Restarted by account ${accountId}`;
  const { accepted, status } = await restart(context, { domainId, runId: path.run_id, message }, clearResults);
  return {
    status: 202,
    headers: { Location: `/api/v1/runs/${path.run_id}` },
    body: {
      run_id: path.run_id,
      action: 'restart',
      status: accepted ? 'accepted' : 'no_op',
      message: accepted ? 'The run is queued again.' : `The run has not ended: ${status}.`,
    },
  };
};
