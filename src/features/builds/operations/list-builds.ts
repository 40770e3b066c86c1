import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countBuilds, listBuilds as listBuildRows } from '../builds.queries.ts';
import { toBuild } from '../builds.view.ts';

export const listBuilds: Operation<'listBuilds'> = async ({ db, principal }, { query }) => {
  const builds = await listBuildRows(db, principal.domainId, query, query);
  const total = await countBuilds(db, principal.domainId, query);
  return { status: 200, body: pageOf(builds.map(toBuild), query, total) };
};
