import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import {
  countActiveTests,
  listManifestTestsForShare,
  type ManifestRequest,
  type ManifestTest,
} from './manifest.queries.ts';

export type { ManifestOutput, ManifestRequest, ManifestTest } from './manifest.queries.ts';

/**
 * What a run of these tests has to prove, by test, at one moment. Until the transaction ends no test in it can be
 * deleted. An id that the domain does not have is not among the rows; one that is named twice is there once.
 */
export async function listManifestTests(trx: Transaction<Database>, request: ManifestRequest): Promise<ManifestTest[]> {
  return listManifestTestsForShare(trx, request);
}

/** Whether so many active tests of the domain are all of them. */
export async function isEveryActiveTest(
  trx: Transaction<Database>,
  domainId: number,
  plannedCount: number,
): Promise<boolean> {
  return plannedCount === (await countActiveTests(trx, domainId));
}
