import type { Operation } from '../../../http/operation.ts';
import { recordReports } from '../result-recording.ts';

export const recordResults: Operation<'recordResults'> = async (context, { body }) => {
  const { accepted, duplicates } = await recordReports(context, context.principal, body.results);
  return { status: 200, body: { accepted, duplicates, cancel_requested: false } };
};
