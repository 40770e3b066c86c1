import type { Operation } from '../../../http/operation.ts';

export const getMetrics: Operation<'getMetrics'> = async (context) => ({
  status: 200,
  headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
  text: await context.renderMetrics(),
});
