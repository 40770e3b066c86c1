import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { findBuild, type NamedBuild } from './builds.queries.ts';

/** A build of another domain is answered like one that never was. */
export async function existingBuild(db: Kysely<Database>, domainId: number, buildId: number): Promise<NamedBuild> {
  const build = await findBuild(db, domainId, buildId);
  if (build === undefined) throw notFound('build');
  return build;
}
