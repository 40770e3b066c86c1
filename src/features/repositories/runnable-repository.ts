import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import { ForgeUnavailable } from '../../forge/forge-failures.ts';
import { findPublicRepository, type GithubRepository } from '../../forge/github-repository.ts';
import type { AccountPrincipal, Role } from '../../principal.ts';
import { findGithubIdentity, findRepository, upsertOwnRepository } from './repositories.queries.ts';

/** A repository whose commits the account may build and run now. */
export interface RunnableRepository {
  /** Undefined for one of the account's own, which need not have a row yet. */
  readonly registeredId: number | undefined;
  readonly name: string;
  readonly defaultBranch: string;
}

type Account = Pick<AccountPrincipal, 'domainId' | 'accountId' | 'role'>;

const startingRoles: readonly Role[] = ['admin', 'contributor', 'tester'];

/**
 * Registered repositories go by role, and any other by whose it is at GitHub, whatever the role. Asks GitHub, so it is
 * called outside a transaction; `keepRepository` belongs inside.
 */
export async function runnableRepository(
  context: Pick<AppContext, 'db' | 'settings'>,
  account: Account,
  name: string,
): Promise<RunnableRepository> {
  const known = await findRepository(context.db, account.domainId, name);
  if (known?.registered !== true) return ownRepository(context, account, name);
  if (!startingRoles.includes(account.role))
    throw new AppError('forbidden', 'The account’s role does not allow this.', {
      required_roles: startingRoles,
      user_role: account.role,
    });
  return { registeredId: known.id, name: known.name, defaultBranch: known.default_branch };
}

async function ownRepository(
  { db, settings: { forge } }: Pick<AppContext, 'db' | 'settings'>,
  account: Account,
  repository: string,
): Promise<RunnableRepository> {
  const identity = await findGithubIdentity(db, account.accountId);
  const refused = (why: string): AppError => new AppError('unprocessable', why, { repository });
  const [owner = ''] = repository.toLowerCase().split('/');
  // Nothing but what is the account's own by its name is asked about, so that nobody explores GitHub through this.
  if (forge === undefined || identity?.github_login?.toLowerCase() !== owner)
    throw refused('The repository is not registered, and its owner is not the GitHub login of the account.');
  if (identity.blocked) throw new AppError('forbidden', 'The GitHub login of the account is blocked.');
  const found = await askForge(() => findPublicRepository(forge, repository));
  if (found === undefined || found.name.toLowerCase() !== repository.toLowerCase())
    throw refused('The repository is not registered, and GitHub shows none of this name.');
  if (found.ownerId !== identity.github_user_id)
    throw refused('The GitHub login of the account belongs to somebody else now; link it again.');
  return { registeredId: undefined, name: found.name, defaultBranch: found.defaultBranch };
}

async function askForge(ask: () => Promise<GithubRepository | undefined>): Promise<GithubRepository | undefined> {
  try {
    return await ask();
  } catch (failure) {
    if (!(failure instanceof ForgeUnavailable)) throw failure;
    throw new AppError('unavailable', 'GitHub did not answer whether the repository exists.', {}, failure);
  }
}

/** Its row, made when this is the first time that anything of the repository is kept. */
export async function keepRepository(
  trx: Transaction<Database>,
  domainId: number,
  { registeredId, name, defaultBranch }: RunnableRepository,
): Promise<number> {
  if (registeredId !== undefined) return registeredId;
  const id = await upsertOwnRepository(trx, { domain_id: domainId, name, default_branch: defaultBranch });
  if (id !== undefined) return id;
  throw new AppError('unprocessable', 'The repository was registered meanwhile; repeat the request.', {
    repository: name,
  });
}
