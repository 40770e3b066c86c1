import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { notFound } from '../../errors.ts';
import { findDomainBySlug } from './domains.queries.ts';
import type { DomainRow } from './domains.table.ts';

const slug = /^[a-z0-9_-]{1,64}$/;

/** By its slug in any case; whatever could be no slug is no domain either. */
export async function domainOf(db: Kysely<Database>, text: string): Promise<DomainRow> {
  const asked = text.toLowerCase();
  const domain = slug.test(asked) ? await findDomainBySlug(db, asked) : undefined;
  if (domain === undefined) throw notFound('domain');
  return domain;
}
