import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { findSample, type SampleInUse } from './samples.queries.ts';

/** Undefined for a sample of another domain as for one that never was. */
export async function sampleOf(
  db: Kysely<Database>,
  domainId: number,
  sampleId: number,
): Promise<SampleInUse | undefined> {
  return findSample(db, domainId, sampleId);
}

export async function existingSample(db: Kysely<Database>, domainId: number, sampleId: number): Promise<SampleInUse> {
  const sample = await findSample(db, domainId, sampleId);
  if (sample === undefined) throw notFound('sample');
  return sample;
}
