import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countArtifacts, listArtifacts } from '../artifacts.queries.ts';
import { artifactView } from '../artifacts.view.ts';
import { lookUpArtifacts } from '../run-artifacts.ts';

export const listRunArtifacts: Operation<'listRunArtifacts'> = async (context, { path, query, fail }) => {
  const { db, principal } = context;
  const total = await countArtifacts(db, principal.domainId, path.run_id, query);
  if (total === undefined) throw fail('not_found', 'There is no such run.');
  const rows = await listArtifacts(db, path.run_id, query, query);
  const artifacts = await lookUpArtifacts(context, principal.domainId, rows);
  const views = artifacts.map((artifact) => artifactView(path.run_id, artifact));
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: pageOf(views, query, total) };
};
