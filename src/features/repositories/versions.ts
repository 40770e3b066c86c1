import type { Kysely } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, invalidFields, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { momentOf } from '../moment.ts';
import { findRepository } from './repositories.queries.ts';
import {
  findLatestVersion,
  findVersion,
  findVersionNamed,
  insertVersion,
  updateVersionRemoved,
  type KnownVersion,
} from './versions.queries.ts';

export interface NewVersion {
  /** In any case. */
  readonly repository: string;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly released: string;
  /** In any case. */
  readonly commit_sha: string;
}

type Caller = Pick<AccountPrincipal, 'domainId' | 'accountId'>;

export async function recordVersion(
  { db }: Pick<AppContext, 'db'>,
  { domainId, accountId }: Caller,
  { repository, version, released, commit_sha }: NewVersion,
): Promise<KnownVersion> {
  if (momentOf(released) === undefined)
    throw invalidFields({ 'body.released': ['must be a day of the years 1 to 9999'] });
  return db.transaction().execute(async (trx) => {
    const registered = await findRepository(trx, domainId, repository);
    if (registered?.registered !== true)
      throw new AppError('unprocessable', 'The repository is not registered.', { repository });
    const versionId = await insertVersion(trx, {
      ...{ domain_id: domainId, repository_id: registered.id, account_id: accountId },
      ...{ version, released_on: released, commit_sha: commit_sha.toLowerCase(), removed_by: null },
    });
    const known = versionId === undefined ? undefined : await findVersion(trx, domainId, versionId);
    if (known === undefined) throw new AppError('conflict', 'The repository has a version of this name.');
    return known;
  });
}

export async function forgetVersion(
  { db }: Pick<AppContext, 'db'>,
  { domainId, accountId }: Caller,
  versionId: number,
): Promise<void> {
  if (!(await updateVersionRemoved(db, { domainId, versionId, accountId }))) throw notFound('version');
}

/** A version that is mistyped must not look like one without runs. */
export async function assertKnownVersion(db: Kysely<Database>, domainId: number, version: string): Promise<void> {
  if ((await findVersionNamed(db, domainId, version)) === undefined)
    throw invalidFields({ 'query.ccx_version': ['must be a version that the domain knows'] });
}

/** By the day of its release; undefined where the domain knows none. */
export async function latestVersion(db: Kysely<Database>, domainId: number): Promise<KnownVersion | undefined> {
  return findLatestVersion(db, domainId);
}
