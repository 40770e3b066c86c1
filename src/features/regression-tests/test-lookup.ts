import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import {
  findRegressionTest,
  findRegressionTestForUpdate,
  type DetailedRegressionTest,
} from './regression-tests.queries.ts';
import type { RegressionTestRow } from './regression-tests.table.ts';

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

/** Until the transaction ends: changes of one test follow each other, and runs that plan it wait or come first. */
export async function lockRegressionTest(
  trx: Transaction<Database>,
  domainId: number,
  regressionTestId: number,
): Promise<RegressionTestRow> {
  const test = await findRegressionTestForUpdate(trx, domainId, regressionTestId);
  if (test === undefined) throw notFound('regression test');
  return test;
}

/** As `lockRegressionTest`; whether there is such a test. */
export async function holdRegressionTest(
  trx: Transaction<Database>,
  domainId: number,
  regressionTestId: number,
): Promise<boolean> {
  return (await findRegressionTestForUpdate(trx, domainId, regressionTestId)) !== undefined;
}
