import type { Operation } from '../../../http/operation.ts';
import { claimRun as claim } from '../claiming.ts';
import { toClaim } from '../workers.view.ts';

export const claimRun: Operation<'claimRun'> = async (context, { body, signal }) => {
  const claimed = await claim(context, context.principal, body, signal);
  if (claimed === undefined) return { status: 204 };
  return { status: 201, headers: { 'Cache-Control': 'no-store' }, body: toClaim(claimed, context.settings.leaseMs) };
};
