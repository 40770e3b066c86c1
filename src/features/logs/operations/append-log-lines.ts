import type { Operation } from '../../../http/operation.ts';
import { appendLines } from '../log-intake.ts';

export const appendLogLines: Operation<'appendLogLines'> = async (context, { body }) => {
  return { status: 200, body: { next_line: await appendLines(context, context.principal, body) } };
};
