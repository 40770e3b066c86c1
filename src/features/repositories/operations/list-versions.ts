import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countVersions, listKnownVersions } from '../versions.queries.ts';
import { toVersion } from '../versions.view.ts';

export const listVersions: Operation<'listVersions'> = async ({ db, principal }, { query }) => {
  const versions = await listKnownVersions(db, principal.domainId, query, query);
  const total = await countVersions(db, principal.domainId, query);
  return { status: 200, body: pageOf(versions.map(toVersion), query, total) };
};
