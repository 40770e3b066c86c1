import type { Operation } from '../../../http/operation.ts';
import { readLog } from '../log-page.ts';
import { logLineView } from '../logs.view.ts';

export const listRunSampleLogs: Operation<'listRunSampleLogs'> = async ({ db, principal }, { path, query }) => {
  const about = { ...query, sample_id: path.sample_id };
  const { lines, next } = await readLog(db, principal.domainId, path.run_id, about);
  return {
    status: 200,
    body: { data: lines.map(logLineView), pagination: { limit: query.limit, next_cursor: next } },
  };
};
