import type { Operation } from '../../../http/operation.ts';
import { checkDependencies } from '../dependencies.ts';
import { readinessView } from '../system.view.ts';

export const getReadiness: Operation<'getReadiness'> = async (context) => {
  const states = await checkDependencies(context);
  const body = readinessView(states, context.stopping.aborted);
  return { status: body.status === 'ok' ? 200 : 503, body };
};
