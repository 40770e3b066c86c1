import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { findDomainBySlug } from './domains.queries.ts';
import type { DomainRow } from './domains.table.ts';

/** By its slug in any case. */
export async function domainOf(db: Kysely<Database>, slug: string): Promise<DomainRow> {
  const domain = await findDomainBySlug(db, slug.toLowerCase());
  if (domain === undefined) throw notFound('address');
  return domain;
}
