import type { Kysely } from 'kysely';
import type { Database } from '../../db/database.ts';
import { violatedUniqueKey } from '../../db/postgres-errors.ts';
import { isReservedSlug } from '../../domain-names.ts';
import { AppError } from '../../errors.ts';
import { accountConflict, addFirstAdministrator, checkPerson } from '../accounts/account-creation.ts';
import { insertDomain } from './domains.queries.ts';
import type { DomainRow } from './domains.table.ts';

interface NewDomain {
  readonly slug: string;
  readonly admin_name: string;
  readonly admin_email: string;
  readonly admin_password: string;
}

/** A domain and its first administrator: both are made, or neither. */
export async function createDomainWithAdministrator(db: Kysely<Database>, request: NewDomain): Promise<DomainRow> {
  const slug = request.slug.toLowerCase();
  if (isReservedSlug(slug)) throw reserved(slug);
  const administrator = await checkPerson(
    { name: request.admin_name, email: request.admin_email, password: request.admin_password },
    'body.admin_',
  );
  try {
    return await db.transaction().execute(async (trx) => {
      const domain = await insertDomain(trx, slug);
      await addFirstAdministrator(trx, domain.id, administrator);
      return domain;
    });
  } catch (failure) {
    throw domainConflict(failure) ?? failure;
  }
}

function reserved(slug: string): AppError {
  const fields = { 'body.slug': ['is part of the server’s own addresses'] };
  return new AppError('unprocessable', `The slug ${slug} is reserved.`, { fields });
}

function domainConflict(failure: unknown): AppError | undefined {
  return violatedUniqueKey(failure) === 'domains_slug_key'
    ? new AppError('conflict', 'Another domain has this slug.')
    : accountConflict(failure);
}
