import type { Operation } from '../../../http/operation.ts';
import { checkDependencies } from '../dependencies.ts';
import { healthView } from '../system.view.ts';

export const getHealth: Operation<'getHealth'> = async (context) => {
  const states = await checkDependencies(context);
  const body = healthView(states, new Date());
  return { status: body.status === 'down' ? 503 : 200, body };
};
