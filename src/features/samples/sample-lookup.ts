import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { findSample, findSampleId, findSampleIdForKeyShare, type SampleInUse } from './samples.queries.ts';

/** Whether the domain has the sample, which then is not deleted before the transaction ends. */
export async function holdSample(trx: Transaction<Database>, domainId: number, sampleId: number): Promise<boolean> {
  return (await findSampleIdForKeyShare(trx, domainId, sampleId)) !== undefined;
}

export async function existingSample(db: Kysely<Database>, domainId: number, sampleId: number): Promise<SampleInUse> {
  const sample = await findSample(db, domainId, sampleId);
  if (sample === undefined) throw notFound('sample');
  return sample;
}

export async function assertSampleExists(db: Kysely<Database>, domainId: number, sampleId: number): Promise<void> {
  if ((await findSampleId(db, domainId, sampleId)) === undefined) throw notFound('sample');
}
