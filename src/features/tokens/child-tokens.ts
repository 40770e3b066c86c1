import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { AccountPrincipal, Scope } from '../../principal.ts';
import { repositoryNamed } from '../repositories/registered-repositories.ts';
import { reachesRun } from './confinement.ts';
import { updateCallsTaken } from './counted-calls.queries.ts';
import { assertCovered } from './scopes.ts';
import { storeNewSecret, type MintedToken } from './stored-secrets.ts';
import { tellTakenName } from './token-minting.ts';
import { listLiveLineForUpdate } from './token-trees.queries.ts';
import { findPasswordHashForShare, insertToken, updateExpiredNameHolders, type ChildFacts } from './tokens.queries.ts';

export interface ChildRequest {
  readonly token_name: string;
  /** Undefined: all of the parent's. */
  readonly scopes?: readonly Scope[];
  /** Undefined: the child ends with its parent. */
  readonly expires_in_minutes?: number;
  readonly repository?: string;
  readonly run_id?: number;
  readonly max_calls?: number;
}

type Trx = Transaction<Database>;

/** A token of a password, its children, theirs and theirs. */
const generationsMax = 4;
const childrenMax = 100;

/** Makes a token from the one in use: it can do no more, and ends with it at the latest. */
export async function mintChild(
  context: Pick<AppContext, 'db' | 'keys'>,
  principal: AccountPrincipal,
  request: ChildRequest,
): Promise<MintedToken> {
  const { token_name, scopes = principal.scopes, expires_in_minutes } = request;
  assertCovered(scopes, principal);
  return storeNewSecret(context, (secret) =>
    context.db.transaction().execute(async (trx) => {
      await assertMayHaveChild(trx, principal);
      const account_id = principal.accountId;
      const child = await childFacts(trx, principal, request);
      await updateExpiredNameHolders(trx, account_id, token_name);
      const end = expires_in_minutes === undefined ? undefined : { inMinutes: expires_in_minutes };
      return insertToken(trx, { ...secret, account_id, token_name, scopes: [...scopes], end, child });
    }),
  ).catch(tellTakenName);
}

/** Account before token, as who changes the account does: whatever ends its tokens finds the child. */
async function assertMayHaveChild(trx: Trx, { accountId, tokenId }: AccountPrincipal): Promise<void> {
  const account = await findPasswordHashForShare(trx, accountId);
  const { ids, childCount } = await listLiveLineForUpdate(trx, tokenId);
  if (account === undefined || !ids.includes(tokenId))
    throw new AppError('unauthorized', 'A valid credential is needed.', { reason: 'invalid' });
  if (ids.length >= generationsMax)
    throw new AppError('forbidden', `A token of generation ${generationsMax} makes no further ones.`);
  if (childCount >= childrenMax)
    throw new AppError('conflict', `A token has ${childrenMax} live children at most; revoke some of them.`);
}

/** What the token in use does not reach is as good as missing. */
async function childFacts(trx: Trx, principal: AccountPrincipal, request: ChildRequest): Promise<ChildFacts> {
  const { domainId, confinement: own, tokenId: parent_id } = principal;
  const repository =
    request.repository === undefined ? own?.repository : await repositoryWithin(trx, principal, request.repository);
  const confinement = { ...own, ...(repository === undefined ? {} : { repository }) };
  const { run_id } = request;
  if (run_id !== undefined && !(await reachesRun(trx, { domainId, confinement }, run_id)))
    throw new AppError('unprocessable', 'There is no such run.');
  return {
    parent_id,
    repository_id: repository?.id ?? null,
    run_id: run_id ?? own?.runId ?? null,
    calls_left: await callsFor(trx, principal, request.max_calls),
  };
}

async function repositoryWithin(
  trx: Trx,
  { domainId, confinement }: AccountPrincipal,
  name: string,
): Promise<{ readonly id: number; readonly name: string }> {
  const found = await repositoryNamed(trx, domainId, name);
  if (found === undefined || (confinement?.repository ?? found).id !== found.id)
    throw new AppError('unprocessable', 'There is no such repository.');
  return found;
}

/** A token whose calls are counted gives its children some of its own. */
async function callsFor(trx: Trx, principal: AccountPrincipal, asked: number | undefined): Promise<number | null> {
  if (principal.counted !== true) return asked ?? null;
  if (asked === undefined)
    throw new AppError(
      'unprocessable',
      'The calls of the token in use are counted: say in max_calls how many to give.',
    );
  if (!(await updateCallsTaken(trx, principal.tokenId, asked)))
    throw new AppError('forbidden', 'The token in use has fewer calls left.');
  return asked;
}
