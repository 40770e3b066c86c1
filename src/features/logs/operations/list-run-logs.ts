import type { Operation } from '../../../http/operation.ts';
import { readLog } from '../log-page.ts';
import { logLineView } from '../logs.view.ts';

export const listRunLogs: Operation<'listRunLogs'> = async (context, { path, query }) => {
  const { lines, next } = await readLog(context.db, context.principal.domainId, path.run_id, query);
  return {
    status: 200,
    body: { data: lines.map(logLineView), pagination: { limit: query.limit, next_cursor: next } },
  };
};
