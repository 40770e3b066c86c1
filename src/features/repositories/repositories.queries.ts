import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { RepositoryRow } from './repositories.table.ts';

export async function listRepositoryRows(
  db: Kysely<Database>,
  domainId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<RepositoryRow[]> {
  return db
    .selectFrom('repositories')
    .selectAll()
    .where('domain_id', '=', domainId)
    .where('registered', '=', true)
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countRepositories(db: Kysely<Database>, domainId: number): Promise<number> {
  const { count } = await db
    .selectFrom('repositories')
    .where('domain_id', '=', domainId)
    .where('registered', '=', true)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

type NewRepository = Pick<RepositoryRow, 'domain_id' | 'name' | 'default_branch'>;
type RegisteredRepository = NewRepository & Pick<RepositoryRow, 'public_badge'>;

/** Registers what somebody ran as the own one, too. Undefined when the name is registered already, in any case. */
export async function upsertRegisteredRepository(
  db: Kysely<Database>,
  repository: RegisteredRepository,
): Promise<RepositoryRow | undefined> {
  return db
    .insertInto('repositories')
    .values(repository)
    .onConflict((conflict) =>
      conflict
        .expression(sql`domain_id, lower(name)`)
        .doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          default_branch: eb.ref('excluded.default_branch'),
          public_badge: eb.ref('excluded.public_badge'),
          registered: true,
          created_at: sql<string>`now()`,
        }))
        .where('repositories.registered', '=', false),
    )
    .returningAll()
    .executeTakeFirst();
}

export async function updateRegisteredRepository(
  db: Kysely<Database>,
  domainId: number,
  repositoryId: number,
  changes: Partial<Pick<RepositoryRow, 'default_branch' | 'public_badge'>>,
): Promise<RepositoryRow | undefined> {
  return db
    .updateTable('repositories')
    .set(changes)
    .where('domain_id', '=', domainId)
    .where('id', '=', repositoryId)
    .where('registered', '=', true)
    .returningAll()
    .executeTakeFirst();
}

/** Keeps name and branch as GitHub tells them now. Undefined when the name is registered, in any case. */
export async function upsertOwnRepository(
  trx: Transaction<Database>,
  repository: NewRepository,
): Promise<number | undefined> {
  const kept = await trx
    .insertInto('repositories')
    .values({ ...repository, registered: false })
    .onConflict((conflict) =>
      conflict
        .expression(sql`domain_id, lower(name)`)
        .doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          default_branch: eb.ref('excluded.default_branch'),
        }))
        .where('repositories.registered', '=', false),
    )
    .returning('id')
    .executeTakeFirst();
  return kept?.id;
}

/** By its name in any case, registered or not. */
export async function findRepository(
  db: Kysely<Database>,
  domainId: number,
  name: string,
): Promise<RepositoryRow | undefined> {
  return db
    .selectFrom('repositories')
    .selectAll()
    .where('domain_id', '=', domainId)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .executeTakeFirst();
}

export async function findRegisteredById(
  db: Kysely<Database>,
  domainId: number,
  repositoryId: number,
): Promise<RepositoryRow | undefined> {
  return db
    .selectFrom('repositories')
    .selectAll()
    .where('domain_id', '=', domainId)
    .where('id', '=', repositoryId)
    .where('registered', '=', true)
    .executeTakeFirst();
}

/** Of every domain, in one order. */
export async function listRegisteredByName(db: Kysely<Database>, name: string): Promise<RepositoryRow[]> {
  return db
    .selectFrom('repositories')
    .selectAll()
    .where('registered', '=', true)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .orderBy('id')
    .execute();
}

export interface GithubIdentity {
  readonly github_login: string | null;
  readonly github_user_id: number | null;
  readonly blocked: boolean;
}

/** Who the account is at GitHub, and whether its domain has blocked that. */
export async function findGithubIdentity(db: Kysely<Database>, accountId: number): Promise<GithubIdentity | undefined> {
  return db
    .selectFrom('accounts')
    .select(['github_login', 'github_user_id'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('blocked_users')
            .select('blocked_users.github_user_id')
            .whereRef('blocked_users.domain_id', '=', 'accounts.domain_id')
            .whereRef('blocked_users.github_user_id', '=', 'accounts.github_user_id'),
        )
        .$castTo<boolean>()
        .as('blocked'),
    )
    .where('id', '=', accountId)
    .executeTakeFirst();
}
