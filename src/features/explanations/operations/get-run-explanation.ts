import type { Operation } from '../../../http/operation.ts';
import { explainRun } from '../explain-run.ts';

export const getRunExplanation: Operation<'getRunExplanation'> = async (context, { path, query }) => {
  const asked = { runId: path.run_id, bytesMax: query.max_bytes };
  return { status: 200, body: await explainRun(context, context.principal, asked) };
};
