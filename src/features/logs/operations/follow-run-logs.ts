import type { Operation } from '../../../http/operation.ts';
import { followLog } from '../log-stream.ts';

export const followRunLogs: Operation<'followRunLogs'> = async (context, { path, query, headers, signal }) => {
  const { cursor, wait_ms: waitMs, ...filters } = query;
  const lastSeen = headers['Last-Event-ID'];
  const first = lastSeen === undefined ? cursor : Number(lastSeen) + 1;
  const stream = await followLog(context, context.principal, { runId: path.run_id, first, waitMs, filters }, signal);
  return { status: 200, headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }, stream };
};
