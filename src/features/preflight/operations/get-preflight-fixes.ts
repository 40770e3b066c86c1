import type { Operation } from '../../../http/operation.ts';
import { existingFixes } from '../job-lookup.ts';
import { toFixes } from '../preflight.view.ts';

export const getPreflightFixes: Operation<'getPreflightFixes'> = async ({ db, principal }, { path }) => {
  const fixes = await existingFixes(db, principal.domainId, path);
  return { status: 200, body: toFixes(fixes) };
};
