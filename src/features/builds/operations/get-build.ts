import type { Operation } from '../../../http/operation.ts';
import { existingBuild } from '../build-lookup.ts';
import { toBuild } from '../builds.view.ts';

export const getBuild: Operation<'getBuild'> = async ({ db, principal }, { path }) => {
  const build = await existingBuild(db, principal.domainId, path.build_id);
  return { status: 200, body: toBuild(build) };
};
