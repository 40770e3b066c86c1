import { invalidFields } from '../../../errors.ts';
import type { Operation } from '../../../http/operation.ts';
import { creationWindow } from '../../creation-window.ts';
import { pageOf } from '../../pagination.ts';
import { assertSampleExists } from '../../samples/sample-lookup.ts';
import { sharedRead } from '../../shared-reads.ts';
import { findTestOfSample, listSampleResultRows, findSampleResultSpan } from '../sample-results.queries.ts';
import { sampleHistoryEntryView } from '../sample-results.view.ts';

export const listSampleResults: Operation<'listSampleResults'> = async ({ db, principal }, { path, query }) => {
  const id = path.sample_id;
  await assertSampleExists(db, principal.domainId, id);
  const { regression_test_id } = query;
  if (regression_test_id !== undefined && (await findTestOfSample(db, id, regression_test_id)) === undefined)
    throw invalidFields({ 'query.regression_test_id': ['must be a regression test of the sample'] });
  const { limit, offset, ...asked } = query;
  const filters = { ...asked, ...creationWindow(query), domainId: principal.domainId };
  const span = await sharedRead(db, ['history', id, filters], () => findSampleResultSpan(db, id, filters));
  const results = await listSampleResultRows(db, id, filters, { limit, offset }, span);
  return { status: 200, body: pageOf(results.map(sampleHistoryEntryView), query, span.total) };
};
