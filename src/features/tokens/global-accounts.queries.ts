import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';

/** Of the active ones; slug and address in any case. */
export async function findAccountByDomainAndEmail(
  db: Kysely<Database>,
  slug: string,
  email: string,
): Promise<Pick<AccountRow, 'id' | 'domain_id' | 'role'> | undefined> {
  return db
    .selectFrom('accounts')
    .innerJoin('domains', 'domains.id', 'accounts.domain_id')
    .select(['accounts.id', 'accounts.domain_id', 'accounts.role'])
    .where('domains.slug', '=', slug.toLowerCase())
    .where(sql`lower(accounts.email)`, '=', sql`lower(${email})`)
    .where('accounts.deactivated_at', 'is', null)
    .executeTakeFirst();
}
