import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { findRegressionTest, type DetailedRegressionTest } from './regression-tests.queries.ts';

/** A test of another domain is answered like one that never was. */
export async function existingRegressionTest(
  db: Kysely<Database>,
  domainId: number,
  regressionTestId: number,
): Promise<DetailedRegressionTest> {
  const test = await findRegressionTest(db, domainId, regressionTestId);
  if (test === undefined) throw notFound('regression test');
  return test;
}
