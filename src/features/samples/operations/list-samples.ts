import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { countSamples, listSamples as listSampleRows } from '../samples.queries.ts';
import { toSample } from '../samples.view.ts';

export const listSamples: Operation<'listSamples'> = async ({ db, principal }, { query }) => {
  const samples = await listSampleRows(db, principal.domainId, query, query);
  const total = await countSamples(db, principal.domainId, query);
  return { status: 200, body: pageOf(samples.map(toSample), query, total) };
};
