import type { Kysely, Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, invalidFields, notFound } from '../../errors.ts';
import type { AccountPrincipal } from '../../principal.ts';
import { momentOf } from '../moment.ts';
import { findRepository } from './repositories.queries.ts';
import type { RepositoryRow } from './repositories.table.ts';
import {
  findLatestVersion,
  findVersion,
  findVersionNamed,
  insertVersion,
  updateReleaseRemoved,
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

export interface Release {
  readonly tag: string;
  /** `YYYY-MM-DD`. */
  readonly released: string;
  /** Undefined when it is not known which commit it is of. */
  readonly commitSha: string | undefined;
}

interface Done {
  readonly done: boolean;
  readonly note: string;
}

type OfRepository = Pick<RepositoryRow, 'id' | 'domain_id'>;

const versionForm = /^[^\u0000-\u001f\u007f]{1,10}$/;

/** What a forge tells of a release; in words what came of it. */
export async function recordRelease(
  trx: Transaction<Database>,
  { id: repository_id, domain_id }: OfRepository,
  { tag, released, commitSha }: Release,
): Promise<Done> {
  if (!versionForm.test(tag)) return { done: false, note: 'The tag is no name of a version: it is longer than 10.' };
  if (commitSha === undefined) return { done: false, note: 'It is not known which commit was released.' };
  const named = { domain_id, repository_id, account_id: null, removed_by: null };
  const versionId = await insertVersion(trx, { ...named, version: tag, released_on: released, commit_sha: commitSha });
  return versionId === undefined
    ? { done: false, note: 'The repository has a version of this name.' }
    : { done: true, note: `Version ${tag} is recorded.` };
}

export async function removeRelease(
  trx: Transaction<Database>,
  { id: repositoryId }: OfRepository,
  tag: string,
): Promise<Done> {
  return (await updateReleaseRemoved(trx, repositoryId, tag))
    ? { done: true, note: `Version ${tag} is removed.` }
    : { done: false, note: 'The repository has no version of this name.' };
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
